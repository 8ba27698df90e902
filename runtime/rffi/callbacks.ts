// C function pointers to functions of the program, untranslated.
import { describeType, isLowLevelType } from '../lltype/constructors.ts';
import { allocateFunction, releaseFunction } from '../lltype/functions.ts';
import { type Scoped, scoped } from '../lltype/lltype.ts';
import { addressOf, isPointer, type Pointer, requiredPointer } from '../lltype/pointer.ts';
import type { FuncType, Ptr } from '../lltype/types.ts';
import { cFunctionOf } from './c-function.ts';
import { addressOfFunction } from './libraries.ts';

type Callable = (...args: never) => unknown;

function functionType(of: string, type: Ptr): FuncType {
  const to = isLowLevelType(type) && type.kind === 'ptr' ? type.to : type;
  if (to.kind === 'func') return to;
  throw new TypeError(
    `${of}: argument 1 must be a pointer type of rffi.CCallback, got ${describeType(type)}`,
  );
}

/** Kept until `free_callback`. `thrower`: see `allocateFunction`. */
export function callback(type: Ptr, callable: Callable, thrower?: () => void): Pointer {
  const to = functionType('rffi.callback', type);
  if (typeof callable !== 'function')
    throw new TypeError(`rffi.callback: argument 2 must be a function, got ${typeof callable}`);
  return requiredPointer(to, allocateFunction(to, callable, thrower));
}

export function free_callback(pointer: Pointer): void {
  if (!isPointer(pointer) || !releaseFunction(addressOf(pointer)))
    throw new TypeError('rffi.free_callback: the pointer is no callback, or is freed already');
}

export const scoped_callback = (type: Ptr, callable: Callable): Scoped =>
  scoped(callback(type, callable), free_callback);

const helpers = new Map<FuncType, Map<Callable, Pointer>>();

/** The same pointer for the same function, never freed. */
export function llhelper(type: Ptr, callable: Callable): Pointer {
  const to = functionType('rffi.llhelper', type);
  const external = cFunctionOf(callable);
  if (external) return requiredPointer(to, addressOfFunction(external));
  let known = helpers.get(to);
  if (!known) helpers.set(to, (known = new Map()));
  let pointer = known.get(callable);
  if (!pointer) known.set(callable, (pointer = callback(type, callable)));
  return pointer;
}
