'use mixmod';
// The place of a conditional may want a union, though the branches are of one member, or absent.
import { i64 } from 'mixmod';
type Value = string | i64 | number[];
const show = (value: Value): string =>
  typeof value === 'string' ? value : typeof value === 'bigint' ? `${value}n` : `${value.length}`;
export function absent(n: number): string {
  return show((n > 0 ? undefined : ('none' as Value)) ?? ([n] as Value));
}
// absent(0) → 'none'
// absent(1) → '1'
export const product = (n: i64): string => show(((n > 0n ? n : i64(5)) * i64(3)) as Value);
// product(2n) → '6n'
// product(0n) → '15n'
export const branches = (n: number): string => show(n > 0 ? 'text' : [n, n]);
// branches(1) → 'text'
// branches(0) → '2'
