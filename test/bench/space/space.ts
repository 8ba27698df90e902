'use mixmod';
// What `make bench-space` measures: loops of one operation.
import { i32, space, type JSValue } from 'mixmod';

export function get(value: JSValue, count: i32): number {
  let sum = 0;
  for (let i: i32 = 0; i < count; i++) sum += space.get<number>(value, 'x');
  return sum;
}

export function getByName(value: JSValue, count: i32, name: string): number {
  let sum = 0;
  for (let i: i32 = 0; i < count; i++) sum += space.get<number>(value, name);
  return sum;
}

/** Each value is held by the program. */
export function follow(value: JSValue, count: i32): JSValue {
  let at = value;
  for (let i: i32 = 0; i < count; i++) at = space.get(at, 'next');
  return at;
}

export function call(f: JSValue, count: i32): number {
  let sum = 0;
  for (let i: i32 = 0; i < count; i++) sum += space.call<number>(f, null, i);
  return sum;
}
