'use mixmod';
import { i32, space, type JSValue } from 'mixmod';
const kept: JSValue[] = [];
/** In one call: each object refers to none of those before. */
export function churn(count: i32, bytes: JSValue): number {
  let last = space.newObject();
  for (let i: i32 = 0; i < count; i++) {
    last = space.construct(bytes, 1000);
    space.set(last, 'number', i);
  }
  return space.get<number>(last, 'number');
}
export function pass(value: JSValue): JSValue {
  return value;
}
export function keep(value: JSValue): void {
  kept.push(value);
}
export function sum(): number {
  let sum = 0;
  for (const value of kept) sum += space.get<number>(value, 'number');
  return sum;
}
export function drop(): number {
  const count = kept.length;
  kept.length = 0;
  return count;
}
export function first(values: readonly JSValue[], count: i32): JSValue {
  return values[count];
}
export function entries(value: JSValue): number {
  let sum = 0;
  for (const [, item] of space.entries(value)) sum += space.get<number>(item, 'number');
  return sum;
}
export function each(list: JSValue): number {
  let count = 0;
  for (const item of space.iterate(list)) if (space.truth(item)) count++;
  return count;
}
