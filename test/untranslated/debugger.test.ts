// A debugger on an untranslated program, through the inspector's protocol as editors speak it: it finds the source map
// of the script, sets a breakpoint at a line of the TypeScript, stops there, sees the variables and steps by lines.
import { Session, type Debugger, type Runtime } from 'node:inspector';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Workspace } from '../cli/command.ts';
import { moduleSource } from '../../compiler/register/sources.ts';
import { withInlineMap } from '../../compiler/untranslated/source-map/inline.ts';

const PROGRAM = `'use mixmod';
import { i32 } from 'mixmod';

class Point {
  x: i32;
  constructor(x: i32) {
    this.x = x;
  }
}

export function run(limit: i32): i32 {
  let total: i32 = 0;
  const points: Point[] = [];
  for (let i: i32 = 0; i < limit; i++) {
    const point = new Point(i);
    points.push(point);
    total += point.x;
  }
  const scale = (factor: i32): i32 => {
    return total * factor;
  };
  return scale(3);
}
`;

const space = new Workspace({ 'points.ts': PROGRAM });
afterAll(() => space.remove());

interface Place {
  readonly line: number;
  readonly function: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Line and column from 0, as the protocol counts. */
interface Position {
  readonly line: number;
  readonly column: number;
}

class Editor {
  readonly #session = new Session();
  readonly places: Place[] = [];
  #map: SourceMap | undefined;
  #text = '';
  readonly #url: string;
  readonly #steps: number;

  constructor(url: string, steps: number) {
    this.#url = url;
    this.#steps = steps;
    this.#session.connect();
    this.#session.on('Debugger.scriptParsed', ({ params }) => this.#parsed(params));
    this.#session.on('Debugger.paused', ({ params }) => this.#paused(params));
    this.#session.post('Debugger.enable');
  }

  close(): void {
    this.#session.disconnect();
  }

  #parsed({ url, sourceMapURL, scriptId }: Debugger.ScriptParsedEventDataType): void {
    if (url !== this.#url || !sourceMapURL) return;
    const data = Buffer.from(sourceMapURL.replace(/^.*base64,/, ''), 'base64').toString();
    this.#map = new SourceMap(JSON.parse(data));
    this.#session.post('Debugger.getScriptSource', { scriptId }, (_, { scriptSource }) => {
      this.#text = scriptSource;
    });
  }

  /** The first place in the script that comes from the line. */
  breakAt(source: string, line: number): void {
    const lines = this.#text.split('\n');
    for (let at = 0; at < lines.length; at++) {
      for (let column = 0; column < (lines[at] ?? '').length; column++) {
        const origin = this.#origin({ line: at, column });
        if (origin?.source !== source || origin.line !== line) continue;
        const place = { url: this.#url, lineNumber: at, columnNumber: column };
        this.#session.post('Debugger.setBreakpointByUrl', place);
        return;
      }
    }
    throw new Error(`nothing comes from line ${line}`);
  }

  #origin({ line, column }: Position): { source: string; line: number } | undefined {
    const entry = this.#map?.findEntry(line, column);
    if (!entry || !('originalSource' in entry) || entry.generatedLine !== line) return undefined;
    return { source: entry.originalSource, line: entry.originalLine + 1 };
  }

  #paused({ callFrames }: Debugger.PausedEventDataType): void {
    const [top] = callFrames;
    if (!top) return;
    const { lineNumber, columnNumber = 0 } = top.location;
    const origin = this.#origin({ line: lineNumber, column: columnNumber });
    // As editors do: where nothing comes from a source, go on until something does.
    if (!origin) {
      this.#session.post('Debugger.stepOut');
      return;
    }
    this.places.push({
      line: origin.line,
      function: top.functionName,
      variables: this.#variables(top.scopeChain),
    });
    this.#session.post(this.places.length > this.#steps ? 'Debugger.resume' : 'Debugger.stepOver');
  }

  #variables(scopes: readonly Debugger.Scope[]): Readonly<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const { type, object } of scopes) {
      if (type !== 'local' && type !== 'block') continue;
      const { objectId = '' } = object;
      this.#session.post(
        'Runtime.getProperties',
        { objectId, ownProperties: true },
        (_, { result }) => {
          for (const { name, value } of result) found[name] ??= shown(value);
        },
      );
    }
    return found;
  }
}

const shown = (value: Runtime.RemoteObject | undefined): unknown =>
  value?.type === 'object' ? value.className : value?.value;

let path: string;
beforeAll(async () => {
  const source = join(space.folder, 'points.ts');
  const { code, sourceMap } = await moduleSource(source, 'untranslated');
  if (!sourceMap) throw new Error('no source map');
  path = join(space.folder, 'points.mjs');
  writeFileSync(path, withInlineMap(code, sourceMap));
});

test('stops at a line of the source, with its variables, and steps by its lines', async () => {
  const url = pathToFileURL(path).href;
  const source = pathToFileURL(join(space.folder, 'points.ts')).href;
  const editor = new Editor(url, 3);
  try {
    const { run } = (await import(/* @vite-ignore */ url)) as { run(limit: number): number };
    editor.breakAt(source, 17);
    expect(run(3)).toBe(9);
  } finally {
    editor.close();
  }
  expect(editor.places.map(({ line }) => line).slice(0, 4)).toEqual([17, 14, 14, 15]);
  expect(editor.places[0]).toMatchObject({
    function: 'run',
    variables: { limit: 3, total: 0, i: 0, points: 'Array', point: 'Point' },
  });
});
