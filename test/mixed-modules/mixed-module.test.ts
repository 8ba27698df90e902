// What a manifest gives when it is run: names, when startup and shutdown run, and what is no manifest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { mixedModule as Declared } from '../../runtime/mixmod.d.ts';
import { mixedModule as untyped } from '../../runtime/mixed/mixed-module.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';

const mixedModule = untyped as unknown as typeof Declared;

const add = (a: number, b: number): number => a + b;
class Counter {}

test('has the names of both levels and of submodules, with their types', () => {
  const inner = mixedModule({ name: 'm/inner', interpleveldefs: { one: 1 } });
  const m = mixedModule({
    name: 'm',
    interpleveldefs: { add },
    appleveldefs: { Counter },
    submodules: { inner },
  });
  expect(Object.keys(m)).toEqual(['add', 'Counter', 'inner']);
  expect([m.add(1, 2), new m.Counter(), m.inner.one]).toEqual([3, new Counter(), 1]);
  expectTypeOf(m.add).toEqualTypeOf<(a: number, b: number) => number>();
  expectTypeOf(m.inner.one).toEqualTypeOf<number>();
  expectTypeOf<keyof typeof m>().toEqualTypeOf<'add' | 'Counter' | 'inner'>();
  expect(Object.prototype.toString.call(m)).toBe('[object m]');
});

test('cannot be changed', () => {
  const m: Record<string, unknown> = mixedModule({ name: 'm', interpleveldefs: { add } });
  for (const name of ['add', 'add', 'other']) {
    expect(() => (m[name] = 1)).toThrow(TypeError);
    expect(m['add']).toBe(add);
  }
});

describe('startup', () => {
  test('runs once, before the first name is used', () => {
    const log: string[] = [];
    const inner = mixedModule({
      name: 'm/inner',
      appleveldefs: { x: 1 },
      startup: () => log.push('inner'),
    });
    const m = mixedModule({
      name: 'm',
      appleveldefs: { add, Counter },
      submodules: { inner },
      startup: () => log.push('m'),
    });
    expect(log).toEqual([]);
    expect([m.add, m.Counter, m.inner]).toEqual([add, Counter, inner]);
    expect(log).toEqual(['m']);
    expect(m.inner.x).toBe(1);
    expect(log).toEqual(['m', 'inner']);
  });

  test('that throws: the use throws, the next one tries again', () => {
    let attempts = 0;
    const reason = new RangeError('too early');
    const m = mixedModule({
      name: 'late',
      appleveldefs: { add },
      startup: () => {
        if (++attempts < 3) throw reason;
      },
    });
    const message = "mixed module 'late': startup threw RangeError: too early";
    expect(() => m.add).toThrow(message);
    expect(() => m.add).toThrow(expect.objectContaining({ message, cause: reason }));
    expect(m.add(1, 2)).toBe(3);
    expect(attempts).toBe(3);
  });

  test('may use the module itself', () => {
    let seen = 0;
    const m = mixedModule({
      name: 'm',
      appleveldefs: { add },
      startup: () => {
        seen = (m as { add: typeof add }).add(1, 1);
      },
    });
    expect([m.add(1, 2), seen]).toEqual([3, 2]);
  });
});

test.each([
  [undefined, 'the manifest must be an object, not undefined'],
  [null, 'the manifest must be an object, not null'],
  [{}, 'name must be a word, or words with / between them, not undefined'],
  [{ name: 'a b' }, 'name must be a word, or words with / between them, not "a b"'],
  [{ name: 'm', interpleveldefs: 1 }, 'interpleveldefs must be an object, not number'],
  [{ name: 'm', startup: {} }, 'startup must be a function, not object'],
  [{ name: 'm', applevel: {} }, "the manifest has 'applevel', which is none of"],
  [
    { name: 'm', interpleveldefs: { x: 1 }, appleveldefs: { x: 2 } },
    "'m' has x both in interpleveldefs and in appleveldefs",
  ],
  [
    { name: 'm', appleveldefs: { x: 1 }, submodules: { x: {} } },
    "'m' has x both in appleveldefs and in submodules",
  ],
])('%j is no manifest', (definition, reason) => {
  expect(() => untyped(definition)).toThrow(TypeError);
  expect(() => untyped(definition)).toThrow(`mixedModule: ${reason}`);
});

test('names of two levels are an error of types', () => {
  const make = (): unknown =>
    // @ts-expect-error x is in both
    mixedModule({ name: 'm', interpleveldefs: { x: 1 }, appleveldefs: { x: 2 } });
  expect(make).toThrow(TypeError);
});

describe('shutdown', () => {
  const url = pathToFileURL(join(sourceSnapshot(), 'dist/runtime/mixed/mixed-module.js')).href;
  const make = `const { mixedModule } = await import(${JSON.stringify(url)});
    const { writeSync } = await import('node:fs');
    const m = mixedModule({ name: 'm', appleveldefs: { x: 1 },
      startup: () => writeSync(1, 'startup '), shutdown: () => writeSync(1, 'shutdown ') });\n`;
  const run = (program: string): string =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
      .stdout;
  const worker = (program: string): string =>
    run(`import { Worker } from 'node:worker_threads'; import { writeSync } from 'node:fs';
      const w = new Worker(${JSON.stringify(`(async () => { ${make} ${program} })()`)}, { eval: true });
      w.on('message', () => w.terminate()); w.on('exit', () => writeSync(1, 'main'));`);

  test.each([
    ['at the end', `${make} m.x;`, 'startup shutdown '],
    [
      'on process.exit',
      `${make} m.x; setInterval(() => {}, 1000); process.exit();`,
      'startup shutdown ',
    ],
    ['not where no name was used', make, ''],
    ['on an error that nobody handles', `${make} m.x; throw new Error('x');`, 'startup shutdown '],
  ])('%s', (_, program, expected) => {
    expect(run(program)).toBe(expected);
  });

  test('at the end of a worker, for its own environment', () => {
    expect(worker('m.x;')).toBe('startup shutdown main');
    expect(worker('m.x; process.exit();')).toBe('startup shutdown main');
  });

  test('no JavaScript of a worker runs once it is terminated', () => {
    const program =
      "m.x; setInterval(() => {}, 1000); (await import('node:worker_threads')).parentPort.postMessage(0);";
    expect(worker(program)).toBe('startup main');
  });
});
