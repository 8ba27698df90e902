'use mixmod';
// Numbers at the edges: what each type takes, and what it gives. Nothing is rounded or wrapped silently but what an f32 is for.
import { type f32, type i16, type i32, type i8, type isize, type u16, type u32, type u8, type usize } from 'mixmod';
export function double(x: number): number { return x; }
export function single(x: f32): f32 { return x; }
export function int8(x: i8): i8 { return x; }
export function uint8(x: u8): u8 { return x; }
export function int16(x: i16): i16 { return x; }
export function uint16(x: u16): u16 { return x; }
export function int32(x: i32): i32 { return x; }
export function uint32(x: u32): u32 { return x; }
export function size(x: isize): isize { return x; }
export function unsignedSize(x: usize): usize { return x; }
// EDGES = [0, -0, 1, -1, 0.5, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53) + 1, -(2 ** 53), 1e20, 1e300, 5e-324, NaN, Infinity, -Infinity] → [ 0, -0, 1, -1, 0.5, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2147483647, 2147483648, -2147483648, -2147483649, 4294967295, 4294967296, 9007199254740991, 9007199254740992, -9007199254740991, -9007199254740992, 100000000000000000000, 1e+300, 5e-324, NaN, Infinity, -Infinity ]
// given = (f) => EDGES.map((x) => { try { return f(x); } catch (error) { return error instanceof RangeError ? 'out' : 'wrong'; } }) → [Function: given]
// EDGES.every((x, i) => Object.is(given(double)[i], x)) → true
// EDGES.every((x, i) => Object.is(given(single)[i], Math.fround(x))) → true
// given(int8).filter((x) => x !== 'out') → [ 0, 0, 1, -1, 127, -128 ]
// given(uint8).filter((x) => x !== 'out') → [ 0, 0, 1, 127, 128, 255 ]
// given(int16).filter((x) => x !== 'out') → [ 0, 0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, -32768 ]
// given(uint16).filter((x) => x !== 'out') → [ 0, 0, 1, 127, 128, 255, 256, 32767, 32768, 65535 ]
// given(int32).filter((x) => x !== 'out') → [ 0, 0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2147483647, -2147483648 ]
// given(uint32).filter((x) => x !== 'out') → [ 0, 0, 1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2147483647, 2147483648, 4294967295 ]
// given(size).filter((x) => x !== 'out') → [ 0, 0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2147483647, 2147483648, -2147483648, -2147483649, 4294967295, 4294967296, 9007199254740991, -9007199254740991 ]
// given(unsignedSize).filter((x) => x !== 'out') → [ 0, 0, 1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2147483647, 2147483648, 4294967295, 4294967296, 9007199254740991 ]
// [int8, uint8, int16, uint16, int32, uint32, size, unsignedSize].map((f) => Object.is(f(-0), 0)) → [ true, true, true, true, true, true, true, true ]
// single(1e39) → Infinity
// single(16777217) → 16777216
// single(-1e-50) → -0
// Object.is(double(NaN), NaN) → true
// ['1', '', null, undefined, true, [], [1], {}, Symbol(), () => 1, new Number(1), new Date(0)].map((x) => { try { int32(x); return 'taken'; } catch (error) { return error.name; } }).join() → 'TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError'
// ['1', '', null, undefined, true, [], [1], {}, Symbol(), () => 1, new Number(1), 1n].map((x) => { try { double(x); return 'taken'; } catch (error) { return error.name; } }).join() → 'TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError'
