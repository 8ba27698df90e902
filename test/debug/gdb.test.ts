// gdb shows a program of a debug build as TypeScript: breakpoints, lines, functions, variables.
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEBUG } from '../../compiler/options.ts';
import { Program } from './session.ts';

let program: Program;
/** The same, compiled module by module. */
let inParts: Program;
beforeAll(async () => {
  const script = 'console.log(m.values(3));';
  program = await Program.build('shapes.txt', script);
  inParts = await Program.build('shapes.txt', script, DEBUG, 'in parts');
});
afterAll(() => {
  program.remove();
  inParts.remove();
});

/** The lines at which steps stop. */
const lines = (answers: readonly string[]): readonly number[] =>
  answers.map((answer) => Number(/^(\d+)\t/m.exec(answer)?.[1]));

test('the debug information is valid DWARF', () => {
  const { stdout } = spawnSync('llvm-dwarfdump-14', ['--verify', program.module], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/No errors\.\s*$/);
});

test.each(['together', 'in parts'])('values of all kinds, of modules compiled %s', (how) => {
  const one = how === 'in parts' ? inParts : program;
  const wanted: readonly (readonly [string, string])[] = [
    ['greeting', '"hello 3"'],
    ['wide', '"π is \\n3"'],
    ['numbers', '[ 1, 2.5, 3 ]'],
    ['words', '[ "a", "b\\"c" ]'],
    ['base', 'Shape { name: "base", parent: null }'],
    ['shape', 'Circle { name: "circle", parent: Shape { name: "base", parent: null }, radius: 2 }'],
    ['shape.name', '"circle"'],
    ['ages', 'Map(1) {"alan" => 41}'],
    ['seen', 'Set(2) {3, 5}'],
    ['*point', '{x = 7, y = 0.5, tag = -1}'],
    ['point.y', '0.5'],
    ['maybe', '3'],
    ['absent', 'null'],
    ['big', '123n'],
    ['record', '{ a: 3, b: [ true, false ], c: undefined }'],
    ['pair', '[ 3, "two" ]'],
    ['counter', '3'],
    ['add', '[Function: add]'],
    ['bytes', 'Uint8Array(3) [1, 2, 255]'],
    ['nothing', 'null'],
    ['either', '"hello 3"'],
    ['$ts("either")', '"hello 3"'],
    ['small', '-5'],
    ['tenth', '0.1'],
    ['yes', 'true'],
    ['n', '3'],
    ['small + n', '-2'],
  ];
  const [, , ...answers] = one.gdb([
    `break ${one.at('all there')}`,
    'run',
    ...wanted.map(([expression]) => `print ${expression}`),
    'print rope',
    'whatis ages',
    'ptype point',
  ]);
  const shown = answers.map((answer) => answer.replace(/^\$\d+ = /, ''));
  expect(shown.slice(0, wanted.length)).toEqual(wanted.map(([, value]) => value));
  const [rope, ages, point] = shown.slice(wanted.length);
  expect(rope).toBe(`"${Array.from({ length: 40 }, (_, i) => `part ${i}, `).join('')}"`);
  expect(ages).toBe('type = Map<string, number>');
  expect(point?.replace(/\s+/g, ' ')).toBe('type = struct point { long x; double y; int tag; } *');
});

test('steps from line to line, and shows what is in scope', () => {
  const begin = program.line('total begins');
  const answers = program.gdb([
    `break ${program.at('total begins')}`,
    'run',
    ...Array<string>(12).fill('next'),
    'info locals',
    'info args',
  ]);
  const offsets = lines(answers.slice(2, 14)).map((line) => line - begin);
  // for, its body, for, …; the third value is over 10.
  expect(offsets).toEqual([1, 2, 3, 7, 1, 2, 3, 7, 1, 2, 3, 4]);
  expect(answers[1]).toContain(
    `total (values=Float64Array(3) [1, 2, 30], limit=3) at shapes.ts:${begin}`,
  );
  const locals = answers[14]?.split('\n') ?? [];
  // Innermost first: the name of the block hides the function's.
  expect(locals.filter((line) => line.startsWith('sum'))).toEqual(['sum = 0', 'sum = 3']);
  expect(locals).toContain('value = 30');
  expect(locals).toContain('i = 2');
  expect(answers[15]).toBe('values = Float64Array(3) [1, 2, 30]\nlimit = 3');
});

test('backtrace, finish, up', () => {
  const answers = program.gdb([
    'break Circle.area',
    'run',
    'backtrace 2',
    'print this.radius',
    'next',
    'info locals',
    'up',
    'print small',
    'down',
    'finish',
  ]);
  const [, , backtrace = '', radius, , locals, , small, , finish = ''] = answers;
  const [first, second] = backtrace.split('\n');
  expect(first).toMatch(
    /^#0 {2}Circle\.area \(this=Circle \{ name: "circle", .*\}\) at shapes\.ts:\d+$/,
  );
  expect(second).toMatch(
    new RegExp(`^#1 {2}0x[0-9a-f]+ in values \\(n=3\\) at ${program.at('all there')}$`),
  );
  expect(radius).toMatch(/= 2$/);
  expect(locals).toBe('square = 4');
  expect(small).toMatch(/= -5$/);
  expect(finish).toContain('Value returned is $3 = 12');
});

describe('variables that live elsewhere', () => {
  test('of a generator, behind a yield', () => {
    const answers = program.gdb([
      `break ${program.at('resumed')}`,
      'run',
      'print k',
      'print label',
      'print until',
      'continue',
      'print k',
    ]);
    const shown = answers.map((answer) => answer.replace(/^\$\d+ = /, ''));
    expect([shown[2], shown[3], shown[4], shown[6]]).toEqual(['1', '"up to 3"', '3', '2']);
  });

  test('of a closure', () => {
    const answers = program.gdb([
      `break ${program.at('in the closure')}`,
      'run',
      'print counter',
      'print by',
      'next',
      'print counter',
    ]);
    const shown = answers.map((answer) => answer.replace(/^\$\d+ = /, ''));
    expect([shown[2], shown[3], shown[5]]).toEqual(['0', '3', '3']);
  });

  test('of a catch clause', () => {
    const answers = program.gdb([
      `break ${program.at('caught here')}`,
      'run',
      'print message',
      'print text',
      'print error',
    ]);
    const shown = answers.map((answer) => answer.replace(/^\$\d+ = /, ''));
    expect(shown[2]).toBe('"too long: longer"');
    expect(shown[3]).toBe('"longer"');
    expect(shown[4]).toMatch(/^RangeError \{ .*"too long: longer"/);
  });
});

test('corrupted memory is named, and stops nothing', () => {
  const corruptions: readonly (readonly [string, string, RegExp])[] = [
    [
      '*(unsigned *)base = 77',
      'base',
      /^<corrupted: the object at 0x[0-9a-f]+ has the unknown type 77>$/,
    ],
    [
      '*(long *)((char *)numbers + 16) = 333333',
      'numbers',
      /^<corrupted: an array of length 333333 with room for 3 items>$/,
    ],
    ['*(long *)((char *)ages + 16) = 3', 'ages', /^<corrupted: /],
    [
      '*(long *)&greeting = 4096',
      'greeting',
      /^<corrupted: Cannot access memory at address 0x1000>$/,
    ],
    ['*(long *)&wide = 12345', 'wide', /^<corrupted: 0x3039 is no address of an object>$/],
    ['*(long *)&bytes = 4096', 'bytes', /^<corrupted Uint8Array\(3\): /],
    ['*((unsigned char *)&absent + 8) = 9', 'absent', /^<corrupted: presence is 9>$/],
    ['*((long *)pair + 1) = 7', 'pair', /^\[ .*<corrupted: 0x7 is no address of an object>.* \]$/],
  ];
  const answers = program.gdb([
    `break ${program.at('all there')}`,
    'run',
    ...corruptions.flatMap(([change, expression]) => [`set var ${change}`, `print ${expression}`]),
    'info locals',
  ]);
  corruptions.forEach(([, , wanted], index) => {
    expect(answers[3 + 2 * index]?.replace(/^\$\d+ = /, '')).toMatch(wanted);
  });
  expect(answers.at(-1)).toContain('yes = true');
  expect(answers.join('\n')).not.toMatch(/Traceback|Python Exception/);
});
