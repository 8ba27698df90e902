// Objects of the collected heap: low graphs interpreted and compiled must agree, in the collector's ordinary life and with a
// collection at every allocation.
import { describe, expect, it } from 'vitest';
import { createInterpreter } from '../../compiler/graph/interpret.ts';
import { DEBUG, RELEASE } from '../../compiler/options.ts';
import {
  F64,
  INT_TYPES,
  newClass,
  nullableOf,
  recordOf,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../compiler/program/types.ts';
import { parseLow, runCompiled } from './compiled.ts';

const field = (name: string, type: RtsType): ObjectField => ({
  name,
  type,
  mutable: true,
  checked: false,
});

const node = newClass('Node');
node.fields = [
  field('flag', INT_TYPES.u8),
  field('value', F64),
  field('next', nullableOf(node, true, true)),
  field('maybe', nullableOf(F64, false, true)),
  field('small', INT_TYPES.i16),
];
const shape = newClass('Shape', true);
const square = newClass('Square');
square.base = shape;
square.fields = [field('side', F64)];
const circle = newClass('Circle');
circle.base = shape;
circle.fields = [field('radius', F64)];
const disc = newClass('Disc');
disc.base = circle;
disc.fields = [...circle.fields, field('fill', INT_TYPES.i32)];
const pair = recordOf([field('a', F64), field('b', INT_TYPES.i32)]);
const objects = new Map<string, ObjectType>(
  [node, shape, square, circle, disc, pair].map((type) => [type.name, type]),
);

function agree(text: string, name: string, args: readonly number[], expected: unknown): void {
  const unit = parseLow(text, { objects });
  expect(createInterpreter(unit).call(name, args)).toEqual(expected);
  const script = `out(m.${name}(${args.join(', ')}))`;
  for (const options of [RELEASE, DEBUG]) {
    expect(runCompiled(text, script, options, { objects })).toEqual([String(expected)]);
    const stress = `process.env.MIXMOD_GC = 'stress';`;
    expect(runCompiled(text, script, options, { objects }, stress)).toEqual([String(expected)]);
  }
}

const LIST = `
unit "list" low
export function "sum" = "sum"(n: i32) -> f64

graph "sum" -> f64
b0(v0: i32):
  goto b1(0:i32, null:@"Node")
b1(v1: i32, v2: @"Node"):
  v3: boolean = int_lt v1, v0
  branch v3, b2, b3(v2, 0:f64)
b2:
  v4: @"Node" = object_new
  v5: f64 = int_to_float v1
  field_store v4, v5 {field: "value", part: 0}
  field_store v4, v2 {field: "next", part: 0}
  field_store v4, 7:u8 {field: "flag", part: 0}
  field_store v4, -3:i16 {field: "small", part: 0}
  field_store v4, 0.5:f64 {field: "maybe", part: 0}
  field_store v4, 1:u8 {field: "maybe", part: 1}
  v6: i32 = int_add v1, 1:i32
  goto b1(v6, v4)
b3(v7: @"Node", v8: f64):
  v9: boolean = reference_is_present v7
  branch v9, b4, b5
b4:
  v10: f64 = field_load v7 {field: "value", part: 0}
  v11: i16 = field_load v7 {field: "small", part: 0}
  v12: u8 = field_load v7 {field: "flag", part: 0}
  v13: u8 = field_load v7 {field: "maybe", part: 1}
  v14: f64 = int_to_float v11
  v15: f64 = int_to_float v12
  v16: f64 = int_to_float v13
  v17: f64 = float_add v8, v10
  v18: f64 = float_add v17, v14
  v19: f64 = float_add v18, v15
  v20: f64 = float_add v19, v16
  v21: @"Node" = field_load v7 {field: "next", part: 0}
  goto b3(v21, v20)
b5:
  return v8
`;

const SHAPES = `
unit "shapes" low
class @"Shape"
class @"Square" { "area" = "Square.area" }
class @"Circle" { "area" = "Circle.area" }
class @"Disc" { "area" = "Disc.area" }
export function "total" = "total"(n: i32) -> f64

graph "Square.area" -> f64
b0(v0: @"Square"):
  v1: f64 = field_load v0 {field: "side", part: 0}
  v2: f64 = float_mul v1, v1
  return v2

graph "Circle.area" -> f64
b0(v0: @"Circle"):
  v1: f64 = field_load v0 {field: "radius", part: 0}
  v2: f64 = float_mul v1, 3:f64
  return v2

graph "Disc.area" -> f64
b0(v0: @"Disc"):
  v1: i32 = field_load v0 {field: "fill", part: 0}
  v2: f64 = int_to_float v1
  return v2

graph "make" -> @"Shape"
b0(v0: i32):
  v1: i32 = int_and v0, 3:i32
  switch v1, 0:i32 => b1, 1:i32 => b2, else b3
b1:
  v2: @"Square" = object_new
  field_store v2, 2:f64 {field: "side", part: 0}
  v3: @"Shape" = reference_cast v2
  return v3
b2:
  v4: @"Circle" = object_new
  field_store v4, 5:f64 {field: "radius", part: 0}
  v5: @"Shape" = reference_cast v4
  return v5
b3:
  v6: @"Disc" = object_new
  field_store v6, 9:i32 {field: "fill", part: 0}
  v7: @"Shape" = reference_cast v6
  return v7

graph "total" -> f64
b0(v0: i32):
  v20: array<@"Shape"> = array_new 0:isize
  goto b1(0:i32)
b1(v1: i32):
  v2: boolean = int_lt v1, v0
  branch v2, b2, b3(0:isize, 0:f64)
b2:
  v3: @"Shape" = direct_call v1 {callee: "make"}
  v4: isize = array_len v20
  v5: isize = int_add v4, 1:isize
  array_reserve v20, v5
  array_extend v20, v5
  item_store v20, v4, v3 {part: 0}
  v6: i32 = int_add v1, 1:i32
  goto b1(v6)
b3(v7: isize, v8: f64):
  v9: isize = array_len v20
  v10: boolean = int_lt v7, v9
  branch v10, b4, b5
b4:
  check_index v7, v9
  v11: @"Shape" = item_load v20, v7 {part: 0}
  v12: f64 = method_call v11 {method: "area"}
  v13: boolean = object_is v11 {class: @"Circle"}
  v14: f64 = select v13, 100:f64, 0:f64
  v15: f64 = float_add v8, v12
  v16: f64 = float_add v15, v14
  v17: isize = int_add v7, 1:isize
  goto b3(v17, v16)
b5:
  array_set_len v20, 1:isize
  v21: isize = array_len v20
  v22: f64 = int_to_float v21
  v23: f64 = float_add v8, v22
  return v23
`;

const CLOSURES = `
unit "closures" low
export function "run" = "run"(n: i32) -> f64

graph "add" -> f64
b0(v0: fn(f64) -> f64, v1: f64):
  v2: f64 = closure_load v0 {index: 0}
  v3: @"{ a: f64; b: i32 }" = closure_load v0 {index: 1}
  v4: f64 = field_load v3 {field: "a", part: 0}
  v5: f64 = float_add v4, v2
  v6: f64 = float_add v5, v1
  field_store v3, v6 {field: "a", part: 0}
  return v6

graph "twice" -> f64
b0(v0: fn(f64) -> f64, v1: f64):
  v2: f64 = float_add v1, v1
  return v2

graph "run" -> f64
b0(v0: i32):
  v1: @"{ a: f64; b: i32 }" = object_new
  v2: fn(f64) -> f64 = closure_new 0.5:f64, v1 {callee: "add"}
  v3: fn(f64) -> f64 = closure_new {callee: "twice"}
  goto b1(0:i32, v3)
b1(v4: i32, v5: fn(f64) -> f64):
  v6: boolean = int_lt v4, v0
  branch v6, b2, b3
b2:
  v7: f64 = int_to_float v4
  v8: f64 = closure_call v5, v7
  v9: f64 = closure_call v2, v8
  v10: i32 = int_add v4, 1:i32
  v11: boolean = reference_eq v5, v3
  v12: fn(f64) -> f64 = select v11, v3, v2
  goto b1(v10, v12)
b3:
  v13: f64 = field_load v1 {field: "a", part: 0}
  return v13
`;

describe('objects', () => {
  it('fields of all widths, nullables, a list', () => {
    agree(LIST, 'sum', [1000], 499_500 + 1000 * (7 - 3 + 1));
  });
  it('classes in a growing array: virtual calls, instanceof', () => {
    agree(SHAPES, 'total', [300], 75 * 4 + 75 * 115 + 150 * 109 + 1);
  });
  it('closures with captures and without', () => {
    agree(CLOSURES, 'run', [100], 9900 + 50);
  });
  it('a long list in little memory is not lost', () => {
    const script = `out(m.sum(3000000))`;
    expect(runCompiled(LIST, script, RELEASE, { objects })).toEqual([
      String((3e6 * (3e6 - 1)) / 2 + 5 * 3e6),
    ]);
  });
});
