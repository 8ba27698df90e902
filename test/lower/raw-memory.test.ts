// lltype's pointers as high and as low graphs: allocation, fields, items, addresses, casts.
import { expect, test } from 'vitest';
import { makeArray, makeFixedSizeArray, makePtr } from '../../runtime/lltype/constructors.ts';
import { makeStruct } from '../../runtime/lltype/struct.ts';
import {
  LLTYPE_PRIMITIVES as ll,
  RFFI_PRIMITIVES as rffi,
} from '../../runtime/lltype/primitives.ts';
import type { Container, LowLevelType } from '../../runtime/lltype/types.ts';
import type { Expression, Statement } from '../../compiler/program/nodes.ts';
import {
  BOOLEAN,
  F32,
  F64,
  INT_TYPES,
  TYPED_ARRAYS,
  VOID,
  pointerTo,
  type RtsType,
} from '../../compiler/program/types.ts';
import { createInterpreter } from '../../compiler/graph/interpret.ts';
import { execute, unitsOf } from '../flow/execute.ts';
import * as t from '../flow/tree.ts';

const { isize, usize, i8, u8, i32 } = INT_TYPES;
const n = t.local('n', isize);
const at = (index: number) => t.int(isize, index);
const free = (pointer: Expression) => t.run(t.builtin('lltype.free', VOID, pointer));

/** `f(n)` with a pointer `p` to a fresh container; frees it and gives what `body` has put into `result`. */
function withMemory(
  container: Container,
  count: Expression | null,
  result: RtsType,
  body: (p: Expression, out: ReturnType<typeof t.variable>) => readonly Statement[],
) {
  const p = t.local('p', pointerTo(container));
  const out = t.variable('out', result);
  return t.program({
    functions: [
      t.fn('f', [n], result, [
        t.declare(out),
        t.declare(p, t.rawMalloc(p.type, container, count, true)),
        ...body(t.read(p), out),
        free(t.read(p)),
        t.give(t.read(out)),
      ]),
    ],
  });
}

const point = makeStruct('Point', null, [
  ['tag', rffi.SIGNEDCHAR],
  ['x', ll.Signed],
  ['y', ll.Float],
  ['z', rffi.FLOAT],
  ['flag', ll.Bool],
  ['corners', makeFixedSizeArray(rffi.INT, 3)],
]);

const fieldTest = (name: string, type: LowLevelType, rts: RtsType, value: Expression) =>
  withMemory(point, null, rts, (p, out) => [
    t.set(t.field(p, name, type), value),
    t.set(out, t.read(t.field(p, name, type), rts)),
  ]);

test('fields of every width keep their values', () => {
  expect(execute(fieldTest('tag', rffi.SIGNEDCHAR, i8, t.int(i8, -5)), 'f', 0)).toBe(-5);
  expect(execute(fieldTest('x', ll.Signed, isize, t.read(n)), 'f', -(2 ** 40))).toBe(-(2 ** 40));
  expect(execute(fieldTest('y', ll.Float, F64, t.num(0.1)), 'f', 0)).toBe(0.1);
  expect(execute(fieldTest('z', rffi.FLOAT, F32, t.constant(F32, 0.5)), 'f', 0)).toBe(0.5);
  expect(execute(fieldTest('flag', ll.Bool, BOOLEAN, t.bool(true)), 'f', 0)).toBe(true);
});

test('fields do not overlap', () => {
  const program = withMemory(point, null, isize, (p, out) => [
    t.set(t.field(p, 'x', ll.Signed), at(-1)),
    t.set(t.field(p, 'tag', rffi.SIGNEDCHAR), t.int(i8, 0)),
    t.set(t.field(p, 'y', ll.Float), t.num(0)),
    t.set(out, t.read(t.field(p, 'x', ll.Signed), isize)),
  ]);
  expect(execute(program, 'f', 0)).toBe(-1);
});

test('an inlined array is reached through its address', () => {
  const inner = makeFixedSizeArray(rffi.INT, 3);
  const program = withMemory(point, null, i32, (p, out) => {
    const corners = t.addressOf(pointerTo(inner), t.field(p, 'corners', inner));
    return [
      t.set(t.item(corners, at(2), rffi.INT), t.int(i32, 42)),
      t.set(out, t.read(t.item(corners, t.read(n), rffi.INT), i32)),
    ];
  });
  expect(execute(program, 'f', 2)).toBe(42);
  expect(execute(program, 'f', 1)).toBe(0);
});

const signedArray = makeArray(ll.Signed);

test('an array with a stored length: length, items, range', () => {
  const program = withMemory(signedArray, t.read(n), isize, (p, out) => [
    t.set(t.item(p, at(3), ll.Signed), at(7)),
    t.set(
      out,
      t.binary(
        '+',
        t.binary('*', t.builtin('lltype.length', isize, p), at(100)),
        t.read(t.item(p, at(3), ll.Signed), isize),
      ),
    ),
  ]);
  expect(execute(program, 'f', 5)).toBe(507);
  expect(() => execute(program, 'f', 3)).toThrow('index 3 is out of range for length 3');
});

test('lengths that cannot be', () => {
  const program = withMemory(signedArray, t.read(n), isize, (_p, out) => [t.set(out, at(0))]);
  expect(execute(program, 'f', 0)).toBe(0);
  for (const count of [-1, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]) {
    expect(() => execute(program, 'f', count)).toThrow(new RangeError('out of memory'));
  }
});

test('an array of 0 bytes can be allocated', () => {
  const program = withMemory(
    makeArray(rffi.CHAR, { hints: { nolength: true } }),
    at(0),
    isize,
    (_p, out) => [t.set(out, at(1))],
  );
  expect(execute(program, 'f', 0)).toBe(1);
});

const chars = makeArray(rffi.UCHAR, { hints: { nolength: true } });

test('pointer arithmetic moves by items', () => {
  const ints = makeArray(rffi.INT, { hints: { nolength: true } });
  const program = withMemory(ints, at(4), i32, (p, out) => [
    t.set(t.item(p, at(3), rffi.INT), t.int(i32, 9)),
    t.set(
      out,
      t.read(t.item(t.builtin('rffi.ptradd', pointerTo(ints), p, t.read(n)), at(1), rffi.INT), i32),
    ),
  ]);
  expect(execute(program, 'f', 2)).toBe(9);
  expect(execute(program, 'f', 1)).toBe(0);
});

test('structures in an array', () => {
  const pair = makeStruct('Pair', null, [
    ['a', rffi.SHORT],
    ['b', ll.Float],
  ]);
  const pairs = makeArray(pair);
  const program = withMemory(pairs, at(3), F64, (p, out) => {
    const second = t.addressOf(pointerTo(pair), t.item(p, t.read(n), pair));
    return [
      t.set(t.field(second, 'b', ll.Float), t.num(1.5)),
      t.set(
        out,
        t.read(t.field(t.addressOf(pointerTo(pair), t.item(p, at(2), pair)), 'b', ll.Float), F64),
      ),
    ];
  });
  expect(execute(program, 'f', 2)).toBe(1.5);
  expect(execute(program, 'f', 1)).toBe(0);
});

test('a structure that ends with an array', () => {
  const text = makeStruct('Text', null, [
    ['hash', rffi.INT],
    ['chars', makeArray(rffi.UCHAR)],
  ]);
  const tail = makeArray(rffi.UCHAR);
  const program = withMemory(text, t.read(n), isize, (p, out) => {
    const items = t.addressOf(pointerTo(tail), t.field(p, 'chars', tail));
    return [
      t.set(t.field(p, 'hash', rffi.INT), t.int(i32, -1)),
      t.set(t.item(items, at(0), rffi.UCHAR), t.int(u8, 200)),
      t.set(
        out,
        t.binary(
          '+',
          t.builtin('lltype.length', isize, items),
          t.convert('int-to-int', isize, t.read(t.item(items, at(0), rffi.UCHAR), u8)),
        ),
      ),
    ];
  });
  expect(execute(program, 'f', 6)).toBe(206);
});

test('pointers in memory, casts and comparisons', () => {
  const node = makeStruct('Node', null, [
    ['value', ll.Signed],
    ['other', makePtr(chars)],
  ]);
  const charsPointer = pointerTo(chars);
  const program = withMemory(node, null, F64, (p, out) => {
    const other = t.field(p, 'other', makePtr(chars));
    const bytes = t.convert('pointer', charsPointer, p);
    const asInteger = t.convert('pointer-to-int', usize, p);
    const back = t.convert('int-to-pointer', charsPointer, asInteger);
    const bit = (test: Expression, weight: number) => t.conditional(test, t.num(weight), t.num(0));
    const isNull = t.compare('===', t.read(other, charsPointer), t.constant(charsPointer, null));
    const isSame = t.compare('===', t.read(other, charsPointer), back);
    const isThere = t.convert('to-boolean', BOOLEAN, t.read(other, charsPointer));
    const isOther = t.compare('!==', bytes, back);
    return [
      t.set(out, bit(isNull, 1)),
      t.set(other, bytes),
      t.set(out, t.binary('+', t.read(out), bit(isSame, 10))),
      t.set(out, t.binary('+', t.read(out), bit(isThere, 100))),
      t.set(out, t.binary('+', t.read(out), bit(isOther, 1000))),
      t.set(t.field(p, 'value', ll.Signed), at(0x4241)),
      t.set(
        out,
        t.binary(
          '+',
          t.read(out),
          t.convert('int-to-float', F64, t.read(t.item(bytes, at(1), rffi.UCHAR), u8)),
        ),
      ),
    ];
  });
  expect(execute(program, 'f', 0)).toBe(111 + 0x42);
});

test('the data of a typed array as a pointer', () => {
  const uint8Array = TYPED_ARRAYS.get('Uint8Array') ?? VOID;
  const array = t.local('array', uint8Array);
  const data = t.builtin('typedarray.data', pointerTo(chars), t.read(array));
  const program = t.program({
    functions: [t.fn('f', [array], u8, [t.give(t.read(t.item(data, at(1), rffi.UCHAR), u8))])],
  });
  const { low } = unitsOf(program);
  expect(createInterpreter(low).call('f', [new Uint8Array([1, 2, 3])])).toBe(2);
});

test('what is freed is freed', () => {
  const program = withMemory(point, null, F64, (_p, out) => [t.set(out, t.num(1))]);
  for (const unit of Object.values(unitsOf(program))) {
    const interpreter = createInterpreter(unit);
    interpreter.call('f', [0]);
    expect(interpreter.liveAllocations()).toBe(0);
  }
});
