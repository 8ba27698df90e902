// lltype's constructors: interning, layouts and refusals.
import { describe, expect, test } from 'vitest';
import {
  alignOf,
  allocationSize,
  offsetOf,
  sizeOf,
  variablePart,
} from '../../runtime/lltype/layout.ts';
import { lltype } from '../../runtime/lltype/lltype.ts';
import { rffi } from '../../runtime/rffi/rffi.ts';

describe('interning', () => {
  test('structures of equal name and fields are one object', () => {
    const make = () => lltype.Struct('P', ['x', lltype.Signed]);
    expect(make()).toBe(make());
  });

  test('structures that differ in a field type are two', () => {
    const signed = lltype.Struct('P', ['x', lltype.Signed]);
    expect(lltype.Struct('P', ['x', rffi.INT])).not.toBe(signed);
  });

  test('a C structure and one of our own are two', () => {
    expect(rffi.CStruct('P', ['x', rffi.INT])).not.toBe(lltype.Struct('P', ['c_x', rffi.INT]));
  });

  test('pointers to one container are one object', () => {
    expect(rffi.CArrayPtr(rffi.INT)).toBe(rffi.INTP);
  });

  test('CCHARP is the pointer to an array of Char without length', () => {
    expect(rffi.CCHARP).toBe(lltype.Ptr(lltype.Array(lltype.Char, { hints: { nolength: true } })));
  });
});

describe('layout (System V x86-64)', () => {
  const mixed = lltype.Struct(
    'Mixed',
    ['a', rffi.CHAR],
    ['b', rffi.INT],
    ['c', rffi.CHAR],
    ['d', rffi.DOUBLE],
  );

  test('fields are aligned to their size', () => {
    expect(['a', 'b', 'c', 'd'].map((name) => offsetOf(mixed, name))).toEqual([0, 4, 8, 16]);
  });

  test('the size of a structure is a multiple of its alignment', () => {
    expect(sizeOf(lltype.Struct('S', ['a', rffi.DOUBLE], ['b', rffi.CHAR]))).toBe(16);
  });

  test('an inlined structure keeps its alignment', () => {
    expect(offsetOf(lltype.Struct('Outer', ['c', rffi.CHAR], ['m', mixed]), 'm')).toBe(8);
  });

  test('a fixed array takes the alignment of its item', () => {
    expect(alignOf(rffi.CFixedArray(rffi.SHORT, 3))).toBe(2);
    expect(sizeOf(rffi.CFixedArray(rffi.SHORT, 3))).toBe(6);
  });

  test('the items of an array stand behind its length', () => {
    expect(variablePart(lltype.Array(rffi.INT))).toEqual({
      itemsOffset: 8,
      itemSize: 4,
      lengthOffset: 0,
    });
  });

  test('an array at the end of a structure begins after the fields', () => {
    const struct = lltype.Struct('Text', ['hash', rffi.INT], ['chars', rffi.CArray(rffi.CHAR)]);
    expect(allocationSize(struct, 10)).toBe(14);
  });

  test('an array of open length has no size', () => {
    expect(() => sizeOf(rffi.CArray(rffi.INT))).toThrow('no size');
  });

  test('an unknown field is named', () => {
    expect(() => offsetOf(mixed, 'z')).toThrow('Mixed has no field z');
  });
});

describe('refused types', () => {
  const cases: readonly [string, () => unknown, string][] = [
    [
      'a field named twice',
      () => lltype.Struct('S', ['x', rffi.INT], ['x', rffi.INT]),
      'two fields named x',
    ],
    [
      'a field beginning with _',
      () => lltype.Struct('S', ['_x', rffi.INT]),
      'cannot be named "_x"',
    ],
    [
      'an open array before the end',
      () => lltype.Struct('S', ['a', rffi.CArray(rffi.INT)], ['b', rffi.INT]),
      'only be the last field',
    ],
    [
      'an inlined open array in a structure that is inlined',
      () => lltype.FixedSizeArray(lltype.Struct('S', ['a', rffi.CArray(rffi.INT)]), 2),
      'only be the last field',
    ],
    ['a void field', () => lltype.Struct('S', ['v', lltype.Void]), 'cannot be void'],
    ['a pointer to a number', () => lltype.Ptr(rffi.INT as never), 'needs a container'],
    [
      'a fixed array of half a length',
      () => lltype.FixedSizeArray(rffi.INT, 1.5),
      'natural number',
    ],
    [
      'an opaque field of unknown size',
      () => lltype.Struct('S', ['f', rffi.COpaque('FILE')]),
      'size of FILE is not known',
    ],
    [
      'a function that returns an array',
      () => lltype.FuncType([], rffi.CFixedArray(rffi.INT, 2)),
      'must be a primitive, a pointer or a structure',
    ],
  ];
  test.each(cases)('%s', (_name, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('ForwardReference', () => {
  test('a pointer to it is a pointer to what it becomes', () => {
    const reference = lltype.ForwardReference();
    const node = lltype.Struct('Node', ['next', lltype.Ptr(reference)]);
    reference.become(node);
    expect(node.fields[0]?.type).toMatchObject({ kind: 'ptr', to: node });
  });

  test('its use before that is an error', () => {
    const pointer = lltype.Ptr(lltype.ForwardReference());
    expect(() => pointer.to).toThrow('before it has become');
  });

  test('it becomes one type only', () => {
    const reference = lltype.ForwardReference();
    const node = lltype.Struct('Once', ['next', lltype.Ptr(reference)]);
    reference.become(node);
    expect(() => reference.become(node)).toThrow('already');
  });
});
