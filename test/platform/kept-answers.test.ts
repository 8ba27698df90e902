// Answers about headers are asked once, until a header or the compiler changes.
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Host, nodeHost } from '../../compiler/host.ts';
import { machinePlatform } from '../../compiler/toolchain/c-compiler.ts';
import { forgetAnswers } from '../../compiler/platform/answer-cache.ts';
import { answersOnDisk } from '../../compiler/cache/platform-answers.ts';
import { probe } from '../../compiler/platform/probe.ts';
import type { Question } from '../../compiler/platform/questions.ts';
import { rffi } from '../../runtime/rffi/rffi.ts';

let folder = '';
let runs = 0;
const counting: Host = {
  ...nodeHost,
  run: (...args) => {
    runs++;
    return nodeHost.run(...args);
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answers-'));
  vi.stubEnv('MIXMOD_CACHE', join(folder, 'cache'));
  write('int', 4_000_000_000);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function write(type: string, constant: number): void {
  const text = `struct s { ${type} a; }; enum e { SMALL = -1 };\n#define BIG ${constant}LL\n#define REAL 1e400\n`;
  writeFileSync(join(folder, 'one.h'), text);
}

const QUESTIONS: readonly Question[] = [
  { kind: 'SizeOf', name: 'struct s' },
  { kind: 'ConstantInteger', expression: 'BIG' },
  { kind: 'DefinedConstantDouble', macro: 'REAL' },
  { kind: 'Struct', name: 'struct s', fields: ['a'] },
  { kind: 'Enum', name: 'enum e' },
  { kind: 'Defined', macro: 'NOTHING' },
];

/** As a new process. */
function ask(questions = QUESTIONS): { readonly result: unknown; readonly runs: number } {
  forgetAnswers();
  const info = rffi.ExternalCompilationInfo({ includes: ['one.h'], include_dirs: [folder] });
  runs = 0;
  return { result: probe(questions, info, machinePlatform(counting), answersOnDisk), runs };
}

test('the second answer is the first, without a compiler', () => {
  const first = ask();
  expect(first.runs).toBeGreaterThan(0);
  expect(first.result).toMatchObject({ kind: 'answers' });
  expect(ask()).toEqual({ result: first.result, runs: 0 });
});

test('a header that has changed is read again', () => {
  ask();
  const { atime, mtime } = statSync(join(folder, 'one.h'));
  write('double', 5);
  // Whatever the clock says.
  utimesSync(join(folder, 'one.h'), atime, mtime);
  const { result, runs: made } = ask();
  expect(made).toBeGreaterThan(0);
  expect(result).toMatchObject({ answers: [{ kind: 'bytes', count: 8 }, {}, {}, {}, {}, {}] });
});

test('what depends on libraries is asked each time', () => {
  const questions: readonly Question[] = [{ kind: 'Has', expression: 'sizeof(struct s)' }];
  expect(ask(questions).runs).toBeGreaterThan(0);
  expect(ask(questions).runs).toBeGreaterThan(0);
});

test('a damaged answer is asked again, and no answer is no error', () => {
  const { result } = ask();
  const kept = join(folder, 'cache/platform');
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), '{ "files": [');
  expect(ask().result).toEqual(result);
  vi.stubEnv('MIXMOD_CACHE', join(folder, 'one.h'));
  expect(ask().result).toEqual(result);
});
