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
  if ($typedArrayName.call(value) !== constructor.name || $isShared(value)) {
    throw new TypeError(head + $got(value, false));
  }
  if (Object.getPrototypeOf(value) === constructor.prototype) return value;
  return new constructor(value.buffer, value.byteOffset, value.length);
}`,
  brandedArgument: `function $brandedArgument(value, getter, head) {
  try {
    getter.call(value);
  } catch {
    throw new TypeError(head + $got(value, false));
  }
  return value;
}`,
  isShared: `function $isShared(view) {
  try {
    $bufferBrand.call(view.buffer);
    return false;
  } catch {
    return true;
  }
}`,
  viewArgument: `function $viewArgument(value, head) {
  $brandedArgument(value, $viewBrand, head);
  if ($isShared(value)) throw new TypeError(head + $got(value, false));
  return value;
}`,
  bufferBrand: `const $bufferBrand = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;`,
  viewBrand: `const $viewBrand = Object.getOwnPropertyDescriptor(DataView.prototype, 'buffer').get;`,
  sizeResult: `function $sizeResult(value) {
  return typeof value === 'bigint' ? Number(value) : value;
}`,
} as const;
