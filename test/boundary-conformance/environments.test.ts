// The module in the life of environments: topics of Node's own tests of addons that are no matter of a single call
// (`docs/language/boundary-conformance.md`). Each script runs in a process of its own and prints JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule } from '../harness/build-module.ts';

const full = process.env.MIXMOD_ROBUST === 'full';
const folder = mkdtempSync(join(tmpdir(), 'mixmod-environments-'));
let node = '';

beforeAll(async () => {
  const source = fileURLToPath(new URL('programs/environment.ts', import.meta.url));
  ({ node } = await buildModule(source, folder, RELEASE));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly report: unknown;
  readonly status: number | null;
  readonly stderr: string;
}

function run(script: string, ...args: readonly string[]): Ended {
  const path = fileURLToPath(new URL(`scripts/${script}.mjs`, import.meta.url));
  const words = ['--expose-gc', path, node, ...args];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
  });
  expect(signal, stderr).toBe(null);
  return { report: stdout === '' ? null : JSON.parse(stdout), status, stderr };
}

/** What a script prints that comes to its end. */
function reportOf(script: string, ...args: readonly string[]): unknown {
  const { report, status, stderr } = run(script, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return report;
}

test('each environment and each instance has its own variables and objects', () => {
  const item = 'got Object';
  expect(reportOf('instances')).toEqual({
    workers: [
      [1, 2, 0, 'loaded x'],
      [1, 2, 0, 'loaded x'],
    ],
    own: [2, 3, 1, 'loaded x'],
    second: [1, false, 'loaded y'],
    foreign: [
      `TypeError: keepItem: argument 1 (item) must be an Item or null, ${item}`,
      `TypeError: Item.length: this must be an Item, ${item}`,
      `TypeError: Item.id: this must be an Item, ${item}`,
      `TypeError: Item.link: argument 1 (next) must be an Item, ${item}`,
      false,
    ],
    functions: ['returned', 'RangeError: of the first'],
  });
});

describe('environments end in every way while the module holds everything', () => {
  const workers = [
    ['itself', 0],
    ['exit', 0],
    ['handler', 0],
    ['throws', 1, 'RangeError: at the end'],
    ['callback', 0],
    ['endless', 1],
  ];
  test.each([
    ['itself', 0, ''],
    ['exit', 0, ''],
    ['handler', 0, ''],
    ['callback', 0, ''],
    ['throws', 1, 'RangeError: at the end'],
  ])('%s', (way, code, message) => {
    const { report, status, stderr } = run('teardown', way);
    expect(report).toEqual(workers);
    expect(status).toBe(code);
    if (message === '') expect(stderr).toBe('');
    else expect(stderr).toContain(message);
  });
});

test('memory goes from one environment to the other', () => {
  expect(reportOf('worker-buffers')).toEqual({
    before: 1000,
    after: 0,
    lengths: [1000, 0],
    given: [1000, 2000],
    back: [50, 50],
  });
});

test('exceptions that nobody catches are those of JavaScript', () => {
  const range = (text: string): readonly unknown[] => ['RangeError', text, false];
  expect(reportOf('uncaught')).toEqual([
    ['uncaughtException', ...range('from a timer')],
    ['uncaughtException', 'Error', 'mine', true],
    ['uncaughtException', ...range('from a tick')],
    ['uncaughtException', ...range('from a microtask')],
    ['rejection', ...range('from a promise')],
    ['rejection', 'Error', 'mine', true],
    ['still works', 1],
  ]);
});

test('objects of other realms are of their kind, and globals may be replaced', () => {
  expect(reportOf('realms')).toEqual([
    '7 true 5 2',
    6,
    0,
    4,
    'RangeError: theirs',
    'TypeError: own',
    'TypeError: total: argument 1 (data) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer',
    'TypeError: maps: argument 1 (m) must be a Map, got WeakMap',
    'TypeError: maps: argument 1 (m) must be a Map, got Object',
    1,
    'RangeError: caught there',
    true,
    'TypeError: maps: argument 1 (m) must be a Map, got Object',
    '1 true 1 1',
    'RangeError: maps: argument 4 (list)[0] must be an i32 (an integer from -2147483648 to 2147483647), got 1.5',
  ]);
});

test('contexts are followed, and microtasks wait for the stack of JavaScript', () => {
  expect(reportOf('async-context')).toEqual({
    callback: 'a',
    promise: 'b',
    awaited: 'c',
    order: ['nested', 'callback', 'behind', 'microtask'],
    given: 3,
    news: [0, 1, 2],
  });
});

test('one file is one module for each way to load it', () => {
  expect(reportOf('load')).toEqual({
    same: true,
    link: true,
    loader: [2, 'function'],
    dlopen: 1,
    copy: 1,
    own: 3,
    gone: 2,
  });
});

test('strings may be as long as the engine has them', () => {
  const length = full ? 2 ** 28 + 2 : 2 ** 24;
  expect(reportOf('huge-strings', String(length))).toEqual([
    true,
    true,
    true,
    true,
    true,
    'RangeError: Invalid string length',
    1,
  ]);
});
