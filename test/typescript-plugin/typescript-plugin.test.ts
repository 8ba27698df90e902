// The plugin in TypeScript's own server, asked as an editor asks: what is wrong, what a name is, what would repair it.
import type ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EditorServer } from './server.ts';

const FILES = {
  'program.ts': `'use mixmod';
import { i32 } from 'mixmod';
import { Point, scaled } from './points.ts';

export function length(items: Uint8Array, at: i32): i32 {
  const first = at + 1;
  const half = at / 2;
  const point = new Point(first);
  const wrong: i32 = items.length;
  return half + point.x + scaled(wrong);
}
`,
  'points.ts': `'use mixmod';
import { i32 } from 'mixmod';

export class Point {
  x: i32;
  constructor(x: i32) {
    this.x = x;
  }
}

export function scaled(by: i32): i32 {
  return by * 2;
}
`,
  'refused.ts': `'use mixmod';

var total = 0;
export function f(x: any, items: Float64Array): number {
  for (const key in items) total += 1;
  debugger;
  return total;
}
export function g(n: number): u8 {
  return n;
}
`,
  'narrow.ts': `'use mixmod';
import { i32 } from 'mixmod';
import { byte } from './byte.ts';
export function low(value: i32): i32 {
  return byte(value);
}
`,
  'byte.ts': `'use mixmod';
import { u8 } from 'mixmod';
export function byte(value: u8): u8 {
  return value;
}
`,
  'plain.ts': `export var loose: any = 1;\n`,
};

let server: EditorServer;
beforeAll(() => {
  server = new EditorServer(FILES);
  for (const name of Object.keys(FILES)) server.open(name);
});
afterAll(() => server.close());

type Named = keyof typeof FILES;

/** Where a text stands, as the server counts: from 1. */
function placeOf(
  name: Named,
  text: string,
  nth = 0,
): { readonly line: number; readonly offset: number } {
  const lines = FILES[name].split('\n');
  const found = lines.flatMap((line, index) => {
    const at = line.indexOf(text);
    return at < 0 ? [] : [{ line: index + 1, offset: at + 1 }];
  });
  const place = found[nth];
  if (!place) throw new Error(`${text} does not stand in ${name}`);
  return place;
}

async function summary(name: Named): Promise<readonly string[]> {
  const all = await server.diagnostics(name);
  return all.map(({ source, code, start, end }) => {
    return `${source ?? 'ts'} ${code} ${start.line}:${start.offset}-${end.line}:${end.offset}`;
  });
}

async function hover(name: Named, text: string, nth = 0): Promise<string | undefined> {
  const place = placeOf(name, text, nth);
  const { displayString } = await server.ask<ts.server.protocol.QuickInfoResponseBody>(
    'quickinfo',
    name,
    place,
  );
  return /\nmixmod: (.*)$/.exec(displayString)?.[1];
}

async function fixes(
  name: Named,
  code: number,
): Promise<readonly ts.server.protocol.CodeFixAction[]> {
  const found = (await server.diagnostics(name)).find(
    (one) => one.code === code && one.source === 'mixmod',
  );
  if (!found) throw new Error(`no error ${code}`);
  const { start, end } = found;
  return server.ask('getCodeFixes', name, {
    startLine: start.line,
    startOffset: start.offset,
    endLine: end.line,
    endOffset: end.offset,
    errorCodes: [code],
  });
}

const edits = (all: readonly ts.server.protocol.CodeFixAction[]): readonly string[] =>
  all
    .filter(({ fixName }) => fixName === 'mixmod')
    .flatMap(({ changes }) => changes.flatMap(({ textChanges }) => textChanges))
    .map(
      ({ start, end, newText }) =>
        `${start.line}:${start.offset}-${end.line}:${end.offset} ${newText}`,
    );

test('errors have their codes and places, with reason and fix', async () => {
  expect(await summary('program.ts')).toEqual(['mixmod 2004 9:22-9:34']);
  const [error] = await server.diagnostics('program.ts');
  expect(error?.text.split('\n')).toEqual([
    'number does not become i32 by itself',
    'The conversion could change the value, and RTypeScript never does that silently.',
    'Convert it: i32(…).',
  ]);
});

test('a file that another imports is no entry of a program', async () => {
  // By itself it could not export a class.
  expect(await summary('points.ts')).toEqual([]);
});

test('files without the directive are left alone', async () => {
  expect(await summary('plain.ts')).toEqual([]);
  expect(await hover('plain.ts', 'loose')).toBeUndefined();
});

test('what TypeScript says itself is not said twice', async () => {
  expect(await summary('refused.ts')).toEqual([
    'ts 2304 9:31-9:33',
    'mixmod 1046 3:1-3:15',
    'mixmod 1002 4:22-4:25',
    'mixmod 1029 5:3-5:39',
    'mixmod 1045 6:3-6:12',
  ]);
});

test.each([
  ['program.ts', 'items: Uint8Array', 'Uint8Array'],
  ['program.ts', 'at: i32', 'i32'],
  ['program.ts', 'first =', 'i32'],
  ['program.ts', 'half =', 'i32'],
  ['program.ts', 'point =', 'Point'],
  ['program.ts', 'half +', 'i32'],
  ['program.ts', 'x + scaled', 'i32'],
  ['points.ts', 'by: i32', 'i32'],
  ['points.ts', 'by * 2', 'i32'],
] as const)('%s: the exact type of %s is %s', async (name, text, type) => {
  expect(await hover(name, text)).toBe(type);
});

test.each([
  ['program.ts', 2004, ['9:22-9:34 i32(items.length)']],
  ['narrow.ts', 2004, ['2:13-2:13 , u8', '5:15-5:20 u8(value)']],
  ['refused.ts', 1046, ['3:1-3:15 let total = 0;']],
  ['refused.ts', 1002, ['4:22-4:25 number']],
  ['refused.ts', 1029, ['5:3-5:39 for (let key = 0; key < items.length; key++) total += 1;']],
  ['refused.ts', 1045, ['6:3-6:12 ']],
] as const)('%s: RTS%d is repaired by %j', async (name, code, expected) => {
  expect(edits(await fixes(name, code))).toEqual(expected);
});

test('an edit repairs the error, and what follows from it is checked anew', async () => {
  const [fix] = (await fixes('program.ts', 2004)).filter(({ fixName }) => fixName === 'mixmod');
  const [change] = fix?.changes[0]?.textChanges ?? [];
  if (!change) throw new Error('no change');
  const edit = (insertString: string, length: number): void => {
    const { line, offset } = change.start;
    server.change('program.ts', {
      line,
      offset,
      endLine: line,
      endOffset: offset + length,
      insertString,
    });
  };
  edit(change.newText, 'items.length'.length);
  expect(await summary('program.ts')).toEqual([]);
  // An error in a file is one of the programs that import it.
  const place = placeOf('points.ts', 'by * 2');
  const end = { endLine: place.line, endOffset: place.offset + 'by * 2'.length };
  server.change('points.ts', { ...place, ...end, insertString: 'by / 0.5' });
  expect(await summary('points.ts')).toEqual(['mixmod 2003 12:10-12:18']);
  edit('items.length', change.newText.length);
  expect(await summary('program.ts')).toEqual(['mixmod 2004 9:22-9:34']);
});
