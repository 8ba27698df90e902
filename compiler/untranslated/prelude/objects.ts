// Prelude: objects of the collected heap.
import { RAISED } from '../../builtins/errors.ts';
import { raise } from './raise.ts';

export const OBJECTS = {
  construct: `function $construct(constructor, object, ...args) {
  constructor(object, ...args);
  return object;
}`,
  assertPresent: `function $assertPresent(value) {
  if (value == null) ${raise(RAISED.absentValue)}
  return value;
}`,
  checkedCast: `function $checkedCast(object, type, message) {
  if (!(object instanceof type)) throw new TypeError(message);
  return object;
}`,
} as const;
