// What a unit says besides its graphs, and what graphs look like: exports, C functions, the text of some graphs.
import { expect, test } from 'vitest';
import { printGraph } from '../../compiler/graph/print.ts';
import type { CheckedProgram } from '../../compiler/program/nodes.ts';
import {
  BOOLEAN,
  F64,
  INT_TYPES,
  STRING,
  VOID,
  nullableOf,
  pointerTo,
} from '../../compiler/program/types.ts';
import { makeArray, makePtr } from '../../runtime/lltype/constructors.ts';
import { RFFI_PRIMITIVES as rffi } from '../../runtime/lltype/primitives.ts';
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { execute, unitsOf } from './execute.ts';
import * as t from './tree.ts';

const text = (program: CheckedProgram, level: 'high' | 'low', name: string): string => {
  const graph = unitsOf(program)[level].graphs.get(name);
  if (!graph) throw new Error(`no graph ${name}`);
  return printGraph(graph);
};

test('the unit is named after the entry file', () => {
  expect(unitsOf(t.program({})).high.name).toBe('test');
});

test('an optional parameter of an export', () => {
  const maybe = nullableOf(F64, false, true);
  const x = t.local('x', maybe);
  const program = t.program({
    functions: [
      t.fn('f', [{ local: x, optional: true, type: F64 }], F64, [
        t.give(
          t.conditional(
            t.convert('is-undefined', BOOLEAN, t.read(x)),
            t.num(4),
            t.convert('from-nullable', F64, t.read(x)),
          ),
        ),
      ]),
    ],
  });
  expect(unitsOf(program).low.exports).toMatchObject([
    {
      kind: 'function',
      name: 'f',
      graph: 'f',
      parameters: [{ name: 'x', type: F64, optional: true, inputType: maybe }],
      result: F64,
    },
  ]);
  expect(execute(program, 'f')).toBe(4);
  expect(execute(program, 'f', 5)).toBe(5);
});

test('exports of modules that are not the entry are no exports of the unit', () => {
  const inner = t.fn('inner', [], F64, [t.give(t.num(1))]);
  const program = t.program(
    { functions: [inner] },
    { functions: [t.fn('f', [], F64, [t.give(t.call(inner))])] },
  );
  expect(unitsOf(program).high.exports.map(({ name }) => name)).toEqual(['f']);
  expect(execute(program, 'f')).toBe(1);
});

const NO_INFO: ExternalCompilationInfo = {
  kind: 'eci',
  includes: [],
  include_dirs: [],
  libraries: [],
  library_dirs: [],
  separate_module_sources: [],
  separate_module_files: [],
  pre_include_bits: [],
  post_include_bits: [],
  compile_extra: [],
  link_extra: [],
  testonly_libraries: [],
};
const strlen = {
  kind: 'c-function',
  name: 'strlen',
  args: [makePtr(makeArray(rffi.CHAR, { hints: { nolength: true } }))],
  result: rffi.SIZE_T,
  compilation_info: NO_INFO,
  macro: false,
} as unknown as CFunction;

test('C calls and calls of the runtime library pass low values', () => {
  const charp = pointerTo(makeArray(rffi.CHAR, { hints: { nolength: true } }));
  const s = t.local('s', STRING);
  const p = t.local('p', charp);
  const program = t.program({
    functions: [
      t.fn('f', [s], INT_TYPES.usize, [
        t.using(
          p,
          t.builtin('rffi.str2charp', charp, t.read(s)),
          t.builtin('lltype.free', VOID, t.read(p)),
          t.give(t.cCall(strlen, INT_TYPES.usize, t.read(p))),
        ),
      ]),
      t.fn('g', [], STRING, [t.give(t.builtin('rffi.charp2str', STRING, t.constant(charp, null)))]),
    ],
  });
  expect(unitsOf(program).high.cFunctions).toEqual([strlen]);
  expect(text(program, 'low', 'f')).toBe(`graph "f" -> usize
b0(v0.s: string):
  v1.p: address = runtime_call v0.s {runtime: "str2charp"}
  v2: usize = c_call v1.p {external: "strlen"}
  adr_free v1.p
  return v2
`);
  expect(text(program, 'low', 'g')).toBe(`graph "g" -> string
b0():
  v0: string = runtime_call null:address {runtime: "charp2str"}
  return v0
`);
});

test('a loop: its variables are inputs of its head, temporaries have no names', () => {
  const [n, i, total] = [t.local('n'), t.variable('i'), t.variable('total')];
  const program = t.program({
    functions: [
      t.fn('sum', [n], F64, [
        t.declare(total, t.num(0)),
        t.declare(i, t.num(0)),
        t.loop(
          { test: t.compare('<', t.read(i), t.read(n)) },
          t.set(total, t.binary('+', t.read(total), t.read(i))),
          t.set(i, t.binary('+', t.read(i), t.num(1))),
        ),
        t.give(t.read(total)),
      ]),
    ],
  });
  expect(text(program, 'high', 'sum')).toBe(`graph "sum" -> f64
b0(v0.n: f64):
  goto b1(0:f64, 0:f64)
b1(v1.total: f64, v2.i: f64):
  v3: boolean = float_lt v2.i, v0.n
  branch v3, b2, b3
b2():
  v4.total: f64 = float_add v1.total, v2.i
  v5.i: f64 = float_add v2.i, 1:f64
  goto b1(v4.total, v5.i)
b3():
  return v1.total
`);
});

test('spans stand on the ops', () => {
  const n = t.local('n', INT_TYPES.i32);
  const program = t.program({
    functions: [t.fn('f', [n], INT_TYPES.i32, [t.give(t.binary('/', t.read(n), t.read(n)))])],
  });
  const { low } = unitsOf(program);
  expect(low.graphs.get('f')?.start.ops.map(({ name, span }) => [name, span])).toEqual([
    ['check_nonzero', t.span],
    ['int_div_nonzero', t.span],
  ]);
});

test('division by a constant that is not zero is not checked', () => {
  const n = t.local('n', INT_TYPES.i32);
  const program = t.program({
    functions: [
      t.fn('f', [n], INT_TYPES.i32, [t.give(t.binary('%', t.read(n), t.int(INT_TYPES.i32, 3)))]),
    ],
  });
  expect(text(program, 'low', 'f')).not.toContain('check_nonzero');
});
