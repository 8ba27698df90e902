// Callbacks that C calls on other threads, and functions that run on one.
import { describe, expect, test } from 'vitest';
import { CallbackPtr, get_errno, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { sint, double, void_p, char_p } = types;

const lib = loadC(`
#include <pthread.h>
#include <errno.h>
const char *text(int which) { return which ? 0 : "gr\\xc3\\xbcn"; }
int fails(int with) { errno = with; return -1; }
typedef double (*visit)(int, double);
struct task { visit f; int from, to; double sum; };
static void *run(void *of) {
  struct task *t = of;
  for (int i = t->from; i < t->to; i++) t->sum += t->f(i, i / 2.0);
  return 0;
}
double in_threads(int count, int each, visit f) {
  pthread_t ids[8];
  struct task tasks[8];
  double sum = 0;
  for (int i = 0; i < count; i++) {
    tasks[i] = (struct task){ f, i * each, (i + 1) * each, 0 };
    pthread_create(&ids[i], 0, run, &tasks[i]);
  }
  for (int i = 0; i < count; i++) { pthread_join(ids[i], 0); sum += tasks[i].sum; }
  return sum;
}
static struct task later;
static pthread_t id;
void start(int times, visit f) { later = (struct task){ f, 0, times, 0 }; pthread_create(&id, 0, run, &later); }
double finish(void) { pthread_join(id, 0); return later.sum; }
`);

const inThreads = lib.getfunc('in_threads', [sint, sint, void_p], double, { releasegil: true });
const start = lib.getfunc('start', [sint, void_p], types.void);
const finish = lib.getfunc('finish', [], double);

describe('a function with releasegil', () => {
  test('callbacks of its threads run meanwhile', () => {
    const seen = new Set<number>();
    using f = new CallbackPtr(
      (i: number, half: number) => {
        seen.add(i);
        return i + half;
      },
      [sint, double],
      double,
    );
    expect(inThreads(8, 100, f)).toBe(1.5 * ((799 * 800) / 2));
    expect(seen.size).toBe(800);
  });

  test('what they throw is thrown when it has returned', () => {
    using f = new CallbackPtr(
      (i: number) => {
        if (i === 5) throw new RangeError('five');
        return 1;
      },
      [sint, double],
      double,
    );
    expect(() => inThreads(2, 10, f)).toThrow(new RangeError('five'));
    expect(() => inThreads(1, 5, f)).not.toThrow();
  });

  test('they may call C again', () => {
    using inner = new CallbackPtr((i: number) => i, [sint, double], double);
    using f = new CallbackPtr(() => inThreads(2, 2, inner), [sint, double], double);
    expect(inThreads(2, 3, f)).toBe(6 * 6);
  });
});

test('results of every kind come back from the other thread', () => {
  const released = { releasegil: true };
  expect(lib.getfunc('text', [sint], char_p, released)(0)).toBe('grün');
  expect(lib.getfunc('text', [sint], char_p, released)(1)).toBe(null);
  const fails = lib.getfunc('fails', [sint], sint, released);
  expect([fails(7), get_errno()]).toEqual([-1, 7]);
});

describe('the event loop', () => {
  test('runs callbacks of threads', async () => {
    let calls = 0;
    using f = new CallbackPtr((i: number) => (calls++, i), [sint, double], double);
    start(20, f);
    await waitFor(() => calls === 20);
    expect(finish()).toBe(190);
  });

  test('what they throw is uncaught, and C gets zero', async () => {
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const errors: unknown[] = [];
    process.on('uncaughtException', (error) => void errors.push(error));
    let calls = 0;
    using f = new CallbackPtr(
      (i: number) => {
        calls++;
        if (i === 2) throw new RangeError('two');
        return i;
      },
      [sint, double],
      double,
    );
    start(5, f);
    await waitFor(() => calls === 5 && errors.length > 0);
    process.removeAllListeners('uncaughtException');
    for (const one of before) process.on('uncaughtException', one);
    expect(errors).toEqual([new RangeError('two')]);
    expect(finish()).toBe(0 + 1 + 3 + 4);
  });
});

async function waitFor(test: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !test(); i++) await new Promise((go) => setTimeout(go, 4));
}
