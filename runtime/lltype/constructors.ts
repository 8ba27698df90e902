// `lltype.Struct(…)` and the other constructors: arguments → interned type objects. Two calls with equal arguments
// give the same object, so `===` compares types. Errors are TypeErrors at build time.
import type {
  ArrayType,
  Container,
  FixedSizeArray,
  FuncType,
  LowLevelType,
  OpaqueType,
  Primitive,
  Ptr,
} from './types.ts';

export interface ArrayHints {
  readonly hints?: { readonly nolength?: boolean };
}

/** Stands for a container that is made later; only to be pointed to. */
export interface ForwardReference {
  readonly kind: 'forward';
  become(type: Container): void;
}

const CONTAINER_KINDS: ReadonlySet<unknown> = new Set([
  'struct',
  'array',
  'fixed-array',
  'func',
  'opaque',
]);

const interned = new Map<string, LowLevelType>();
const numbers = new WeakMap<object, number>();
let nextNumber = 0;

/** The part of an interning key that stands for a type: its number, in order of appearance. */
export function numberOf(type: object): number {
  let number = numbers.get(type);
  if (number === undefined) numbers.set(type, (number = nextNumber++));
  return number;
}

export function intern<T extends LowLevelType>(key: string, make: () => T): T {
  const known = interned.get(key);
  // The key begins with the kind, so what is found is of the kind that `make` gives.
  if (known) return known as T;
  const type = make();
  Object.freeze(type);
  interned.set(key, type);
  return type;
}

/** True for what the constructors and primitives are. */
export function isLowLevelType(value: unknown): value is LowLevelType {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'primitive' || value.kind === 'ptr' || CONTAINER_KINDS.has(value.kind);
}

export const isContainer = (value: unknown): value is Container =>
  isLowLevelType(value) && value.kind !== 'primitive' && value.kind !== 'ptr';

/** How messages name a type. */
export function describeType(type: unknown): string {
  if (!isLowLevelType(type)) return isForward(type) ? 'ForwardReference' : String(type);
  switch (type.kind) {
    case 'primitive':
    case 'struct':
    case 'opaque':
      return type.name;
    case 'ptr':
      return `Ptr(${describeType(type.to)})`;
    case 'array':
      return `Array(${describeType(type.item)})`;
    case 'fixed-array':
      return `FixedSizeArray(${describeType(type.item)}, ${type.count})`;
    case 'func': {
      const args = [...type.args.map(describeType), ...(type.variadic ? ['...'] : [])];
      return `FuncType([${args.join(', ')}], ${describeType(type.result)})`;
    }
  }
}

export function makeArray(item: LowLevelType, options: ArrayHints = {}): ArrayType {
  checkInlined(item, 'item of an array', false);
  const length = options.hints?.nolength === true ? null : 'prefix';
  return intern(`array ${numberOf(item)} ${length}`, () => ({ kind: 'array', item, length }));
}

export function makeFixedSizeArray(item: LowLevelType, count: number): FixedSizeArray {
  checkInlined(item, 'item of a FixedSizeArray', false);
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new TypeError(
      `the length of a FixedSizeArray must be a natural number, got ${String(count)}`,
    );
  }
  return intern(`fixed-array ${numberOf(item)} ${count}`, () => ({
    kind: 'fixed-array',
    item,
    count,
  }));
}

export function makeFuncType(
  args: readonly LowLevelType[],
  result: LowLevelType,
  options: { readonly variadic?: boolean } = {},
): FuncType {
  checkSignature('a FuncType', args, result);
  return internFunc(args, result, options.variadic === true);
}

/** Throws TypeError for what C can neither take nor give. `of`: whose signature it is, for messages. */
export function checkSignature(
  of: string,
  args: readonly LowLevelType[],
  result: LowLevelType,
): void {
  if (!Array.isArray(args)) throw new TypeError(`the argument types of ${of} must be an array`);
  args.forEach((arg: LowLevelType, index) => checkPassed(arg, `argument ${index + 1} of ${of}`));
  if (!isLowLevelType(result) || !isVoid(result)) checkPassed(result, `the result of ${of}`);
}

export function makeOpaqueType(name: string, options: { readonly size?: number } = {}): OpaqueType {
  const size = options.size ?? null;
  if (size !== null && (!Number.isSafeInteger(size) || size < 1)) {
    throw new TypeError(
      `the size of ${name} must be a positive number of bytes, got ${String(size)}`,
    );
  }
  return intern(`opaque ${name} ${size}`, () => ({ kind: 'opaque', name, size }));
}

export function makePtr(to: Container | ForwardReference): Ptr {
  if (isForward(to)) {
    const target = targets.get(to);
    return target ? makePtr(target) : forwardPtr(to);
  }
  if (!isContainer(to)) {
    throw new TypeError(
      `Ptr needs a container, got ${describeType(to)}; a pointer to one is CArrayPtr(T)`,
    );
  }
  return intern(`ptr ${numberOf(to)}`, () => ({ kind: 'ptr', to }));
}

/** A primitive by another name, which is its name in C: `lltype.Typedef(rffi.INT, 'pid_t')`. */
export function makeTypedef(type: Primitive, name: string): Primitive {
  if (!isLowLevelType(type) || type.kind !== 'primitive')
    throw new TypeError(`Typedef needs a primitive, got ${describeType(type)}`);
  if (!/^[A-Za-z_][\w ]*$/.test(name))
    throw new TypeError(`${JSON.stringify(name)} is no name of a C type`);
  return intern(`typedef ${name} ${numberOf(type)}`, () => ({ ...type, name, c: name }));
}

const targets = new WeakMap<ForwardReference, Container>();

export function makeForwardReference(): ForwardReference {
  const reference: ForwardReference = {
    kind: 'forward',
    become(type) {
      if (targets.has(reference))
        throw new TypeError('this ForwardReference has become a type already');
      if (!isContainer(type)) {
        throw new TypeError(`a ForwardReference becomes a container, got ${describeType(type)}`);
      }
      targets.set(reference, type);
      // `Ptr(type)` from now on is the pointer that was made with the reference: pointers to one container are one type.
      const key = `ptr ${numberOf(type)}`;
      const made = interned.get(`ptr forward ${numberOf(reference)}`);
      if (made && !interned.has(key)) interned.set(key, made);
    },
  };
  return Object.freeze(reference);
}

function forwardPtr(reference: ForwardReference): Ptr {
  return intern(`ptr forward ${numberOf(reference)}`, () => ({
    kind: 'ptr',
    get to() {
      const target = targets.get(reference);
      if (!target) throw new TypeError('a ForwardReference is used before it has become a type');
      return target;
    },
  }));
}

function internFunc(
  args: readonly LowLevelType[],
  result: LowLevelType,
  variadic: boolean,
): FuncType {
  const key = `func ${args.map(numberOf).join()} ${numberOf(result)}${variadic ? ' …' : ''}`;
  return intern(key, () => ({ kind: 'func', args: Object.freeze([...args]), result, variadic }));
}

/** What may stand inside another container: no void, no function, nothing of open length except at the end. */
export function checkInlined(type: LowLevelType, where: string, last: boolean): void {
  if (isForward(type)) throw new TypeError(`${where}: a ForwardReference can only be pointed to`);
  if (!isLowLevelType(type)) throw new TypeError(`${where} is no low-level type`);
  if (isVoid(type)) throw new TypeError(`${where} cannot be void`);
  if (type.kind === 'func') throw new TypeError(`${where} cannot be a function; use a Ptr to it`);
  if (type.kind === 'opaque' && type.size === null) {
    throw new TypeError(`${where}: the size of ${type.name} is not known; use a Ptr to it`);
  }
  if (hasOpenLength(type) && !(last && type.kind === 'array')) {
    throw new TypeError(
      `${where}: an array of open length can only be the last field of a structure`,
    );
  }
}

/** A number, a pointer, or a structure of known size, which goes by value. */
function checkPassed(type: LowLevelType, where: string): void {
  const isScalar =
    isLowLevelType(type) && !isVoid(type) && (type.kind === 'primitive' || type.kind === 'ptr');
  if (isScalar || (isLowLevelType(type) && type.kind === 'struct' && !hasOpenLength(type))) return;
  throw new TypeError(
    `${where} must be a primitive, a pointer or a structure, got ${describeType(type)}`,
  );
}

const isVoid = (type: LowLevelType): boolean =>
  type.kind === 'primitive' && type.machine === 'void';

export const hasOpenLength = (type: LowLevelType): boolean =>
  type.kind === 'array' ||
  (type.kind === 'struct' && type.fields.some((field) => hasOpenLength(field.type)));

export const isForward = (value: unknown): value is ForwardReference =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'forward';
