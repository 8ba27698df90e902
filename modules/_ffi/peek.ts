// A value of JavaScript → what V8's object for it has in its fields, to find out where they lie.
import { loadFastCalls } from './native.ts';

/** Four bytes of it, or of what it refers to there. */
export function peek(value: ArrayBufferView | bigint, offset: number, then = -1): number {
  const name = 'mixmod value';
  Reflect.set(globalThis, name, value);
  const half = loadFastCalls().peek(name, offset, then);
  Reflect.deleteProperty(globalThis, name);
  return half;
}

/** Of the map, which is an object's first field. */
export const instanceType = (value: ArrayBufferView | bigint): number =>
  peek(value, 0, 12) & 0xffff;
