// The pending error, and errors as JavaScript sees them. Sites are addresses of compiled code: here they are 0.
import { errorKind } from '../../builtins/errors.ts';
import { ERROR_CLASSES, errorNameOf, isErrorName } from '../../program/error-classes.ts';
import type { RtsType } from '../../program/types.ts';
import type { Op } from '../graph.ts';
import { representation } from '../representation.ts';
import { fromParts, toJavaScript } from './boundary.ts';
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
  host_error: (_args, _op, { told }) => {
    told.push(new Map());
    return [];
  },
  host_field: ([value], op, state) => tell(op, toJavaScript(value, typeOfFirst(op)), state),
  host_no_field: ([isNull], op, state) => tell(op, isNull === true ? null : undefined, state),
} satisfies Readonly<Record<string, Evaluator>>;

function typeOfFirst({ name, args: [first] }: Op): RtsType {
  if (!first) throw new InterpreterError(`${name} without an operand`);
  return first.type;
}

function tell({ attributes }: Op, value: unknown, { told }: State): readonly Held[] {
  told.at(-1)?.set(attributes.field ?? '', value);
  return [];
}

/** What the host catches: the same message, name, cause and fields. A class of the program is its built-in base to the host. */
export function errorToJavaScript(error: Error | HeapObject, state: State, depth = 0): Error {
  if (error instanceof Error) return error;
  const text = (name: string): string => String(fieldOf(error, name, state));
  const cause = fieldOf(error, 'cause', state);
  const options =
    cause instanceof HeapObject ? { cause: errorToJavaScript(cause, state, depth + 1) } : undefined;
  const made = new CONSTRUCTORS[errorNameOf(error.type) ?? 'Error'](text('message'), options);
  if (text('name') !== made.name)
    Object.defineProperty(made, 'name', { ...OWN, value: text('name') });
  for (const [name, value] of state.told[depth] ?? [])
    Object.defineProperty(made, name, { ...OWN, value });
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
