// Prelude: what the wrappers of exported functions do with arguments and results. `head` is the message up to what
// was got (`builtins/argument-messages.ts`).
import { gotText } from '../../builtins/argument-messages.ts';

export const BOUNDARY = {
  got: `const $got = ${gotText.toString()};`,
  kindArgument: `function $kindArgument(value, kind, head) {
  if (typeof value !== kind) throw new TypeError(head + $got(value, false));
  return value;
}`,
  integerArgument: `function $integerArgument(value, low, high, head) {
  if (typeof value !== 'number') throw new TypeError(head + $got(value, false));
  if (!(Number.isInteger(value) && value >= low && value <= high)) throw new RangeError(head + $got(value, true));
  return value + 0;
}`,
  wideArgument: `function $wideArgument(value, low, high, head) {
  if (typeof value !== 'bigint') throw new TypeError(head + $got(value, false));
  if (!(value >= low && value <= high)) throw new RangeError(head + $got(value, true));
  return value;
}`,
  // A subclass's own methods (Buffer's `slice` shares memory) must not run in place of those of ECMA-262: the program
  // sees the same memory through a plain array.
  // The getters below look at the object itself, so they know subclasses and objects of other realms.
  typedArrayName: `const $typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;`,
  typedArrayArgument: `function $typedArrayArgument(value, constructor, head) {
  if ($typedArrayName.call(value) !== constructor.name || !$isUsable(value.buffer)) {
    throw new TypeError(head + $got(value, false));
  }
  if (Object.getPrototypeOf(value) === constructor.prototype) return value;
  return new constructor(value.buffer, value.byteOffset, value.length);
}`,
  bufferArgument: `function $bufferArgument(value, head) {
  if (!$isUsable(value)) throw new TypeError(head + $got(value, false));
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
  viewArgument: `function $viewArgument(value, head) {
  let buffer;
  try {
    buffer = $viewBrand.call(value);
  } catch {}
  if (!$isUsable(buffer)) throw new TypeError(head + $got(value, false));
  return value;
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
