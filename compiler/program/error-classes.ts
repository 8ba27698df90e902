// The error classes of ECMAScript (ECMA-262 20.5) as object types: made here and not by `check`, since the errors that operations
// raise are of them too.
import type { ErrorName } from './nodes.ts';
import { INT_TYPES, newClass, nullableOf, STRING, type ObjectType } from './types.ts';

const ERROR = newClass('Error');

/** Where the error was made: the address of a site's text (runtime/prelude/errors.ll), read by `stack`. */
export const SITE_FIELD = '%site';

export const OPTIONAL_ERROR = nullableOf(ERROR, false, true);
const field = (name: string, type: ObjectType['fields'][number]['type'], mutable = true) => ({
  name,
  type,
  mutable,
  checked: false,
});

ERROR.fields = [
  field('name', STRING),
  field('message', STRING),
  field('cause', OPTIONAL_ERROR, false),
  field(SITE_FIELD, INT_TYPES.usize),
];

function derived(name: ErrorName): ObjectType {
  const type = newClass(name);
  type.base = ERROR;
  type.fields = ERROR.fields;
  return type;
}

export const ERROR_CLASSES: { readonly [N in ErrorName]: ObjectType } = {
  Error: ERROR,
  RangeError: derived('RangeError'),
  TypeError: derived('TypeError'),
  SyntaxError: derived('SyntaxError'),
  EvalError: derived('EvalError'),
  URIError: derived('URIError'),
  ReferenceError: derived('ReferenceError'),
};

/** The id of the module-level variable that holds a thrown object until it is caught; no name of a program has a blank. */
export const PENDING_ERROR = 'pending error';
export const PENDING_TYPE = nullableOf(ERROR, true, false);

export const isErrorName = (name: string | undefined): name is ErrorName =>
  name !== undefined && Object.hasOwn(ERROR_CLASSES, name);

/** One of the classes above, not one derived from them. */
export const isErrorClass = (type: ObjectType): boolean =>
  isErrorName(type.name) && ERROR_CLASSES[type.name] === type;

/** The nearest of the classes above: what an error of the class is to JavaScript. */
export function errorNameOf(type: ObjectType): ErrorName | null {
  for (let at: ObjectType | null = type; at; at = at.base)
    if (isErrorName(at.name) && ERROR_CLASSES[at.name] === at) return at.name;
  return null;
}
