// parse(print(g)) equals g, and wrong text is refused with its line.
import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../../compiler/graph/builder.ts';
import { equalGraphs, equalUnits } from '../../compiler/graph/equal.ts';
import { parseGraph, parseUnit } from '../../compiler/graph/parse.ts';
import { containersOf } from '../../compiler/graph/print-types.ts';
import { printGraph, printUnit } from '../../compiler/graph/print.ts';
import { INT_TYPES, pointerTo } from '../../compiler/program/types.ts';
import { makeStruct } from '../../runtime/lltype/struct.ts';
import { LLTYPE_PRIMITIVES } from '../../runtime/lltype/primitives.ts';
import type { Container } from '../../runtime/lltype/types.ts';

const SUM = `graph "sum" -> i32
b0(v0.n: i32):
  goto b1(v0.n, 0:i32)
b1(v1: i32, v2.total: i32):
  v3: boolean = int_eq v1, 0:i32
  branch v3, b2, b3
b2():
  return v2.total
b3():
  v4: i32 = int_add v2.total, v1
  v5: i32 = int_sub v1, 1:i32
  goto b1(v5, v4)
`;

const bodies: Readonly<Record<string, string>> = {
  constants: `graph "f" -> f64, i64, boolean, string, string|null, string|undefined, f32, address
b0():
  return -0:f64, -5:i64, true, "a;\\"b", null:string|null, undefined:string|undefined, 1.5:f32, null:address
`,
  'extreme floats': `graph "f" -> f64, f64, f64, f64, f64
b0():
  return NaN:f64, Infinity:f64, -Infinity:f64, 1e+21:f64, 5e-324:f64
`,
  'try and reraise': `graph "m.ts:f" "f"
b0(v0: isize):
  check_index v0, 3:isize
  try b1 catch b2
b1():
  return
b2():
  global_set 1:f64 {global: "g"}
  reraise
`,
  'raise and throw inside of a try': `graph "f"
b0(v0: @"RangeError", v1: f64):
  branch true, b1, b2
b1():
  raise RangeError("bad {0}", v1) catch b3(v1)
b2():
  throw v0 catch b3(2:f64)
b3(v2: f64):
  v3: @"Error"|null = pending_object
  v4: boolean = nullable_is_present v3
  branch v4, b4, b5
b4():
  v5: @"Error" = nullable_get v3
  throw v5
b5():
  reraise
`,
  'switch, raise and unreachable': `graph "f"
b0(v0: i32):
  switch v0, 1:i32 => b1(v0), -2:i32 => b2, else b3
b1(v1: i32):
  raise RangeError("bad {0}", v1)
b2():
  raise Error(null, "no")
b3():
  unreachable
`,
  'several results and attributes': `graph "f" -> address, isize
b0(v0."my name": isize):
  v1: address, v2: address = buffer_new v0."my name"
  v3: u8 = raw_load v1, 0:isize {stored: "u8"}
  v4: address = global_load {global: "g", part: 0}
  v5: address, v6: isize = direct_call v3, v4 {callee: "g"}
  return v5, v6
`,
};

describe('graph text', () => {
  for (const [name, text] of Object.entries({ 'a loop': SUM, ...bodies })) {
    it(`survives parsing and printing: ${name}`, () => {
      expect(printGraph(parseGraph(text))).toBe(text);
    });
  }

  it('gives equal graphs for blocks in another order and other numbers', () => {
    const other = `graph "sum" -> i32
b7(v40.n: i32):
  goto b1(v40, 0:i32) ; a comment
b2():
  return v9
b1(v8: i32, v9.total: i32):
  v3: boolean = int_eq v8, 0:i32
  branch v3, b2, b3
b3():
  v4: i32 = int_add v9, v8
  v5: i32 = int_sub v8, 1:i32
  goto b1(v5, v4)
`;
    expect(printGraph(parseGraph(other))).toBe(SUM);
    expect(equalGraphs(parseGraph(other), parseGraph(SUM))).toBe(true);
  });

  it.each([
    ['int_sub', 'int_add'],
    ['0:i32)', '1:i32)'],
    ['b1(v5, v4)', 'b1(v4, v5)'],
    ['v3, b2, b3', 'v3, b3, b2'],
    ['.total', '.sum'],
  ])('tells graphs apart that differ in %s', (from, to) => {
    expect(equalGraphs(parseGraph(SUM), parseGraph(SUM.replaceAll(from, to)))).toBe(false);
  });

  it('names containers of one name apart', () => {
    const struct = (field: string): Container =>
      makeStruct('point', null, [[field, LLTYPE_PRIMITIVES.Signed]]);
    const [a, b] = [struct('a'), struct('b')];
    const parameters = [a, b, a].map((to) => ({ type: pointerTo(to), name: '' }));
    const builder = new GraphBuilder({
      name: 'f',
      displayName: 'f',
      parameters,
      results: [],
      span: null,
    });
    builder.return();
    const graph = builder.finish();
    const text = printGraph(graph);
    expect(text).toContain('b0(v0: Ptr<point>, v1: Ptr<point#2>, v2: Ptr<point>)');
    expect(equalGraphs(parseGraph(text, { containers: containersOf(graph) }), graph)).toBe(true);
  });

  it('keeps units', () => {
    const text = `unit "area" low
global "scale": f64 mutable
global "m.ts:limit" "limit": i32 = 7:i32
initializer "init"
export function "sum" = "sum"(n: i32, from?: i32 as i32|undefined) -> i32
export global "limit" = "m.ts:limit"
export enum "Colour" { Red = 0, Green = -1.5 }

graph "init"
b0():
  return

${SUM}`;
    const unit = parseUnit(text);
    expect(printUnit(unit)).toBe(text);
    expect(equalUnits(unit, parseUnit(text))).toBe(true);
    expect(equalUnits(unit, parseUnit(text.replace('= 7:i32', '= 8:i32')))).toBe(false);
  });

  it.each([
    ['  v1: i32 = int_fly v0', 'unknown op int_fly at column 20 of line 3'],
    ['  v1: int = int_neg v0', 'unknown type int at column 10 of line 3'],
    ['  v1: i32 = int_neg v7', 'v7 is not defined at column 23 of line 3'],
    ['  v1: i32 = int_add v0, 3', "':' and the type of the constant expected"],
    ['  goto b9', 'no block b9'],
    ['  return v0\n  return v0', 'a line after the exit of its block'],
    ['  v1: i32 = int_neg v0', 'the block has no exit'],
    ['  return v0 v0', 'end of line expected'],
    ['  v1: Ptr<foo> = int_neg v0', 'no container <foo> in the table'],
    ['  return "a', 'a value (v0 or a constant) expected'],
    ['  global_set v0 {size: 3}', 'unknown attribute size'],
  ])('refuses %s', (line, message) => {
    expect(() => parseGraph(`graph "f" -> i32\nb0(v0: i32):\n${line}\n`)).toThrow(message);
  });
});

describe('GraphBuilder', () => {
  const header = {
    name: 'f',
    displayName: 'f',
    parameters: [{ type: INT_TYPES.i32, name: 'n' }],
    results: [],
    span: null,
  };

  it('infers the types that the op table determines', () => {
    const builder = new GraphBuilder(header);
    const [n] = builder.parameters;
    if (!n) throw new Error('no parameter');
    expect(builder.value('int_add', [n, n]).type).toBe(INT_TYPES.i32);
    expect(() => builder.value('int_to_float', [n])).toThrow(
      'result types of int_to_float must be given',
    );
  });

  it('refuses ops after an exit and blocks without one', () => {
    const builder = new GraphBuilder(header);
    builder.goto(builder.block());
    expect(() => builder.effect('check_stack', [])).toThrow('after the exit');
    expect(() => builder.finish()).toThrow('f: a block has no exit');
  });
});
