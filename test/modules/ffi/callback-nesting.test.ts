// Callbacks that go on for long, in each other, with collections between, and where the thread or the process ends in one.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { CallbackPtr, types } from '../../../modules/_ffi/index.ts';
import { compileC, loadC } from './c-library.ts';

const { sint, void_p } = types;

const SOURCE = `
int each(int n, int (*f)(int)) { int s = 0; for (int i = 0; i < n; i++) s += f(i); return s; }
`;
const lib = loadC(SOURCE);
const each = lib.getfunc('each', [sint, void_p], sint);

describe('one call of C that calls back a million times', () => {
  test('leaves memory as it was, while it goes on', () => {
    let start = 0;
    let most = 0;
    const f = new CallbackPtr(
      (i) => {
        if (i === 100_000) start = process.memoryUsage().rss;
        if (i > 100_000 && i % 100_000 === 0)
          most = Math.max(most, process.memoryUsage().rss - start);
        return 1;
      },
      [sint],
      sint,
    );
    expect(each(1_000_001, f)).toBe(1_000_001);
    f.free();
    expect(most / 2 ** 20).toBeLessThan(20);
  });
  test('in callbacks of callbacks', () => {
    const inner = new CallbackPtr((i) => ({ i }).i, [sint], sint);
    const middle = new CallbackPtr((i) => each(i, inner), [sint], sint);
    const outer = new CallbackPtr((i) => each(i % 4, middle), [sint], sint);
    for (let i = 0; i < 1000; i++) expect(each(100, outer)).toBe(25);
    for (const one of [inner, middle, outer]) one.free();
  });
  test('each of a hundred frames keeps what it has', () => {
    const f: CallbackPtr<readonly [typeof sint], typeof sint> = new CallbackPtr(
      (i) => {
        if (i === 1) return 0;
        depth++;
        const own = { depth, text: `frame ${depth}` };
        const below = depth < 100 ? each(2, depth % 2 === 0 ? f : g) : 1;
        garbage = Array.from({ length: 50 }, () => ({ own }));
        if (own.text !== `frame ${own.depth}`) throw new Error('lost');
        depth = own.depth - 1;
        return below;
      },
      [sint],
      sint,
    );
    const g: typeof f = new CallbackPtr((i) => (i === 0 ? each(2, f) : 0), [sint], sint);
    let depth = 0;
    let garbage: unknown;
    expect(each(1, f)).toBe(1);
    expect([depth, garbage]).toEqual([0, expect.anything()]);
    f.free();
    g.free();
  });
});

const run = (body: string): { status: number | null; out: string } => {
  const script = `
const { Worker } = await import('node:worker_threads');
const { CallbackPtr, CDLL, types: { sint, void_p } } = await import('./dist/modules/_ffi/index.js');
const each = new CDLL(${JSON.stringify(library)}).getfunc('each', [sint, void_p], sint);
${body}`;
  const args = ['--expose-gc', '--input-type=module', '-e', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, out: stdout.trim() + stderr.trim() };
};
const library = compileC(SOURCE);

const WORKER = (body: string): string => `
const text = ${JSON.stringify(`Promise.all([import('./dist/modules/_ffi/index.js'), import('node:worker_threads')]).then(([{ CallbackPtr, CDLL, types: { sint, void_p } }, { parentPort }]) => {
  const each = new CDLL(${JSON.stringify(library)}).getfunc('each', [sint, void_p], sint);
  ${body}
})`)};
const worker = new Worker(text, { eval: true });`;

describe('in a process of its own', () => {
  test('collections in every callback', () => {
    const body = `
const g = new CallbackPtr((i) => { gc(); return i; }, [sint], sint);
const f = new CallbackPtr((i) => { const text = 'kept ' + i; gc(); each(2, g); return text.length; }, [sint], sint);
console.log(each(10, f));`;
    expect(run(body)).toEqual({ status: 0, out: '60' });
  });
  test('the process ends in a callback', () => {
    const body = `
process.on('exit', (code) => console.log('exit', code));
const f = new CallbackPtr((i) => (i === 3 ? process.exit(7) : i), [sint], sint);
each(10, f);
console.log('not reached');`;
    expect(run(body)).toEqual({ status: 7, out: 'exit 7' });
  });
  test('what is thrown and not caught ends the process, and says where', () => {
    const body = `
const f = new CallbackPtr(() => { throw new Error('thrown in a callback'); }, [sint], sint);
each(10, f);`;
    const { status, out } = run(body);
    expect([status, out.includes('Error: thrown in a callback')]).toEqual([1, true]);
  });
  test('a worker is terminated in a callback', () => {
    const body = `${WORKER(`
  const f = new CallbackPtr((i) => { if (i === 0) parentPort.postMessage('started'); for (;;); }, [sint], sint);
  each(3, f);`)}
await new Promise((resolve) => worker.once('message', resolve));
console.log(await worker.terminate());`;
    expect(run(body)).toEqual({ status: 0, out: '1' });
  });
  test('a worker ends itself in a callback', () => {
    const body = `${WORKER(`
  const f = new CallbackPtr((i) => (i === 1 ? process.exit(5) : i), [sint], sint);
  each(3, f);
  parentPort.postMessage('not reached');`)}
worker.once('message', console.log);
console.log(await new Promise((resolve) => worker.once('exit', resolve)));`;
    expect(run(body)).toEqual({ status: 0, out: '5' });
  });
});
