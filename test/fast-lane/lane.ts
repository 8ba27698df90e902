'use mixmod';
// Functions of all types of the fast lane, and all ways to leave them.
import {
  type f32,
  type i16,
  i32,
  type i64,
  type i8,
  type isize,
  type u16,
  type u32,
  type u64,
  type u8,
  usize,
} from 'mixmod';

let effects = 0;
let words: string[] = [];

class Refused extends Error {}

export function count(): number {
  return effects;
}
export function reset(): void {
  effects = 0;
  words = [];
}
export function number_of(x: number): number {
  effects++;
  return x;
}
export function sum(a: number, b: number): number {
  return a + b;
}
export function half(x: f32): f32 {
  return x;
}
export function a_i8(x: i8): i8 {
  effects++;
  return x;
}
export function a_i16(x: i16): i16 {
  return x;
}
export function a_i32(x: i32): i32 {
  return x;
}
export function a_u8(x: u8): u8 {
  return x;
}
export function a_u16(x: u16): u16 {
  return x;
}
export function a_u32(x: u32): u32 {
  return x;
}
export function a_isize(x: isize): isize {
  return x * 2;
}
export function a_usize(x: usize): usize {
  return x;
}
export function a_i64(x: i64): i64 {
  return x + 1n;
}
export function a_u64(x: u64): u64 {
  return x;
}
export function wide(x: i64, y: number, z: u64): number {
  return Number(x) + y + Number(z);
}
export function not(x: boolean): boolean {
  effects++;
  return !x;
}
export function choose(x: boolean, a: i32, b: i32): i32 {
  return x ? a : b;
}
export function seconds(
  a: i32,
  b: u32,
  c: number,
  d: boolean,
  e: i8,
  f: u8,
  g: f32,
  h: i32,
  i: i32,
  j: number,
  k: i32,
  l: i32,
): number {
  return (
    a +
    2 * Number(b) +
    3 * c +
    (d ? 4 : 0) +
    5 * e +
    6 * f +
    7 * g +
    8 * h +
    9 * i +
    10 * j +
    11 * k +
    12 * l
  );
}
export function floats(
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
  j: number,
): number {
  return a - 2 * b + 3 * c - 4 * d + 5 * e - 6 * f + 7 * g - 8 * h + 9 * i - 10 * j;
}
/** Division by zero raises. */
export function divide(a: i32, b: i32): i32 {
  effects++;
  return (a / b) | 0;
}
export function plain_throw(x: i32): i32 {
  effects++;
  if (x < 0) throw new RangeError('below zero');
  return x;
}
export function built_throw(x: i32): i32 {
  effects++;
  if (x % 3 === 0) throw new TypeError(`${x} is a multiple of 3`);
  return x;
}
export function own_throw(x: number): boolean {
  effects++;
  if (x > 1) throw new Refused(`no ${x}`, { cause: new Error('too large') });
  return x > 0;
}
export function caught(x: i32): i32 {
  try {
    return built_throw(x);
  } catch (error) {
    return error instanceof TypeError ? i32(-error.message.length) : -1;
  } finally {
    effects++;
  }
}
export function nothing(x: i32): void {
  effects++;
  if (x === 7) throw new Error('seven');
}
/** Allocates: the collector runs now and then. */
export function remember(x: u8): i32 {
  const made: string[] = [];
  for (let i = 0; i < 20; i++) made.push(`${x} ${i}`);
  words = [...words.slice(-3), made.join('')];
  let length = 0;
  for (const word of words) length += word.length;
  return i32(length);
}
/** Exhausts the stack where it goes deep. */
export function depth(n: number): number {
  return n > 0 ? 1 + depth(n - 1) : 0;
}
export function never_equal(x: number): boolean {
  return x !== x;
}
export function total(data: Float64Array): number {
  let sum = 0;
  for (const x of data) sum += x;
  return sum;
}
export function fill(data: Uint8Array, from: i32, value: u8): void {
  effects++;
  for (let i = from; i < data.length; i++) data[i] = value;
}
/** Out of range raises. */
export function at(data: Int32Array, index: i32): i32 {
  effects++;
  return data[index];
}
export function copy(to: Float32Array, from: Float64Array): usize {
  const length = Math.min(to.length, from.length);
  for (let i = 0; i < length; i++) to[i] = from[i];
  return usize(length);
}
export function first(data: Int8Array): i32 {
  return data.length > 0 ? data[0] : -1;
}
export function clamped(data: Uint8ClampedArray, x: number): number {
  data[0] = x;
  return data[0];
}
export function shorts(a: Int16Array, b: Uint16Array): number {
  return a.length + b.length;
}
export function unsigned(a: Uint32Array): u32 {
  return a.length > 0 ? a[a.length - 1] : 0;
}
export function longs(a: BigInt64Array, b: BigUint64Array): number {
  return Number(a[0]) + Number(b[0]);
}
interface Point {
  x: number;
  y: number;
}
/** The functions behind these are in the lane. */
export function moved(p: Point, dx: i32): Point {
  if (dx === 128) throw new RangeError('too far');
  return { x: p.x + dx, y: p.y };
}
export function length(p: Point): number {
  return Math.hypot(p.x, p.y);
}
export function list_total(list: number[]): number {
  effects++;
  if (list.length === 0) throw new Error('no items');
  return list.reduce((sum, x) => sum + x, 0);
}
export function doubled(list: number[]): number[] {
  return list.map((x) => 2 * x);
}
/** Not in the lane: what the array lies in is asked for. */
export function offset(data: Uint8Array): number {
  return data.byteOffset;
}
export function same(data: Uint8Array): Uint8Array {
  return data;
}
/** Not in the lane: it gives a string. */
export function text(x: number): string {
  return String(x);
}
export function optional(x: number, y?: number): number {
  return x + (y ?? 0.5);
}
