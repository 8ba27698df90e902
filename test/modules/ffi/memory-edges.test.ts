// What is read ends where the value ends: nothing behind it is touched, be it mapped or not.
import { describe, expect, test } from 'vitest';
import { load, store, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const lib = loadC(`
#include <string.h>
#include <sys/mman.h>
/* The end of a page, behind which nothing may be read. */
char *edge(void) {
  char *pages = mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(pages, 'x', 4096);
  mprotect(pages + 4096, 4096, PROT_NONE);
  return pages + 4096;
}
const char *ending(char *end, int size) { end[-1] = 0; return end - 1 - size; }
`);
const end = lib.getfunc('edge', [], types.void_p)();

describe('at the end of mapped memory', () => {
  const values = [
    ['sbyte', -2],
    ['ubyte', 254],
    ['sshort', -300],
    ['ushort', 65_000],
    ['sint', -70_000],
    ['uint', 4_000_000_000],
    ['slong', -(2n ** 40n)],
    ['ulong', 2n ** 63n],
    ['float', 0.5],
    ['double', 1 / 3],
    ['char', 'é'],
    ['unichar', '😀'],
    ['void_p', 2 ** 40],
  ] as const;
  test.each(values)('%s', (name, value) => {
    const type = types[name];
    store(type as never, end - type.size, value as never);
    expect(load(type, end - type.size)).toBe(value);
  });
  test('texts of all lengths', () => {
    const ending = lib.getfunc('ending', [types.void_p, types.sint], types.char_p);
    for (let size = 0; size < 70; size++) {
      store(types.ubyte, end - 1, 0);
      for (let i = 0; i < size; i++) store(types.ubyte, end - 2 - i, 120);
      expect(ending(end, size)).toBe('x'.repeat(size));
    }
  });
  test('what is not of ASCII behind the NUL, and before the text', () => {
    const text = lib.getfunc('ending', [types.void_p, types.sint], types.char_p);
    for (let start = 1; start < 17; start++) {
      const bytes = new Uint8Array(64).fill(200).fill(97, start, 20);
      expect(text(bytes.subarray(20), 19 - start)).toBe('a'.repeat(19 - start));
    }
  });
});
