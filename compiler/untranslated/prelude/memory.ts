// Prelude: typed arrays and buffers with the checks and messages of RTypeScript. Indices, lengths and offsets are isize
// (see sizes.ts) or, for elements, any number.
import { REST } from '../../builtins/builtins.ts';
import { RAISED } from '../../builtins/errors.ts';
import { raise } from './raise.ts';

export const MEMORY = {
  /** The pointer into a typed array, up to its end: of several at one address, the newest. */
  shownBuffer: `const $shown = new Map();
function $shownBuffer(scoped) {
  const { ptr } = scoped;
  const others = $shown.get(ptr);
  if (others) others.push(scoped);
  else $shown.set(ptr, [scoped]);
  return ptr;
}`,
  endBuffer: `function $endBuffer(ptr) {
  const all = $shown.get(ptr);
  const scoped = all.pop();
  if (all.length === 0) $shown.delete(ptr);
  scoped[Symbol.dispose]();
}`,
  /** A structure that a C function returned, in memory of the caller's. */
  structResult: `function $structResult(from, memory, copy) {
  const into = memory();
  copy(into, from);
  return into;
}`,
  checkIndex: `function $checkIndex(index, length, by) {
  if (typeof index === 'number' && !Number.isSafeInteger(index)) ${raise(RAISED.notAnIndex, ['index'], 'by')}
  if (!(index >= 0 && index < length)) ${raise(RAISED.indexOutOfRange, ['index', 'length'], 'by')}
}`,
  toIndex: `function $toIndex(x) {
  if (!Number.isSafeInteger(x)) ${raise(RAISED.notAnIndex, ['x'], '$toIndex')}
  return x + 0;
}`,
  getElement: `function $getElement(array, index) {
  $checkIndex(index, array.length, $getElement);
  return array[index];
}`,
  setElement: `function $setElement(array, index, value) {
  $checkIndex(index, array.length, $setElement);
  return (array[index] = value);
}`,
  filledArray: `function $filledArray(length, value) {
  if (!(length >= 0 && length < 2 ** 32)) ${raise(RAISED.arrayLength, [], '$filledArray')}
  return new Array(length).fill(value);
}`,
  truncateArray: `function $truncateArray(array, length) {
  if (!(length >= 0 && length < 2 ** 32)) ${raise(RAISED.arrayLength, [], '$truncateArray')}
  if (length > array.length) ${raise(RAISED.arrayGrowth, ['length', 'array.length'], '$truncateArray')}
  array.length = length;
}`,
  // `push(...items)` would overflow the stack where there are many.
  appendItems: `function $appendItems(array, items) {
  const { length } = items;
  for (let i = 0; i < length; i++) array.push(items[i]);
}`,
  // What V8 itself calls too long depends on its version; here it is memory that cannot be had.
  newTypedArray: `function $newTypedArray(constructor, length) {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / constructor.BYTES_PER_ELEMENT);
  if (length < 0 || length > most) ${raise(RAISED.typedArrayLength, ['length'], '$newTypedArray')}
  try {
    return new constructor(Number(length));
  } catch {
    ${raise(RAISED.bufferLength, [], '$newTypedArray')}
  }
}`,
  // The order of the checks is ECMA-262's (23.2.5.1.3), which decides between two errors.
  viewOnBuffer: `function $viewOnBuffer(constructor, buffer, offset, length) {
  const size = constructor.BYTES_PER_ELEMENT;
  if (offset < 0 || offset > Number.MAX_SAFE_INTEGER) ${raise(RAISED.bufferOffset, ['offset'], '$viewOnBuffer')}
  if (offset % size !== 0) ${raise(RAISED.bufferAlignment, [], '$viewOnBuffer')}
  const rest = buffer.byteLength - offset;
  if (length === ${REST}n) {
    if (buffer.byteLength % size !== 0) ${raise(RAISED.bufferLengthAlignment, [], '$viewOnBuffer')}
    if (rest < 0) ${raise(RAISED.bufferOffset, ['offset'], '$viewOnBuffer')}
    return new constructor(buffer, offset);
  }
  if (!(length >= 0 && Number(length) * size <= rest)) ${raise(RAISED.typedArrayLength, ['length'], '$viewOnBuffer')}
  return new constructor(buffer, offset, length);
}`,
  newBuffer: `function $newBuffer(length) {
  try {
    if (length >= 0) return new ArrayBuffer(Number(length));
  } catch {}
  ${raise(RAISED.bufferLength, [], '$newBuffer')}
}`,
  newView: `function $newView(buffer, offset, length) {
  if (offset < 0 || offset > buffer.byteLength) ${raise(RAISED.bufferOffset, ['offset'], '$newView')}
  if (length === ${REST}n) return new DataView(buffer, offset);
  if (length < 0 || Number(offset) + Number(length) > buffer.byteLength) ${raise(RAISED.viewLength, ['length'], '$newView')}
  return new DataView(buffer, offset, length);
}`,
} as const;
