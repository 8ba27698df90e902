// Prelude: what the wrappers of exported functions do with arguments and results. `head` is the message up to what
// was got (`builtins/argument-messages.ts`).
import { gotText } from '../../builtins/argument-messages.ts';

export const BOUNDARY = {
  got: `const $got = ${gotText.toString()};`,
  kindArgument: `function $kindArgument(value, kind, head, by) {
  if (typeof value !== kind) throw $from(new TypeError(head + $got(value, false)), by);
  return value;
}`,
  integerArgument: `function $integerArgument(value, low, high, head, by) {
  if (typeof value !== 'number') throw $from(new TypeError(head + $got(value, false)), by);
  if (!(Number.isInteger(value) && value >= low && value <= high)) throw $from(new RangeError(head + $got(value, true)), by);
  return value + 0;
}`,
  wideArgument: `function $wideArgument(value, low, high, head, by) {
  if (typeof value !== 'bigint') throw $from(new TypeError(head + $got(value, false)), by);
  if (!(value >= low && value <= high)) throw $from(new RangeError(head + $got(value, true)), by);
  return value;
}`,
  // A subclass's own methods (Buffer's `slice` shares memory) must not run in place of those of ECMA-262: the program
  // sees the same memory through a plain array.
  // The getters below look at the object itself, so they know subclasses and objects of other realms.
  typedArrayName: `const $typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;`,
  // So is one of memory that may grow: it is as long as it is now.
  typedArrayPart: `const $typedArrayPart = (value, name) =>
  Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), name, value);`,
  typedArrayArgument: `function $typedArrayArgument(value, constructor, head, by) {
  const buffer = $typedArrayName.call(value) === constructor.name ? $typedArrayPart(value, 'buffer') : undefined;
  if (!$isUsable(buffer)) throw $from(new TypeError(head + $got(value, false)), by);
  if (Object.getPrototypeOf(value) === constructor.prototype && buffer.resizable !== true) return value;
  return new constructor(buffer, $typedArrayPart(value, 'byteOffset'), $typedArrayPart(value, 'length'));
}`,
  bufferArgument: `function $bufferArgument(value, head, by) {
  if (!$isUsable(value)) throw $from(new TypeError(head + $got(value, false)), by);
  return value;
}`,
  // Neither shared with other threads nor detached: the getter throws for the one, the constructor for the other.
  isUsable: `function $isUsable(buffer) {
  try {
    $bufferBrand.call(buffer);
    new Uint8Array(buffer);
    return true;
  } catch {
    return false;
  }
}`,
  viewArgument: `function $viewArgument(value, head, by) {
  let buffer;
  try {
    buffer = $viewBrand.call(value);
  } catch {}
  if (!$isUsable(buffer)) throw $from(new TypeError(head + $got(value, false)), by);
  return buffer.resizable === true ? new DataView(buffer, value.byteOffset, value.byteLength) : value;
}`,
  bufferBrand: `const $bufferBrand = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;`,
  viewBrand: `const $viewBrand = Object.getOwnPropertyDescriptor(DataView.prototype, 'buffer').get;`,
  typedArrayResult: `function $typedArrayResult(value, constructor) {
  return value == null ? value : new constructor(value.buffer, value.byteOffset, value.length);
}`,
  viewResult: `function $viewResult(value) {
  return value == null ? value : new DataView(value.buffer, value.byteOffset, value.byteLength);
}`,
  sizeResult: `function $sizeResult(value) {
  return typeof value === 'bigint' ? Number(value) : value;
}`,
} as const;
