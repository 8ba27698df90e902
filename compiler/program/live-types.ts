// The types of objects that stand for live values of JavaScript, which are kept there at a place: of any, and of promises.
import { typeName } from './type-name.ts';
import { INT_TYPES, type ObjectType, type RtsType } from './types.ts';

const live = (name: string): ObjectType => ({
  kind: 'object',
  form: 'live',
  name,
  base: null,
  fields: [{ name: '$place', type: INT_TYPES.isize, mutable: false, checked: false }],
  abstract: false,
});

/** `JSValue`. */
export const LIVE = live('JSValue');

const promises = new Map<RtsType, ObjectType>();
const promised = new Map<RtsType, RtsType>();

/** The interned `Promise<value>`. One of a promise is that of the same value: JavaScript makes none of the other. */
export function promiseOf(value: RtsType): ObjectType {
  if (value.kind === 'object' && promised.has(value)) return value;
  let type = promises.get(value);
  if (!type) {
    type = live(`Promise<${typeName(value)}>`);
    promises.set(value, type);
    promised.set(type, value);
  }
  return type;
}

/** What the promise is of; undefined for other types. */
export const promisedBy = (type: RtsType): RtsType | undefined => promised.get(type);

export const isLiveObject = (type: RtsType): boolean =>
  type.kind === 'object' && type.form === 'live';
