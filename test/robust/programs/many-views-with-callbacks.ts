'use mixmod';
import { offthread } from 'mixmod';
export { length, lengths } from './many-views.ts';
export function apply(f: (x: number) => number): number {
  return f(1);
}
export const later = offthread((all: { data: Uint8Array }[]): number => all.length);
