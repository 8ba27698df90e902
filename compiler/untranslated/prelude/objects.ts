// Prelude: objects of the collected heap.

export const OBJECTS = {
  construct: `function $construct(constructor, object, ...args) {
  constructor(object, ...args);
  return object;
}`,
  checkedCast: `function $checkedCast(object, type, message) {
  if (!(object instanceof type)) throw new TypeError(message);
  return object;
}`,
} as const;
