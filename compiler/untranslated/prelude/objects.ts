// Prelude: objects of the collected heap.

export const OBJECTS = {
  construct: `function $construct(constructor, object, ...args) {
  constructor(object, ...args);
  return object;
}`,
  identityHash: `const $hashes = new WeakMap();
let $hashed = 0;
function $identityHash(object) {
  const known = $hashes.get(object);
  if (known !== undefined) return known;
  $hashed = ($hashed + 1) % 2 ** 24;
  $hashes.set(object, $hashed);
  return $hashed;
}`,
  textHash: `function $textHash(text) {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return hash;
}`,
  assertPresent: `function $assertPresent(value, ofNull, ofUndefined) {
  if (value == null) throw new TypeError(value === null ? ofNull : ofUndefined);
  return value;
}`,
  assigned: `function $assigned(value, message) {
  if (value === null) throw new TypeError(message);
  return value;
}`,
  initialised: `function $initialised(value, message) {
  if (value === null) throw new ReferenceError(message);
  return value;
}`,
  constructError: `function $constructError(object, message, cause) {
  const define = (name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true });
  define('message', message);
  if (cause !== undefined) define('cause', cause);
  Error.captureStackTrace(object, $constructError);
}`,
  checkedCast: `function $checkedCast(object, type, message) {
  if (!(object instanceof type)) throw new TypeError(message);
  return object;
}`,
} as const;
