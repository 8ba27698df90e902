// Prelude: objects of the collected heap.

export const OBJECTS = {
  construct: `function $construct(constructor, object, ...args) {
  constructor(object, ...args);
  return object;
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
  checkedCast: `function $checkedCast(object, type, message) {
  if (!(object instanceof type)) throw new TypeError(message);
  return object;
}`,
} as const;
