// Callbacks that threads of C call while no function of the module runs: the host's event loop answers them, compiled and untranslated.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'threads-'));
afterAll(() => rmSync(folder, { recursive: true }));
const COMMAND = join(REPOSITORY, 'dist/command');

const PROGRAM = `'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const TICK = rffi.CCallback([rffi.INT], rffi.INT);
const c = rffi.ExternalCompilationInfo({
  post_include_bits: ['int start(int (*)(int), int);', 'int answers(void);', 'int wait_for_them(void);'],
  separate_module_sources: [\`
    #include <pthread.h>
    #include <unistd.h>
    static int (*tick)(int); static int times; static volatile int sum; static pthread_t id;
    static void *run(void *none) { for (int i = 1; i <= times; i++) sum += tick(i); return none; }
    int start(int (*f)(int), int n) { tick = f; times = n; sum = 0; return pthread_create(&id, 0, run, 0); }
    int answers(void) { return sum; }
    int wait_for_them(void) { pthread_join(id, 0); return sum; }
  \`],
  libraries: ['pthread'],
});
const c_start = rffi.llexternal('start', [TICK, rffi.INT], rffi.INT, { compilation_info: c });
const c_answers = rffi.llexternal('answers', [], rffi.INT, { compilation_info: c });
const c_wait = rffi.llexternal('wait_for_them', [], rffi.INT, { compilation_info: c, releasegil: true });
let seen = '';
let bad = 0;
function tick(n: i32): i32 {
  if (n === bad) throw new RangeError('thirteen');
  seen += String(n) + ' ';
  return n * 2;
}
export function start(times: i32): i32 { return c_start(rffi.llhelper(TICK, tick), times); }
export function throwAt(n: i32): void { bad = n; }
export function answers(): i32 { return c_answers(); }
export function wait(): i32 { return c_wait(); }
export function text(): string { return seen; }
`;

const SCRIPTS = {
  loop: `m.start(5);
    await until(() => m.answers() === 30);
    console.log(m.text());`,
  waiting: `m.start(4); console.log(m.wait(), m.text());`,
  uncaught: `process.on('uncaughtException', (error) => console.log('uncaught', String(error)));
    m.throwAt(13);
    m.start(14);
    await until(() => m.answers() === 2 * (12 * 13 / 2) + 28);
    console.log(m.text());`,
  // A thread that waits for an answer keeps no process alive, and is no crash at its end.
  exit: `m.start(1000000); await until(() => m.answers() > 10); console.log('done');`,
  exitNow: `m.start(1000000); console.log('done'); process.exit(3);`,
};

const programOf = (script: string, load: string): string => `
  const m = ${load};
  const until = async (test) => {
    for (let i = 0; i < 1000 && !test(); i++) await new Promise((go) => setTimeout(go, 5));
  };
  ${script}`;

const inWorker = (program: string): string => `
  import { Worker } from 'node:worker_threads';
  const worker = new Worker(${JSON.stringify(program)}, { eval: true });
  worker.on('error', (error) => console.log('worker', String(error)));
  worker.on('exit', () => console.log('worker has ended'));`;

let built = '';
beforeAll(() => {
  const source = join(folder, 'ticks.ts');
  writeFileSync(source, PROGRAM);
  const made = spawnSync(
    process.execPath,
    [join(COMMAND, 'main.js'), 'build', '--out', folder, source],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr + made.stdout);
  built = join(folder, 'ticks.node');
});

function run(name: string, program: string, ...options: string[]): ReturnType<typeof spawnSync> {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, program);
  return spawnSync(process.execPath, [...options, file], {
    encoding: 'utf8',
    timeout: 60_000,
  });
}

describe.each([
  ['compiled', () => `(await import('node:module')).createRequire('/')(${JSON.stringify(built)})`],
  ['untranslated', () => `await import(${JSON.stringify(join(folder, 'ticks.ts'))})`],
])('%s', (execution, load) => {
  const options = execution === 'compiled' ? [] : ['--import', join(COMMAND, 'untranslated.js')];
  const inThread = (script: keyof typeof SCRIPTS): ReturnType<typeof spawnSync> =>
    run(`${execution}-${script}`, programOf(SCRIPTS[script], load()), ...options);

  test('the event loop answers', () => {
    const { stdout, stderr, status } = inThread('loop');
    expect([stderr, stdout, status]).toEqual(['', '1 2 3 4 5 \n', 0]);
  });

  test('a function that releases the thread answers', () => {
    const { stdout, stderr, status } = inThread('waiting');
    expect([stderr, stdout, status]).toEqual(['', '20 1 2 3 4 \n', 0]);
  });

  test('what it throws is uncaught, and C gets zero', () => {
    const { stdout, stderr } = inThread('uncaught');
    expect(stderr).toBe('');
    expect(stdout).toBe('uncaught RangeError: thirteen\n1 2 3 4 5 6 7 8 9 10 11 12 14 \n');
  });

  test('the process ends while threads wait', () => {
    const loop = inThread('exit');
    expect([loop.stderr, loop.stdout]).toEqual(['', 'done\n']);
    const now = inThread('exitNow');
    expect([now.stderr, now.stdout, now.status]).toEqual(['', 'done\n', 3]);
  });
});

test('a worker ends while a thread waits', () => {
  const program = `
    const m = require(${JSON.stringify(built)});
    m.start(1000000);
    setTimeout(() => process.exit(), 100);`;
  const { stdout, stderr, status, signal } = run('worker', inWorker(program));
  expect([stderr, stdout, status, signal]).toEqual(['', 'worker has ended\n', 0, null]);
});
