'use mixmod';
// What outputs.test.ts builds: every type that crosses the boundary, names that no binding can have, and comments.
import type { i32, isize, u8 } from 'mixmod';
import { f32, i64 } from 'mixmod';

/**
 * The next number.
 * @param a any i32
 */
export function native(a: i32): i32 {
  return a + 1;
}
export function createRequire(a: u8, b?: f32): f32 {
  return b === undefined ? f32(a) : f32(a) + b;
}
export function wide(a: i64, b: isize): i64 {
  return a + i64(b);
}
export function texts(a: string, b: boolean): string {
  return b ? a : '';
}
export function memory(a: Uint8Array, b: ArrayBuffer, c: DataView): Float64Array {
  return new Float64Array([a.length, b.byteLength, c.byteLength]);
}
export function absent(a: number | null, b: string | undefined): number | null {
  return b === undefined ? null : a;
}
interface Tree {
  value: i32;
  children: Tree[];
}
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: i64; name?: string };
/** The sum of all values. */
export function total(tree: Tree): number {
  return tree.children.reduce((sum, one) => sum + total(one), 0) + tree.value;
}
export function branch(values: readonly i32[]): Tree {
  return { value: 0, children: values.map((value): Tree => ({ value, children: [] })) };
}
export function names(shapes: readonly Shape[], ...more: string[]): Map<string, Set<number>> {
  const all = new Map<string, Set<number>>();
  for (const one of shapes)
    all.set(one.kind === 'circle' ? 'circle' : (one.name ?? ''), new Set([1]));
  for (const one of more) all.set(one, new Set());
  return all;
}
export function pair(a: [number, string | null], b: boolean | string = true): [string, boolean] {
  return [`${a[0]}${a[1] ?? ''}`, b === true];
}
function three(a: i32): i32 {
  return a + 3;
}
export { three as class, three as 'with-dash' };
export enum Level {
  Low = 1,
  'very high' = 9,
}
/** The base of natural logarithms, nearly. */
export const e = 2.5;
