// rffi, untranslated: casts, strings, buffers, declarations of C functions.
import { describe, expect, test } from 'vitest';
import type { lltype as Declared, rffi as DeclaredRffi } from '../../runtime/mixmod.d.ts';
import { lltype as untypedLltype } from '../../runtime/lltype/lltype.ts';
import { cFunctionOf } from '../../runtime/rffi/c-function.ts';
import { createRffi, rffi as untypedRffi } from '../../runtime/rffi/rffi.ts';

const lltype = untypedLltype as unknown as typeof Declared;
const rffi = untypedRffi as unknown as typeof DeclaredRffi;
const RAW = { flavor: 'raw' } as const;

describe('cast', () => {
  test('numbers wrap', () => {
    expect(rffi.cast(rffi.UCHAR, 300)).toBe(44);
    expect(rffi.cast(rffi.LONGLONG, 2n ** 64n - 1n)).toBe(-1n);
  });

  test('a pointer survives the way through an integer', () => {
    const p = lltype.malloc(rffi.CArray(rffi.INT), 1, RAW);
    expect(rffi.cast(rffi.INTP, rffi.cast(lltype.Unsigned, p))).toBe(p);
  });

  test('memory is seen under another type', () => {
    const p = lltype.malloc(rffi.CArray(rffi.INT), 1, RAW);
    p[0] = 0x01020304;
    expect(rffi.cast(rffi.UCHARP, p)[0]).toBe(4);
  });

  test('a pointer is not cast to a narrow integer', () => {
    const p = lltype.malloc(rffi.CArray(rffi.INT), 1, RAW);
    expect(() => rffi.cast(rffi.INT, p)).toThrow('word size');
  });
});

describe('sizes', () => {
  test('sizeof and offsetof follow C', () => {
    const tm = rffi.CStruct('tm', ['tm_sec', rffi.INT], ['tm_gmtoff', rffi.LONG]);
    expect([rffi.sizeof(tm), rffi.offsetof(tm, 'c_tm_gmtoff')]).toEqual([16, 8]);
  });
});

describe('strings', () => {
  test('a string goes to C and back', () => {
    const p = rffi.str2charp('naïve 🎉');
    expect(rffi.charp2str(p)).toBe('naïve 🎉');
    rffi.free_charp(p);
  });

  test('a byte order mark is kept', () => {
    using s = rffi.scoped_str2charp('\uFEFFx');
    expect(rffi.charp2str(s.ptr)).toBe('\uFEFFx');
  });

  test('a NUL inside is refused', () => {
    expect(() => rffi.str2charp('a\0b')).toThrow(TypeError);
  });

  test('charpsize2str takes so many bytes', () => {
    using s = rffi.scoped_str2charp('hello');
    expect(rffi.charpsize2str(s.ptr, 3)).toBe('hel');
  });

  test('bytes that are not UTF-8 give U+FFFD', () => {
    const p = lltype.malloc(rffi.CArray(rffi.UCHAR), 2, RAW);
    p[0] = 0xff;
    p[1] = 0;
    expect(rffi.charp2str(p)).toBe('\uFFFD');
  });

  test('a string without its NUL is found', () => {
    const p = lltype.malloc(rffi.CArray(rffi.UCHAR), 1, RAW);
    p[0] = 65;
    expect(() => rffi.charp2str(p)).toThrow(RangeError);
  });
});

describe('scoped_nonmovingbuffer', () => {
  test('C sees the memory of the array itself', () => {
    const data = new Uint8Array([1, 2, 3]);
    using buffer = rffi.scoped_nonmovingbuffer(data.subarray(1));
    buffer.ptr[0] = 9;
    expect([...data]).toEqual([1, 9, 3]);
  });

  test('its pointer ends with the block', () => {
    let kept;
    {
      using buffer = rffi.scoped_nonmovingbuffer(new Float64Array(1));
      kept = buffer.ptr;
    }
    expect(() => kept[0]).toThrow('access to freed Float64Array');
  });
});

describe('llexternal', () => {
  const zlib = rffi.ExternalCompilationInfo({ includes: ['zlib.h'], libraries: ['z'] });

  test('carries what it declares', () => {
    const crc32 = rffi.llexternal('crc32', [rffi.ULONG, rffi.CCHARP], rffi.ULONG, {
      compilation_info: zlib,
    });
    expect(cFunctionOf(crc32)).toMatchObject({
      kind: 'c-function',
      name: 'crc32',
      args: [rffi.ULONG, rffi.CCHARP],
      result: rffi.ULONG,
      compilation_info: zlib,
      macro: null,
    });
  });

  test('runs its _callable untranslated', () => {
    const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT, { _callable: (x) => Math.abs(x) });
    expect(abs(-3)).toBe(3);
  });

  test('an integer is one that the C type has, for C and for its stand-in', () => {
    const none = { _callable: () => 0 };
    for (const options of [{}, none]) {
      const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT, options);
      for (const value of [2 ** 31, -(2 ** 31) - 1, 1.5, NaN, Infinity])
        expect(() => abs(value)).toThrow(
          new RangeError(`argument 1 of abs is ${value}, which does not fit INT (int)`),
        );
      expect(abs(-(2 ** 31) + 1)).toBe(options === none ? 0 : 2 ** 31 - 1);
    }
    const toupper = rffi.llexternal('toupper', [rffi.UCHAR], rffi.INT, none);
    expect(() => toupper(256)).toThrow('argument 1 of toupper is 256, which does not fit UCHAR');
    expect(() => toupper(-1)).toThrow('argument 1 of toupper is -1, which does not fit UCHAR');
    const llabs = rffi.llexternal('llabs', [rffi.LONGLONG], rffi.LONGLONG);
    expect(llabs(-(2n ** 63n) + 1n)).toBe(2n ** 63n - 1n);
    expect(() => llabs(2n ** 63n)).toThrow(
      'argument 1 of llabs is 9223372036854775808, which does not fit LONGLONG (long long)',
    );
  });

  test('a value that C changes, and what a callback gives, are such integers too', () => {
    const next = rffi.llexternal('next', [rffi.inout(rffi.SHORT)], rffi.VOID, {
      _callable: (n) => {
        n[0] = (n[0] ?? 0) + 1;
      },
    });
    expect(next(32767)).toBe(-32768);
    expect(() => next(32768)).toThrow(
      new RangeError('argument 1 of next is 32768, which does not fit SHORT (short)'),
    );
    const { VOIDP, SIZE_T } = rffi;
    const ORDER = rffi.CCallback([VOIDP, VOIDP], rffi.INT);
    const bsearch = rffi.llexternal('bsearch', [VOIDP, VOIDP, SIZE_T, SIZE_T, ORDER], VOIDP);
    using key = rffi.scoped_str2charp('k');
    let order = 0;
    using compare = rffi.scoped_callback(ORDER, () => order);
    const found = (): boolean => bsearch(key.ptr, key.ptr, 1, 1, compare.ptr) !== null;
    expect(found()).toBe(true);
    order = 2 ** 32;
    expect(found).toThrow(
      new RangeError('the result of a callback is 4294967296, which does not fit INT (int)'),
    );
  });

  test('calls the C of the process', () => {
    const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT);
    expect(abs(-3)).toBe(3);
  });

  test('names a function that is nowhere', () => {
    const nowhere = rffi.llexternal('of_this_name_is_none', [], rffi.INT);
    expect(() => nowhere()).toThrow('the C function of_this_name_is_none was not found');
  });

  test('looks in testonly_libraries', () => {
    const none = rffi.ExternalCompilationInfo({ testonly_libraries: ['expat'] });
    const version = rffi.llexternal('XML_ExpatVersion', [], rffi.CCHARP, {
      compilation_info: none,
    });
    expect(rffi.charp2str(version())).toMatch(/^expat_/);
  });

  test('takes a structure by value', () => {
    const point = lltype.Struct('P', ['x', rffi.INT]);
    expect(cFunctionOf(rffi.llexternal('f', [point], point))?.result).toBe(point);
  });

  test('refuses an array by value', () => {
    const array = rffi.CFixedArray(rffi.INT, 2);
    expect(() => rffi.llexternal('f', [array], rffi.INT)).toThrow(
      'argument 1 of f must be a primitive, a pointer or a structure',
    );
  });

  test('refuses a name that C cannot have', () => {
    expect(() => rffi.llexternal('a b', [], rffi.INT)).toThrow('no name of a C function');
  });
});

describe('ExternalCompilationInfo', () => {
  test('merge keeps each entry once, in order', () => {
    const a = rffi.ExternalCompilationInfo({ libraries: ['z', 'm'] });
    const b = rffi.ExternalCompilationInfo({ libraries: ['m', 'c'] });
    expect(a.merge(b)).toMatchObject({ libraries: ['z', 'm', 'c'] });
  });

  test('an unknown option is named', () => {
    expect(() => rffi.ExternalCompilationInfo({ library: ['z'] } as never)).toThrow(
      'no option library',
    );
  });

  test('a build makes its paths absolute', () => {
    const building = createRffi({
      resolvePath: (path) => `/src/${path}`,
      isCore: false,
      declaredAt: () => null,
    });
    expect(
      building.ExternalCompilationInfo({ includes: ['a.h', './b.h'], include_dirs: ['inc'] }),
    ).toMatchObject({
      includes: ['a.h', '/src/./b.h'],
      include_dirs: ['/src/inc'],
    });
  });
});
