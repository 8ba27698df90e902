// Raw memory, untranslated: reads, writes and what RPython's emulation finds.
import { describe, expect, test } from 'vitest';
import type { lltype as Declared, rffi as DeclaredRffi } from '../../runtime/mixmod.d.ts';
import { liveAllocations } from '../../runtime/lltype/memory.ts';
import { lltype as untypedLltype } from '../../runtime/lltype/lltype.ts';
import { rffi as untypedRffi } from '../../runtime/rffi/rffi.ts';

// As programs see them.
const lltype = untypedLltype as unknown as typeof Declared;
const rffi = untypedRffi as unknown as typeof DeclaredRffi;
const RAW = { flavor: 'raw' } as const;

const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', lltype.Float]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', lltype.Ptr(POINT)]);

describe('structures', () => {
  test('a field has the value that was stored', () => {
    const p = lltype.malloc(POINT, RAW);
    p.x = -7;
    p.y = 0.5;
    expect([p.x, p.y]).toEqual([-7, 0.5]);
  });

  test('a stored number wraps to the width of the field', () => {
    const p = lltype.malloc(POINT, RAW);
    p.x = 2 ** 31;
    expect(p.x).toBe(-(2 ** 31));
  });

  test('an inlined structure shares the memory of the outer one', () => {
    const line = lltype.malloc(LINE, RAW);
    line.from.x = 3;
    const from = line.from;
    expect(from.x).toBe(3);
    expect(line.from).toBe(from);
  });

  test('a pointer field holds the pointer, and NULL as null', () => {
    const line = lltype.malloc(LINE, { flavor: 'raw', zero: true });
    expect(line.to).toBeNull();
    line.to = line.from;
    expect(line.to).toBe(line.from);
  });

  test('an inlined structure cannot be assigned', () => {
    const line = lltype.malloc(LINE, RAW) as unknown as { from: unknown };
    expect(() => (line.from = lltype.malloc(POINT, RAW))).toThrow('cannot be assigned');
  });

  test('a pointer of another type is refused', () => {
    const line = lltype.malloc(LINE, RAW) as unknown as { to: unknown };
    expect(() => (line.to = line)).toThrow('expected Ptr(Point), got Ptr(Line)');
  });
});

describe('arrays', () => {
  test('a prefixed array knows its length', () => {
    expect(lltype.malloc(lltype.Array(rffi.INT), 5, RAW).length).toBe(5);
  });

  test('an index out of range of a prefixed array throws', () => {
    const a = lltype.malloc(lltype.Array(rffi.INT), 5, RAW);
    expect(() => a[5]).toThrow(new RangeError('index 5 is out of range for length 5'));
    expect(() => a[-1]).toThrow(RangeError);
  });

  test('an index out of range of an array without length throws too', () => {
    const a = lltype.malloc(rffi.CArray(rffi.INT), 5, { flavor: 'raw', zero: true });
    expect(() => (a[5] = 1)).toThrow(RangeError);
  });

  test('items of structure type are pointers into the array', () => {
    const a = lltype.malloc(lltype.Array(POINT), 2, RAW);
    const last = a[1];
    if (last) last.x = 9;
    expect(a[1]?.x).toBe(9);
  });

  test('64-bit items are bigints or numbers by their type', () => {
    const long = lltype.malloc(rffi.CArray(rffi.LONG), 1, RAW);
    const longLong = lltype.malloc(rffi.CArray(rffi.LONGLONG), 1, RAW);
    long[0] = -5;
    longLong[0] = 2n ** 63n;
    expect([long[0], longLong[0]]).toEqual([-5, -(2n ** 63n)]);
  });

  test('booleans are stored as one byte', () => {
    const flags = lltype.malloc(rffi.CArray(lltype.Bool), 2, { flavor: 'raw', zero: true });
    flags[1] = true;
    expect([flags[0], flags[1]]).toEqual([false, true]);
  });
});

describe('misuse is found', () => {
  test('a read of memory that was never written', () => {
    expect(() => lltype.malloc(POINT, RAW).x).toThrow('uninitialised memory at offset 0 of Point');
  });

  test('use after free', () => {
    const p = lltype.malloc(POINT, RAW);
    lltype.free(p, RAW);
    expect(() => (p.x = 1)).toThrow('access to freed Point');
  });

  test('use after free through a cast and an offset', () => {
    const a = lltype.malloc(rffi.CArray(rffi.INT), 4, { flavor: 'raw', zero: true });
    const alias = rffi.ptradd(rffi.cast(rffi.UCHARP, a), 2);
    lltype.free(a, RAW);
    expect(() => alias[0]).toThrow('access to freed');
  });

  test('double free', () => {
    const p = lltype.malloc(POINT, RAW);
    lltype.free(p, RAW);
    expect(() => lltype.free(p, RAW)).toThrow('double free of Point');
  });

  test('free of an inner pointer', () => {
    const a = lltype.malloc(rffi.CArray(rffi.INT), 4, RAW);
    expect(() => lltype.free(rffi.ptradd(a, 1), RAW)).toThrow('middle');
  });

  test('freed pointers still compare', () => {
    const p = lltype.malloc(POINT, RAW);
    const q = rffi.cast(lltype.Ptr(POINT), rffi.cast(rffi.VOIDP, p));
    lltype.free(p, RAW);
    expect(p === q).toBe(true);
    expect(p === null).toBe(false);
  });

  test('an access through NULL', () => {
    const p = lltype.nullptr(POINT);
    expect(() => p.x).toThrow(TypeError);
  });

  test('a made-up address', () => {
    expect(() => rffi.cast(rffi.INTP, 8)[0]).toThrow('unknown address 0x8');
  });

  test('malloc without its flavor', () => {
    expect(() => lltype.malloc(POINT, {} as never)).toThrow("{flavor: 'raw'}");
  });

  test('malloc of an array without a number of items', () => {
    expect(() => lltype.malloc(rffi.CArray(rffi.INT), RAW)).toThrow('needs a number of items');
  });

  test('what is not freed is counted', () => {
    const before = liveAllocations();
    const p = lltype.malloc(POINT, RAW);
    expect(liveAllocations()).toBe(before + 1);
    lltype.free(p, RAW);
    expect(liveAllocations()).toBe(before);
  });
});

describe('scoped_alloc', () => {
  test('memory is freed at the end of the block', () => {
    const before = liveAllocations();
    {
      using p = lltype.scoped_alloc(POINT, { zero: true });
      expect(p.ptr.x).toBe(0);
    }
    expect(liveAllocations()).toBe(before);
  });

  test('memory is freed when the block throws', () => {
    const before = liveAllocations();
    expect(() => {
      using p = lltype.scoped_alloc(rffi.CArray(rffi.INT), 3);
      throw new Error(String(p.ptr !== null));
    }).toThrow('true');
    expect(liveAllocations()).toBe(before);
  });
});
