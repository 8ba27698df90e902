// The memory of strings that are copied for a call: whatever becomes of the call, it is given back.
import { describe, expect, test } from 'vitest';
import { CallbackPtr, types } from '../../../modules/_ffi/index.ts';
import { mark } from '../../../modules/_ffi/scratch.ts';
import { loadC } from './c-library.ts';

const { char_p, sint, void_p } = types;

const lib = loadC(`
#include <string.h>
int two(const char *a, const char *b) { return strlen(a) + strlen(b); }
int with(const char *a, int (*f)(int)) { return strlen(a) + f(1); }
const char *same(const char *a, int (*f)(int)) { f(1); return a; }
int twenty(const char *a) { return strlen(a); }
`);
const two = lib.getfunc('two', [char_p, char_p], sint);
const withText = lib.getfunc('with', [char_p, void_p], sint);
const same = lib.getfunc('same', [char_p, void_p], char_p);

const TEXT = 'a text that is copied for the call';

/** `fail` throws; nothing is left behind. */
function given(fail: () => unknown, times = 1000): void {
  const before = mark();
  for (let i = 0; i < times; i++) expect(fail).toThrow();
  expect(mark()).toBe(before);
  expect(two(TEXT, 'b')).toBe(TEXT.length + 1);
}

describe('strings are given back', () => {
  test('after a call', () => given(() => expect(two(TEXT, TEXT)).toBe(0)));
  test('where an argument is wrong', () => {
    const loose = two as (...args: unknown[]) => unknown;
    given(() => loose(TEXT, 'a\0b'));
    given(() => loose(TEXT, {}));
    const throwing = {
      getaddr(): number {
        throw new Error('no address');
      },
    };
    given(() => loose(TEXT, throwing));
  });
  test('where a callback throws', () => {
    const f = new CallbackPtr(
      (): number => {
        throw new Error('thrown');
      },
      [sint],
      sint,
    );
    given(() => withText(TEXT, f));
    given(() => same(TEXT, f));
    f.free();
    given(() => withText(TEXT, f));
  });
  test('where the stack is full', () => {
    const f: CallbackPtr<readonly [typeof sint], typeof sint> = new CallbackPtr(
      () => withText(TEXT, f) + (same(TEXT, f)?.length ?? 0),
      [sint],
      sint,
    );
    given(() => withText(TEXT, f), 5);
    f.free();
  });
  test('where they are too long for the memory', () => {
    type Any = (...args: unknown[]) => unknown;
    const { unichar_p } = types;
    const wide = lib.getfunc('twenty', Array<typeof unichar_p>(20).fill(unichar_p), sint) as Any;
    given(() => wide(...Array<string>(20).fill('€'.repeat(4000))), 20);
    const many = lib.getfunc('twenty', Array<typeof char_p>(20).fill(char_p), sint) as Any;
    expect(many(...Array<string>(20).fill('x'.repeat(20_000)))).toBe(20_000);
  });
  test('a result that is an argument', () => {
    const f = new CallbackPtr(() => two(TEXT, TEXT), [sint], sint);
    for (const text of [TEXT, 'é'.repeat(20), 'x'.repeat(30_000), 'é'.repeat(30_000)])
      expect(same(text, f)).toBe(text);
    f.free();
  });
});
