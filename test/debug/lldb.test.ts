// lldb shows a program of a debug build as TypeScript, by the command `ts`.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEBUG } from '../../compiler/options.ts';
import { Program } from './session.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.build('shapes.txt', 'console.log(m.values(3));', DEBUG, 'in parts');
});
afterAll(() => program.remove());

const stop = (mark: string): readonly string[] => [
  `breakpoint set --file shapes.ts --line ${program.line(mark)}`,
  'run',
];

test('values of all kinds', () => {
  const wanted: readonly string[] = [
    'greeting = "hello 3"',
    'wide = "π is \\n3"',
    'numbers = [ 1, 2.5, 3 ]',
    'shape = Circle { name: "circle", parent: Shape { name: "base", parent: null }, radius: 2 }',
    'shape->name = "circle"',
    'ages = Map(1) {"alan" => 41}',
    'seen = Set(2) {3, 5}',
    'point->y = 0.5',
    'maybe = 3',
    'absent = null',
    'big = 123',
    'record = { a: 3, b: [ true, false ], c: undefined }',
    'pair = [ 3, "two" ]',
    'counter = 3',
    'add = [Function: add]',
    'bytes = Uint8Array(3) [1, 2, 255]',
    'either = "hello 3"',
    'small = -5',
    'tenth = 0.1',
    'yes = true',
  ];
  const answers = program.lldb([
    ...stop('all there'),
    ...wanted.map((line) => `ts ${line.split(' = ')[0]}`),
    'ts',
    'ts nothing_of_this_name',
  ]);
  expect(answers.slice(2, 2 + wanted.length).map(lastLine)).toEqual(wanted);
  expect(answers.at(-2)).toContain('\nnothing = null');
});

const lastLine = (text: string): string => text.split('\n').at(-1) ?? '';

test('lines, functions and steps', () => {
  const answers = program.lldb([...stop('total begins'), 'next', 'next', 'bt 2', 'ts i values']);
  const begin = program.line('total begins');
  expect(answers[1]).toContain(`at shapes.ts:${begin}`);
  expect(answers[2]).toContain(`at shapes.ts:${begin + 1}`);
  expect(answers[4]).toMatch(
    /total\(values=.*, limit=3\) at shapes\.ts:\d+.*\n.*values\(n=3\) at shapes\.ts/,
  );
  expect(answers[5]).toContain('i = 0\nvalues = Float64Array(3) [1, 2, 30]');
});
