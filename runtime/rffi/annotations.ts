// `rffi.nonnull`, `out`, `inout`, `owned`, `borrowed`, `buffer`: what a C function does with an argument or a result, beside its type.
// RPython has nothing like it; each replaces lines that every caller would write by hand.
import { cFunctionOf } from './c-function.ts';
import { CArrayPtr, POINTER_TYPES } from './c-types.ts';
import { describeType, isLowLevelType } from '../lltype/constructors.ts';
import type { Annotation, LowLevelType, Marshalling, Ptr } from '../lltype/types.ts';

/** What may stand for an argument or the result. */
export type Declared = LowLevelType | Annotation;

const annotation = (parts: Partial<Annotation> & Pick<Annotation, 'role' | 'type'>): Annotation =>
  Object.freeze({
    kind: 'annotation',
    value: null,
    release: null,
    length: null,
    ...parts,
  });

export const isAnnotation = (value: unknown): value is Annotation =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'annotation';

/** NULL is an error of the caller, or of C. */
export const nonnull = (type: LowLevelType): Annotation =>
  annotation({ role: 'nonnull', type: pointer('nonnull', type) });

/** C writes a value there, which the call gives. */
export const out = (type: LowLevelType): Annotation =>
  annotation({ role: 'out', type: CArrayPtr(held('out', type)), value: type });

/** C reads a value there and writes another one, which the call gives. */
export const inout = (type: LowLevelType): Annotation =>
  annotation({ role: 'inout', type: CArrayPtr(held('inout', type)), value: type });

/** The caller frees it, with the C function `release`. */
export function owned(type: LowLevelType, release: unknown): Annotation {
  const to = pointer('owned', type);
  const made = cFunctionOf(release);
  if (!made) throw new TypeError('rffi.owned: argument 2 must be a function that llexternal made');
  const [taken] = made.args;
  if (made.args.length !== 1 || taken?.kind !== 'ptr' || made.marshalling || made.hasCallable)
    throw new TypeError(`rffi.owned: ${made.name} must be a C function of one pointer`);
  const isPassable = taken === to || taken === POINTER_TYPES.VOIDP;
  if (!isPassable)
    throw new TypeError(
      `rffi.owned: ${made.name} takes a ${describeType(taken)}, not a ${describeType(to)}`,
    );
  return annotation({ role: 'owned', type: to, release: made });
}

/** It stays with whoever has it: an argument is used until the call returns and no longer. */
export const borrowed = (type: LowLevelType): Annotation =>
  annotation({ role: 'borrowed', type: pointer('borrowed', type) });

/** A typed array, whose length is another argument. */
export function buffer(type: LowLevelType, length: number): Annotation {
  if (!Number.isSafeInteger(length) || length < 0)
    throw new RangeError('rffi.buffer: argument 2 must be the index of an argument');
  return annotation({ role: 'buffer', type: pointer('buffer', type), length });
}

function pointer(name: string, type: LowLevelType): Ptr {
  if (isLowLevelType(type) && type.kind === 'ptr') return type;
  throw new TypeError(`rffi.${name}: argument 1 must be a pointer type`);
}

function held(name: string, type: LowLevelType): LowLevelType {
  const isValue =
    isLowLevelType(type) &&
    (type.kind === 'ptr' || (type.kind === 'primitive' && type.machine !== 'void'));
  if (isValue) return type;
  throw new TypeError(`rffi.${name}: argument 1 must be the type of a number or a pointer`);
}

export const typeOfDeclared = (declared: Declared): LowLevelType =>
  isAnnotation(declared) ? declared.type : declared;

/** null where nothing is annotated. TypeError for annotations that have no meaning there. */
export function marshallingOf(
  name: string,
  args: readonly Declared[],
  result: Declared,
): Marshalling | null {
  const found = args.map((one) => (isAnnotation(one) ? one : null));
  const given = isAnnotation(result) ? result : null;
  if (!given && found.every((one) => one === null)) return null;
  const lengths = new Map<number, number>();
  found.forEach((one, index) => checkArgument(name, one, index, args, lengths));
  checkResult(name, given);
  const gives = found.some((one) => one?.role === 'out' || one?.role === 'inout');
  if (gives && (given?.role === 'owned' || typeOfDeclared(result).kind === 'struct'))
    throw new TypeError(
      `${name}: a result for the block of a using declaration does not go with out`,
    );
  return Object.freeze({ args: Object.freeze(found), result: given, lengths });
}

function checkArgument(
  name: string,
  one: Annotation | null,
  index: number,
  args: readonly Declared[],
  lengths: Map<number, number>,
): void {
  if (one?.role === 'owned') throw new TypeError(`${name}: rffi.owned is for results only`);
  if (one?.role !== 'buffer' || one.length === null) return;
  const of = args[one.length];
  if (!of || isAnnotation(of) || of.kind !== 'primitive' || !/^[iu]\d/.test(of.machine))
    throw new TypeError(
      `${name}: argument ${index + 1} has its length in argument ${one.length + 1}, which must be of an integer type`,
    );
  if (lengths.has(one.length))
    throw new TypeError(`${name}: argument ${one.length + 1} is the length of two arguments`);
  lengths.set(one.length, index);
}

function checkResult(name: string, result: Annotation | null): void {
  if (!result) return;
  if (!['owned', 'borrowed', 'nonnull'].includes(result.role))
    throw new TypeError(`${name}: rffi.${result.role} is for arguments only`);
}
