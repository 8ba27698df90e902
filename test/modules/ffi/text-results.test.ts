// Strings that C gives: made by V8 where they are of ASCII, and read from memory where not.
import { describe, expect, test } from 'vitest';
import { CallbackPtr, get_errno, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { char_p, sint, void_p } = types;

const lib = loadC(`
#include <errno.h>
#include <string.h>
const char *pick(int i) {
  static char kept[5000];
  switch (i) {
    case 0: return 0;
    case 1: return "";
    case 2: return "plain";
    case 3: return "n\\xc3\\xa9 \\xe2\\x82\\xac \\xf0\\x9f\\x98\\x80";
    case 4: return "seven bytes and then \\xc3\\xa9";
    default: memset(kept, 'x', i - 1); kept[i - 1] = 0; return kept;
  }
}
const char *after(int (*f)(int), const char *text) { f(1); f(2); return text; }
const char *fail(void) { errno = 7; return "failed"; }
const char *many(int a, int b, int c, int d, int e, int f, int g, const char *h) { return g == 7 ? h : 0; }
`);

const pick = lib.getfunc('pick', [sint], char_p);
const after = lib.getfunc('after', [void_p, char_p], char_p);

describe('a string that C gives', () => {
  test('none, an empty one, ASCII and others', () => {
    const all = [0, 1, 2, 3, 4].map((i) => pick(i));
    expect(all).toEqual([null, '', 'plain', 'né € 😀', 'seven bytes and then é']);
  });
  test('of every length', () => {
    for (let length = 6; length < 200; length++) expect(pick(length)).toBe('x'.repeat(length - 1));
    expect(pick(5000)).toBe('x'.repeat(4999));
  });
  test('often, from code that V8 optimizes, with collections between', () => {
    const seen: unknown[] = [];
    for (let i = 0; i < 300_000; i++) {
      const text = pick(i & 3);
      if (i % 1000 === 2) seen.push(text);
    }
    expect(new Set(seen)).toEqual(new Set(['plain']));
  });
  test('errno is that of the call', () => {
    expect(lib.getfunc('fail', [], char_p)()).toBe('failed');
    expect(get_errno()).toBe(7);
  });
  test('arguments on the stack', () => {
    const args = [...Array<typeof sint>(7).fill(sint), char_p];
    const many = lib.getfunc('many', args, char_p) as (...args: unknown[]) => unknown;
    expect(many(1, 2, 3, 4, 5, 6, 7, 'eighth')).toBe('eighth');
  });
});

describe('where C calls JavaScript before', () => {
  test('the string comes after the callbacks', () => {
    const seen: unknown[] = [];
    const f = new CallbackPtr((i) => seen.push(i, pick(2), pick(3)), [sint], sint);
    expect([after(f, 'text'), after(f, 'é'), after(f, null)]).toEqual(['text', 'é', null]);
    expect(seen.slice(0, 6)).toEqual([1, 'plain', 'né € 😀', 2, 'plain', 'né € 😀']);
    f.free();
  });
  test('what a callback throws is thrown, and the next call gives its string', () => {
    const f = new CallbackPtr(
      (): number => {
        throw new RangeError('thrown');
      },
      [sint],
      sint,
    );
    for (let i = 0; i < 1000; i++) expect(() => after(f, 'text')).toThrow('thrown');
    f.free();
    expect(() => after(f, 'text')).toThrow('has been freed');
    expect(pick(2)).toBe('plain');
  });
  test('a stack that is full', () => {
    const f: CallbackPtr<readonly [typeof sint], typeof sint> = new CallbackPtr(
      () => after(f, 'text')?.length ?? 0,
      [sint],
      sint,
    );
    expect(() => after(f, 'text')).toThrow(RangeError);
    f.free();
    expect(pick(2)).toBe('plain');
  });
});
