// Names and values as JavaScript writes them.
import type { Literal } from '../../program/crossing.ts';

/** As the key of an object literal, whatever the name: `__proto__` only in brackets is a property like others. */
export const keyOf = (name: string): string =>
  name === '__proto__' ? '["__proto__"]' : JSON.stringify(name);

export const valueText = (value: Literal): string =>
  Object.is(value, -0) ? '-0' : typeof value === 'string' ? JSON.stringify(value) : String(value);
