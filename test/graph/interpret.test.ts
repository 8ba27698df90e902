// The interpreter on small hand-written units, high and low.
import { describe, expect, it } from 'vitest';
import {
  createInterpreter,
  InterpreterError,
  type Interpreter,
} from '../../compiler/graph/interpret.ts';
import { parseUnit } from '../../compiler/graph/parse.ts';
import { verifyUnit } from '../../compiler/graph/verify.ts';
import { CONTAINERS } from './containers.ts';

function load(text: string, limits = {}): Interpreter {
  const unit = parseUnit(text, { containers: CONTAINERS });
  expect(verifyUnit(unit)).toEqual([]);
  return createInterpreter(unit, limits);
}

describe('control flow', () => {
  it('runs loops', () => {
    const { call } = bound(`unit "u" high
export function "sum" = "sum"(n: i32) -> i32

graph "sum" -> i32
b0(v0: i32):
  goto b1(v0, 0:i32)
b1(v1: i32, v2: i32):
  v3: boolean = int_eq v1, 0:i32
  branch v3, b2, b3
b2():
  return v2
b3():
  v4: i32 = int_add v2, v1
  v5: i32 = int_sub v1, 1:i32
  goto b1(v5, v4)
`);
    expect(call('sum', 100)).toBe(5050);
    expect(call('sum', 100_000)).toBe(705082704);
  });

  it('reads all arguments of a link before it writes the inputs', () => {
    const { call } = bound(`unit "u" high
export function "swap" = "swap"() -> i32

graph "swap" -> i32
b0():
  goto b1(1:i32, 2:i32, true)
b1(v0: i32, v1: i32, v2: boolean):
  branch v2, b1(v1, v0, false), b2
b2():
  v3: i32 = int_mul v0, 10:i32
  v4: i32 = int_add v3, v1
  return v4
`);
    expect(call('swap')).toBe(21);
  });

  it('switches on integers', () => {
    const { call } = bound(`unit "u" high
export function "f" = "f"(n: i64) -> f64

graph "f" -> f64
b0(v0: i64):
  switch v0, 1:i64 => b1(10:f64), -7:i64 => b1(70:f64), else b1(0:f64)
b1(v1: f64):
  return v1
`);
    expect([call('f', 1n), call('f', -7n), call('f', 2n)]).toEqual([10, 70, 0]);
  });

  it('stops runaway programs', () => {
    const { call } = bound(
      `unit "u" high
export function "f" = "f"() -> void

graph "f"
b0():
  goto b1
b1():
  goto b1
`,
      { steps: 1000 },
    );
    expect(() => call('f')).toThrow(InterpreterError);
  });
});

describe('errors', () => {
  const unit = `unit "u" high
global "cleaned": i32 mutable
export function "divide" = "divide"(a: i32, b: i32) -> i32
export function "guarded" = "guarded"(a: i32, b: i32) -> i32
export function "cleaned" = "cleaned"() -> i32
export function "say" = "say"(text: string) -> void
export function "recurse" = "recurse"() -> void

graph "divide" -> i32
b0(v0: i32, v1: i32):
  v2: i32 = int_div v0, v1
  return v2

graph "guarded" -> i32
b0(v0: i32, v1: i32):
  v2: i32 = direct_call v0, v1 {callee: "divide"}
  try b1(v2) catch b2
b1(v3: i32):
  return v3
b2():
  global_set 1:i32 {global: "cleaned"}
  reraise

graph "cleaned" -> i32
b0():
  v0: i32 = global_get {global: "cleaned"}
  return v0

graph "say"
b0(v0: string):
  raise TypeError(null, v0)

graph "recurse"
b0():
  direct_call {callee: "recurse"}
  return
`;

  it('come as JavaScript errors with the message filled in', () => {
    const { call } = bound(unit);
    expect(call('divide', 7, -2)).toBe(-3);
    expect(() => call('divide', 1, 0)).toThrow(new RangeError('division by zero'));
    expect(() => call('say', 'no {0}')).toThrow(new TypeError('no {0}'));
  });

  it('go through the exception link of the try they leave', () => {
    const { call } = bound(unit);
    expect(call('guarded', 6, 3)).toBe(2);
    expect(call('cleaned')).toBe(0);
    expect(() => call('guarded', 6, 0)).toThrow(RangeError);
    expect(call('cleaned')).toBe(1);
  });

  it('of endless recursion', () => {
    const { call } = bound(unit);
    expect(() => call('recurse')).toThrow(new RangeError('Maximum call stack size exceeded'));
  });

  it('are told from mistakes of the graph', () => {
    const { call } = bound(`unit "u" high
export function "f" = "f"() -> void

graph "f"
b0():
  unreachable
`);
    expect(() => call('f')).toThrow('f, unreachable: an unreachable exit was reached');
  });
});

describe('high graphs', () => {
  it('work on the typed arrays of the caller', () => {
    const { call } = bound(`unit "u" high
export function "set" = "set"(a: Uint8Array, i: f64, x: f64) -> f64

graph "set" -> f64
b0(v0: Uint8Array, v1: f64, v2: f64):
  v3: isize = float_to_index v1
  typedarray_set v0, v3, v2
  v4: f64 = typedarray_get v0, v3
  return v4
`);
    const array = new Uint8Array(3);
    expect(call('set', array, 1, 257)).toBe(1);
    expect(array).toEqual(new Uint8Array([0, 1, 0]));
    expect(() => call('set', array, 3, 0)).toThrow('index 3 is out of range for length 3');
    expect(() => call('set', array, -1, 0)).toThrow('index -1 is out of range for length 3');
    expect(() => call('set', array, 0.5, 0)).toThrow('0.5 is not a valid index');
  });

  it('hold nullables and optional parameters', () => {
    const { call } = bound(`unit "u" high
export function "f" = "f"(text?: string as string|undefined) -> string|null

graph "f" -> string|null
b0(v0: string|undefined):
  v1: boolean = nullable_is_present v0
  branch v1, b1, b2
b1():
  v2: string = nullable_get v0
  v3: string|null = nullable_wrap v2
  return v3
b2():
  return null:string|null
`);
    expect([call('f', 'a'), call('f', undefined), call('f')]).toEqual(['a', null, null]);
    expect(() => call('f', null)).toThrow('f: argument 1 (text) must be a string, got null');
  });

  it('lay C memory out as C does', () => {
    const run = load(`unit "u" high
export function "f" = "f"(x: f64) -> f64

graph "f" -> f64
b0(v0: f64):
  v1: Ptr<point> = raw_malloc 1:isize {container: <point>, zero: true, stack: false}
  setfield v1, v0 {field: "y"}
  v2: f64 = getfield v1 {field: "y"}
  v3: isize = getfield v1 {field: "x"}
  v4: f64 = int_to_float v3
  v5: f64 = float_add v2, v4
  raw_free v1
  return v5
`);
    expect(run.call('f', [1.5])).toBe(1.5);
    expect(run.liveAllocations()).toBe(0);
  });

  it('check indices of arrays that store their length, and notice freed memory', () => {
    const { call } = bound(`unit "u" high
export function "f" = "f"(i: i32) -> i32
export function "g" = "g"() -> i32

graph "f" -> i32
b0(v0: i32):
  v1: Ptr<Signed[]> = raw_malloc 3:isize {container: <Signed[]>, zero: true, stack: false}
  v2: isize = int_cast v0
  setarrayitem v1, v2, 7:isize
  v3: isize = getarraysize v1
  v4: i32 = int_cast v3
  return v4

graph "g" -> i32
b0():
  v0: Ptr<Signed[]> = raw_malloc 3:isize {container: <Signed[]>, zero: true, stack: false}
  raw_free v0
  v1: isize = getarraysize v0
  v2: i32 = int_cast v1
  return v2
`);
    expect(call('f', 2)).toBe(3);
    expect(() => call('f', 3)).toThrow(new RangeError('index 3 is out of range for length 3'));
    expect(() => call('g')).toThrow('access of 8 bytes at offset 0 of freed malloc of 32 bytes');
  });
});

describe('low graphs', () => {
  it('read and write the memory of the caller, aliases included', () => {
    const { call } = bound(`unit "u" low
export function "copy" = "copy"(a: Float64Array, b: Uint8Array) -> void

graph "copy"
b0(v0: address, v1: isize, v2: address, v3: address, v4: isize, v5: address):
  v6: f64 = raw_load v0, 8:isize {stored: "f64"}
  raw_store v0, 0:isize, v6 {stored: "f64"}
  raw_store v3, 0:isize, 255:u8 {stored: "u8"}
  return
`);
    const array = new Float64Array([1, 2, 3]);
    call('copy', array, new Uint8Array(array.buffer, 16, 1));
    const expected = new Float64Array([2, 2, 3]);
    new Uint8Array(expected.buffer)[16] = 255;
    expect(array).toEqual(expected);
  });

  it('refuse an access past the end', () => {
    const { call } = bound(`unit "u" low
export function "f" = "f"(a: Uint8Array) -> void

graph "f"
b0(v0: address, v1: isize, v2: address):
  v3: u8 = raw_load v0, v1 {stored: "u8"}
  return
`);
    expect(() => call('f', new Uint8Array(4))).toThrow(
      'f, raw_load: access of 1 bytes at offset 4 of an ArrayBuffer of 4 bytes',
    );
  });

  it('take and give strings, typed arrays and nullables in parts', () => {
    const { call } = bound(`unit "u" low
export function "long" = "long"(s: string) -> string
export function "half" = "half"(a?: Int16Array as Int16Array|undefined) -> Int16Array|undefined
export function "fresh" = "fresh"(n: i32) -> ArrayBuffer

graph "long" -> string
b0(v0: string):
  v1: isize = string_len v0
  v2: boolean = int_gt v1, 4:isize
  v3: string = select v2, v0, "short"
  return v3

graph "half" -> address, isize, address, u8
b0(v0: address, v1: isize, v2: address, v3: u8):
  v4: isize = int_shr v1, 1:isize
  return v0, v4, v2, v3

graph "fresh" -> address, isize, address
b0(v0: i32):
  v1: isize = int_cast v0
  v2: address, v3: address = buffer_new v1
  raw_memset v2, 7:u8, v1
  return v2, v1, v3
`);
    expect(call('long', 'añ€𝄞')).toBe('añ€𝄞');
    expect(call('long', 'añ𝄞')).toBe('short');
    const array = new Int16Array([1, 2, 3, 4]);
    const half = call('half', array);
    expect(half).toEqual(new Int16Array([1, 2]));
    expect(half instanceof Int16Array && half.buffer === array.buffer).toBe(true);
    expect(call('half')).toBe(undefined);
    expect(call('fresh', 3)).toEqual(new Uint8Array([7, 7, 7]).buffer);
  });

  it('keep globals and retained buffers between calls', () => {
    const { call, run } = bound(`unit "u" low
global "kept": ArrayBuffer mutable
global "count": i32 mutable
global "limit": f64 = 2.5:f64
initializer "init"
export function "keep" = "keep"(b: ArrayBuffer) -> void
export function "kept" = "kept"() -> ArrayBuffer
export global "count" = "count"
export global "limit" = "limit"

graph "init"
b0():
  global_store 40:i32 {global: "count", part: 0}
  return

graph "keep"
b0(v0: address, v1: isize, v2: address):
  v3: address = global_load {global: "kept", part: 2}
  v4: address = buffer_retain v2, v3
  global_store v4 {global: "kept", part: 2}
  v5: i32 = global_load {global: "count", part: 0}
  v6: i32 = int_add v5, 1:i32
  global_store v6 {global: "count", part: 0}
  return

graph "kept" -> address, isize, address
b0():
  v0: address = global_load {global: "kept", part: 2}
  v1: address = buffer_handle v0
  v2: address, v3: isize = buffer_data v1
  return v2, v3, v1
`);
    const buffer = new ArrayBuffer(4);
    call('keep', new ArrayBuffer(1));
    call('keep', buffer);
    expect(call('kept')).toBe(buffer);
    expect([run.get('count'), run.get('limit')]).toEqual([42, 2.5]);
  });

  it('convert between strings and char pointers', () => {
    const { call } = bound(`unit "u" low
export function "f" = "f"(s: string) -> string

graph "f" -> string
b0(v0: string):
  v1: address = runtime_call v0 {runtime: "str2charp"}
  v2: string = runtime_call v1 {runtime: "charp2str"}
  adr_free v1
  return v2
`);
    expect(call('f', 'naïve €')).toBe('naïve €');
    expect(() => call('f', 'a\0b')).toThrow(TypeError);
  });
});

describe('arguments', () => {
  const unit = `unit "u" high
export function "f" = "f"(a: u8, b: isize, c: i64, d: boolean) -> isize

graph "f" -> isize
b0(v0: u8, v1: isize, v2: i64, v3: boolean):
  return v1
`;
  it.each([
    [[1, -5, 3n, true], -5],
    [[255, 2 ** 53 - 1, 3n, true], 2 ** 53 - 1],
  ])('%s give %d', (args, result) => {
    expect(load(unit).call('f', args)).toBe(result);
  });

  it.each([
    [
      [256, 0, 0n, true],
      RangeError,
      'f: argument 1 (a) must be a u8 (an integer from 0 to 255), got 256',
    ],
    [['1', 0, 0n, true], TypeError, 'got string'],
    [[1, 2 ** 53, 0n, true], RangeError, 'argument 2 (b)'],
    [[1, 0, 1n << 63n, true], RangeError, 'argument 3 (c)'],
    [[1, 0, 0n, 1], TypeError, 'f: argument 4 (d) must be a boolean, got number'],
  ])('%s are refused', (args, kind, message) => {
    const call = (): unknown => load(unit).call('f', args);
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

function bound(
  text: string,
  limits = {},
): { call: (name: string, ...args: unknown[]) => unknown; run: Interpreter } {
  const run = load(text, limits);
  return { run, call: (name, ...args) => run.call(name, args) };
}
