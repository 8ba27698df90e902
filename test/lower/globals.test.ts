// Module-level variables and module-level code, as high and as low graphs.
import { expect, test } from 'vitest';
import {
  ARRAY_BUFFER,
  BOOLEAN,
  DATA_VIEW,
  F64,
  INT_TYPES,
  STRING,
  TYPED_ARRAYS,
  nullableOf,
  type RtsType,
} from '../../compiler/program/types.ts';
import { execute, unitsOf } from '../flow/execute.ts';
import * as t from '../flow/tree.ts';
import { printUnit } from '../../compiler/graph/print.ts';

const uint8Array = TYPED_ARRAYS.get('Uint8Array') ?? STRING;

/** `put(value)` and `take()` on one global. */
function slot(type: RtsType) {
  const global = t.globalVariable('slot', type);
  const value = t.local('value', type);
  return t.program({
    functions: [
      t.fn('put', [value], BOOLEAN, [t.set(t.global(global), t.read(value)), t.give(t.bool(true))]),
      t.fn('take', [], type, [t.give(t.read(t.global(global)))]),
    ],
    globals: [global],
  });
}

test.each([
  ['a number', F64, 1.5, -0],
  ['a 64-bit integer', INT_TYPES.i64, 5n, -6n],
  ['a boolean', BOOLEAN, true, false],
  ['a string', STRING, 'hé', ''],
  ['a nullable number', nullableOf(F64, true, true), null, 7],
  ['a nullable string', nullableOf(STRING, true, true), 'x', undefined],
  ['a typed array', uint8Array, new Uint8Array([1, 2]), new Uint8Array(0)],
  ['a nullable typed array', nullableOf(uint8Array, true, false), new Uint8Array([1, 2]), null],
  ['an ArrayBuffer', ARRAY_BUFFER, new Uint8Array([3]).buffer, new ArrayBuffer(4)],
  ['a DataView', DATA_VIEW, new DataView(new ArrayBuffer(4), 1), new DataView(new ArrayBuffer(2))],
] as const)('%s in a global outlives the call', (_what, type, first, second) => {
  const calls = [['put', first], ['take'], ['put', second], ['take'], ['take']] as const;
  const results = execute(slot(type), calls);
  expect(results).toEqual([true, first, true, second, second]);
});

test("a view in a global is a view on the caller's memory", () => {
  const global = t.globalVariable('kept', uint8Array);
  const value = t.local('value', uint8Array);
  const program = t.program({
    functions: [
      t.fn('keep', [value], F64, [
        t.set(t.global(global), t.read(value)),
        t.set(t.element(t.read(t.global(global)), t.int(INT_TYPES.isize, 0)), t.num(9)),
        t.give(t.read(t.element(t.read(value), t.int(INT_TYPES.isize, 0)), F64)),
      ]),
    ],
    globals: [global],
  });
  expect(execute(program, 'keep', new Uint8Array(1))).toBe(9);
});

test('the value read before a reassignment stays valid', () => {
  const global = t.globalVariable('text', STRING);
  const old = t.local('old', STRING);
  const program = t.program({
    functions: [
      t.fn('f', [], STRING, [
        t.set(t.global(global), t.text('first')),
        t.declare(old, t.read(t.global(global))),
        t.set(t.global(global), t.text('second')),
        t.give(t.read(old)),
      ]),
    ],
    globals: [global],
  });
  expect(execute(program, 'f')).toBe('first');
});

test('constants are inlined and never stored', () => {
  const limit = t.globalVariable('limit', F64, 42);
  const program = t.program({
    functions: [t.fn('f', [], F64, [t.give(t.read(t.global(limit)))])],
    globals: [limit],
  });
  expect(execute(program, 'f')).toBe(42);
  expect(printUnit(unitsOf(program).high)).toContain('return 42:f64');
});

test('modules are initialised in order, once', () => {
  const [a, b] = [t.globalVariable('a', F64), t.globalVariable('b', F64)];
  const program = t.program(
    { globals: [a], initializer: [t.set(t.global(a), t.num(5))] },
    {
      globals: [b],
      initializer: [t.set(t.global(b), t.binary('*', t.read(t.global(a)), t.num(2)))],
      functions: [
        t.fn('f', [], F64, [
          t.give(t.assign(t.global(b), t.binary('+', t.read(t.global(b)), t.num(1)))),
        ]),
      ],
    },
  );
  expect(execute(program, [['f'], ['f']])).toEqual([11, 12]);
  expect(unitsOf(program).low.initializer).toBe('<module init>');
});

test('module-level code may fill a typed array', () => {
  const table = t.globalVariable('table', uint8Array);
  const first = t.element(t.read(t.global(table)), t.int(INT_TYPES.isize, 0));
  const program = t.program({
    globals: [table],
    initializer: [
      t.set(t.global(table), t.builtin('typedarray.new', uint8Array, t.int(INT_TYPES.isize, 2))),
      t.set(first, t.num(7)),
    ],
    functions: [t.fn('f', [], F64, [t.give(t.read(first, F64))])],
  });
  expect(execute(program, 'f')).toBe(7);
});

test('without module-level code there is no initialiser', () => {
  const program = t.program({ functions: [t.fn('f', [], F64, [t.give(t.num(1))])] });
  expect(unitsOf(program).high.initializer).toBe(null);
});
