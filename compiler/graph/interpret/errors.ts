// The pending error, and errors as JavaScript sees them. Sites are addresses of compiled code: here they are 0.
import { errorKind } from '../../builtins/errors.ts';
import { ERROR_CLASSES, errorNameOf, isErrorName } from '../../program/error-classes.ts';
import { representation } from '../representation.ts';
import { fromParts } from './boundary.ts';
import {
  asObject,
  CONSTRUCTORS,
  HeapObject,
  InterpreterError,
  type Evaluator,
  type Held,
  type State,
} from './held.ts';
import { stackText } from './stack-text.ts';
import { partKey } from './objects.ts';

function pendingError({ pending }: State): Error {
  if (!pending || pending.error instanceof HeapObject)
    throw new InterpreterError('no error of an operation is pending');
  return pending.error;
}

export const ERRORS = {
  pending_object: (_args, _op, { pending }) => [
    pending?.error instanceof HeapObject ? pending.error : null,
  ],
  pending_kind: (_args, _op, state) => {
    const { name } = pendingError(state);
    return [errorKind(isErrorName(name) ? name : 'Error')];
  },
  pending_message: (_args, _op, state) => [pendingError(state).message],
  pending_site: () => [0n],
  error_site: () => [0n],
  error_stack: ([object], _op, state) => {
    const error = asObject(object);
    return [stackText(fieldOf(error, 'name', state), fieldOf(error, 'message', state))];
  },
  // The interpreter's host gets the object itself: `errorToJavaScript`.
  host_error: () => [],
} satisfies Readonly<Record<string, Evaluator>>;

/** What the host catches: the same message, name and cause. A class of the program is its built-in base to the host. */
export function errorToJavaScript(error: Error | HeapObject, state: State): Error {
  if (error instanceof Error) return error;
  const text = (name: string): string => String(fieldOf(error, name, state));
  const cause = fieldOf(error, 'cause', state);
  const options =
    cause instanceof HeapObject ? { cause: errorToJavaScript(cause, state) } : undefined;
  const made = new CONSTRUCTORS[errorNameOf(error.type) ?? 'Error'](text('message'), options);
  if (text('name') !== made.name)
    Object.defineProperty(made, 'name', { ...OWN, value: text('name') });
  return made;
}

const OWN = { configurable: true, enumerable: true, writable: true };

function fieldOf({ fields }: HeapObject, name: string, state: State): Held {
  const found = ERROR_CLASSES.Error.fields.find((field) => field.name === name);
  if (!found) throw new InterpreterError(`no field ${name} in Error`);
  if (state.unit.level === 'high') return fields.get(name);
  const parts = representation(found.type).map((_, part) => fields.get(partKey(name, part)));
  return fromParts(found.type, parts, state);
}
