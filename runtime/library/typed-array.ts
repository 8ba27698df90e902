'use mixmod';
// Typed arrays made of the items of arrays (ECMA-262 23.2.5.1.5): a function for each type, since what a type parameter stands for
// cannot be written to by index.

export function int8Array<T extends number>(items: readonly T[]): Int8Array {
  const made = new Int8Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function uint8Array<T extends number>(items: readonly T[]): Uint8Array {
  const made = new Uint8Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function uint8ClampedArray<T extends number>(items: readonly T[]): Uint8ClampedArray {
  const made = new Uint8ClampedArray(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function int16Array<T extends number>(items: readonly T[]): Int16Array {
  const made = new Int16Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function uint16Array<T extends number>(items: readonly T[]): Uint16Array {
  const made = new Uint16Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function int32Array<T extends number>(items: readonly T[]): Int32Array {
  const made = new Int32Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function uint32Array<T extends number>(items: readonly T[]): Uint32Array {
  const made = new Uint32Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function float32Array<T extends number>(items: readonly T[]): Float32Array {
  const made = new Float32Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function float64Array<T extends number>(items: readonly T[]): Float64Array {
  const made = new Float64Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function bigInt64Array<T extends bigint>(items: readonly T[]): BigInt64Array {
  const made = new BigInt64Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}

export function bigUint64Array<T extends bigint>(items: readonly T[]): BigUint64Array {
  const made = new BigUint64Array(items.length);
  for (let i = 0; i < made.length; i++) made[i] = items[i];
  return made;
}
