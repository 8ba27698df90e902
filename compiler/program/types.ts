// The types of RTypeScript, interned: two equal types are the same object, so `===` compares them.
// Made by `check`, read by every later stage.
import type { Container } from '../../runtime/lltype/types.ts';
import { elementName, typeName } from './type-name.ts';

export type IntName =
  'i8' | 'i16' | 'i32' | 'i64' | 'u8' | 'u16' | 'u32' | 'u64' | 'isize' | 'usize';

/** Two's complement integer that wraps at its width. isize and usize are 64 bits wide on every target. */
export interface IntType {
  readonly kind: 'int';
  readonly name: IntName;
  readonly bits: 8 | 16 | 32 | 64;
  readonly signed: boolean;
  /** True for i64 and u64: a bigint in TypeScript. All other integers are numbers there. */
  readonly bigint: boolean;
}

/** IEEE 754 binary64 (`number`, `f64`) or binary32 (`f32`). */
export interface FloatType {
  readonly kind: 'float';
  readonly name: 'f64' | 'f32';
}

/** An enum's static type. Its values are those of `number`. */
export interface SimpleType {
  readonly kind:
    'boolean' | 'string' | 'void' | 'never' | 'null' | 'undefined' | 'arraybuffer' | 'dataview';
}

export type ElementName =
  'i8' | 'u8' | 'u8c' | 'i16' | 'u16' | 'i32' | 'u32' | 'f32' | 'f64' | 'i64' | 'u64';

/** `Uint8Array` and its kin. Elements read as `number` (or i64, u64), as on Node. */
export interface TypedArrayType {
  readonly kind: 'typedarray';
  readonly name: string;
  readonly element: ElementName;
  readonly elementBytes: 1 | 2 | 4 | 8;
}

/** `T | null`, `T | undefined`, `T | null | undefined` of a scalar or string, typed array … : the value and a tag. */
export interface NullableType {
  readonly kind: 'nullable';
  readonly base: RtsType;
  readonly allowsNull: boolean;
  readonly allowsUndefined: boolean;
}

/** A raw C pointer, `lltype.Ptr<T>`. */
export interface PointerType {
  readonly kind: 'ptr';
  readonly to: Container;
}

/** A field of a GC object. */
export interface ObjectField {
  /** Unique in the class and its bases: a `#name` is prefixed by its class's name. */
  readonly name: string;
  readonly type: RtsType;
  /** Assigned after the object is complete; false for `readonly`. */
  readonly mutable: boolean;
  /** It can be read before it is assigned (`this` was handed out by a constructor): reading it looks. */
  readonly checked: boolean;
}

/**
 * A GC object with fields: an instance of a class, a record, a tuple, the cell of a captured variable, the box of a number or boolean
 * in a union, a WeakRef, or what stands for a live value of JavaScript. A variable of the type is a reference to it. Records and tuples are interned by their fields; classes are made once for each declaration
 * and type arguments, and `fields` and `base` are filled in before the type leaves `check`.
 */
export interface ObjectType {
  readonly kind: 'object';
  /** An interface has no objects of its own: those behind it are of the classes that implement it. */
  readonly form: 'class' | 'interface' | 'record' | 'tuple' | 'cell' | 'box' | 'weak' | 'live';
  /** Unique in the program. */
  readonly name: string;
  base: ObjectType | null;
  /** Those of the bases first. */
  fields: readonly ObjectField[];
  /** An abstract class has no objects of its own. */
  abstract: boolean;
  /** What a class implements, or an interface extends, apart from what follows from these and from the base. */
  interfaces?: ObjectType[];
}

/** `T[]` and `ReadonlyArray<T>`: a growing array, its items unboxed. */
export interface ArrayType {
  readonly kind: 'array';
  readonly element: RtsType;
}

/** A closure. */
export interface FunctionType {
  readonly kind: 'function';
  readonly parameters: readonly RtsType[];
  /** The last parameter is an array, whose items callers write. */
  readonly rest: boolean;
  readonly result: RtsType;
}

/**
 * One of several types, told apart by what the object itself is: a reference, whose header says the member. Members are not
 * nullable; numbers and booleans among them lie in boxes. Interned by its set of members; one that mentions itself is made before
 * its members are known.
 */
export interface UnionType {
  readonly kind: 'union';
  /** Unique in the program. */
  readonly name: string;
  members: readonly RtsType[];
}

/**
 * The type of a field that has the same value in all objects of its type: a tag that tells the members of a union apart.
 * It takes no memory; reading it gives the constant. Everywhere else literal types are their primitive type.
 */
export interface LiteralType {
  readonly kind: 'literal';
  readonly value: string | number | boolean;
  readonly base: RtsType;
}

/** An untyped machine address. Exists only in low graphs. */
export interface AddressType {
  readonly kind: 'address';
}

export type RtsType =
  | IntType
  | FloatType
  | SimpleType
  | TypedArrayType
  | NullableType
  | PointerType
  | ObjectType
  | ArrayType
  | FunctionType
  | UnionType
  | LiteralType
  | AddressType;

const int = (name: IntName, bits: IntType['bits'], signed: boolean): IntType => ({
  kind: 'int',
  name,
  bits,
  signed,
  bigint: name === 'i64' || name === 'u64',
});
const simple = (kind: SimpleType['kind']): SimpleType => ({ kind });

export const INT_TYPES: { readonly [N in IntName]: IntType } = {
  i8: int('i8', 8, true),
  i16: int('i16', 16, true),
  i32: int('i32', 32, true),
  i64: int('i64', 64, true),
  u8: int('u8', 8, false),
  u16: int('u16', 16, false),
  u32: int('u32', 32, false),
  u64: int('u64', 64, false),
  isize: int('isize', 64, true),
  usize: int('usize', 64, false),
};
export const F64: FloatType = { kind: 'float', name: 'f64' };
export const F32: FloatType = { kind: 'float', name: 'f32' };
export const BOOLEAN = simple('boolean');
export const STRING = simple('string');
export const VOID = simple('void');
export const NEVER = simple('never');
export const NULL = simple('null');
export const UNDEFINED = simple('undefined');
export const ARRAY_BUFFER = simple('arraybuffer');
export const DATA_VIEW = simple('dataview');
export const ADDRESS: AddressType = { kind: 'address' };

const typedArray = (
  name: string,
  element: ElementName,
  elementBytes: 1 | 2 | 4 | 8,
): TypedArrayType => ({
  kind: 'typedarray',
  name,
  element,
  elementBytes,
});
/** Keyed by ECMAScript's constructor name (ECMA-262 23.2). */
export const TYPED_ARRAYS: ReadonlyMap<string, TypedArrayType> = new Map(
  [
    typedArray('Int8Array', 'i8', 1),
    typedArray('Uint8Array', 'u8', 1),
    typedArray('Uint8ClampedArray', 'u8c', 1),
    typedArray('Int16Array', 'i16', 2),
    typedArray('Uint16Array', 'u16', 2),
    typedArray('Int32Array', 'i32', 4),
    typedArray('Uint32Array', 'u32', 4),
    typedArray('Float32Array', 'f32', 4),
    typedArray('Float64Array', 'f64', 8),
    typedArray('BigInt64Array', 'i64', 8),
    typedArray('BigUint64Array', 'u64', 8),
  ].map((type) => [type.name, type]),
);

const nullables = new Map<RtsType, (NullableType | undefined)[]>();

/** The interned nullable of `base`; `base` itself must not be nullable, and one flag must be true. */
export function nullableOf(
  base: RtsType,
  allowsNull: boolean,
  allowsUndefined: boolean,
): NullableType {
  const key = (allowsNull ? 1 : 0) + (allowsUndefined ? 2 : 0);
  let row = nullables.get(base);
  if (!row) nullables.set(base, (row = []));
  return (row[key] ??= { kind: 'nullable', base, allowsNull, allowsUndefined });
}

const pointers = new Map<Container, PointerType>();

/** Interned by the container object: `runtime/lltype` interns containers that are structurally equal. */
export function pointerTo(to: Container): PointerType {
  let type = pointers.get(to);
  if (!type) pointers.set(to, (type = { kind: 'ptr', to }));
  return type;
}

const arrays = new Map<RtsType, ArrayType>();

/** The interned `element[]`. */
export function arrayOf(element: RtsType): ArrayType {
  let type = arrays.get(element);
  if (!type) arrays.set(element, (type = { kind: 'array', element }));
  return type;
}

/** A number for each type, so that structural types can be interned by a text. */
const numbers = new Map<RtsType, number>();
export function numberOf(type: RtsType): number {
  let found = numbers.get(type);
  if (found === undefined) numbers.set(type, (found = numbers.size));
  return found;
}

const functions = new Map<string, FunctionType>();

/** The interned function type. */
export function functionOf(
  parameters: readonly RtsType[],
  result: RtsType,
  rest = false,
): FunctionType {
  const key = [...parameters, result].map(numberOf).join() + (rest ? '…' : '');
  let type = functions.get(key);
  if (!type) functions.set(key, (type = { kind: 'function', parameters, rest, result }));
  return type;
}

const unions = new Map<string, UnionType>();

const unionKey = (members: readonly RtsType[]): string =>
  members
    .map(numberOf)
    .sort((a, b) => a - b)
    .join();

/** The type of a value of one of `members`; members that are unions themselves give theirs. */
export function unionOf(members: readonly RtsType[]): RtsType {
  const all = [...new Set(members.flatMap((one) => (one.kind === 'union' ? one.members : [one])))];
  const [only] = all;
  if (only && all.length === 1) return only;
  const key = unionKey(all);
  let type = unions.get(key);
  if (!type) {
    all.sort((a, b) => numberOf(a) - numberOf(b));
    type = { kind: 'union', name: all.map(elementName).join(' | '), members: all };
    unions.set(key, type);
  }
  return type;
}

/** A union that mentions itself, before its members are known; `closeUnion` gives them. `name` must be unique in the program. */
export const newUnion = (name: string): UnionType => ({ kind: 'union', name, members: [] });

/** From now on the same set of members gives this type. */
export function closeUnion(type: UnionType, members: readonly RtsType[]): UnionType {
  type.members = [...new Set(members)].sort((a, b) => numberOf(a) - numberOf(b));
  unions.set(unionKey(type.members), type);
  return type;
}

const literals = new Map<RtsType, Map<LiteralType['value'], LiteralType>>();

/** The interned type of a field that always has `value`. */
export function literalOf(value: LiteralType['value'], base: RtsType): LiteralType {
  const row = literals.get(base) ?? new Map<LiteralType['value'], LiteralType>();
  literals.set(base, row);
  let type = row.get(value);
  if (!type) row.set(value, (type = { kind: 'literal', value, base }));
  return type;
}

const structural = new Map<string, ObjectType>();

function internObject(
  form: 'record' | 'tuple' | 'cell' | 'box' | 'weak',
  name: string,
  fields: readonly ObjectField[],
): ObjectType {
  const parts = fields.map(
    (field) => `${field.name}:${numberOf(field.type)}:${Number(field.mutable)}`,
  );
  const key = [form, ...parts].join();
  let type = structural.get(key);
  if (!type) {
    type = { kind: 'object', form, name, base: null, fields, abstract: false };
    structural.set(key, type);
  }
  return type;
}

/** The interned record: `{ x: number, y: number }`. The order of the fields is part of the type. */
export function recordOf(fields: readonly ObjectField[]): ObjectType {
  const parts = fields.map(
    ({ name, type, mutable }) => `${mutable ? '' : 'readonly '}${name}: ${typeName(type)}`,
  );
  return internObject('record', `{ ${parts.join('; ')} }`, fields);
}

/** A record that mentions itself, before its fields are known. `name` must be unique in the program. */
export const newRecord = (name: string): ObjectType => ({
  kind: 'object',
  form: 'record',
  name,
  base: null,
  fields: [],
  abstract: false,
});

/** The interned tuple; its fields are called '0', '1' … */
export function tupleOf(elements: readonly RtsType[], mutable = true): ObjectType {
  const fields = elements.map((type, i) => ({ name: String(i), type, mutable, checked: false }));
  const name = `[${elements.map(typeName).join(', ')}]`;
  return internObject('tuple', mutable ? name : `readonly ${name}`, fields);
}

/** Where a captured variable that is assigned lives: an object with the field `value`. */
export function cellOf(type: RtsType): ObjectType {
  const fields = [{ name: 'value', type, mutable: true, checked: false }];
  return internObject('cell', `cell<${typeName(type)}>`, fields);
}

/** What a number or boolean is where a union holds it: an object with the field `value`, whose identity nothing sees. */
export function boxOf(type: RtsType): ObjectType {
  const fields = [{ name: 'value', type, mutable: false, checked: false }];
  return internObject('box', `box<${typeName(type)}>`, fields);
}

/** The member is no reference by itself. */
export const isBoxed = ({ kind }: RtsType): boolean =>
  kind === 'int' || kind === 'float' || kind === 'boolean';

/** `WeakRef<target>`. The field only tells the type: the ops `weak_new` and `weak_get` are the only ones that see it. */
export function weakRefOf(target: RtsType): ObjectType {
  const fields = [{ name: 'target', type: target, mutable: true, checked: false }];
  return internObject('weak', `WeakRef<${typeName(target)}>`, fields);
}

/** The reference that objects hold instead of a napi_value, which lives only as long as a call from the host. */
export const BUFFER_BOX: ObjectType = {
  kind: 'object',
  form: 'cell',
  name: 'ArrayBuffer box',
  base: null,
  fields: [],
  abstract: false,
};

/** A class before its base and fields are known. `name` must be unique in the program. */
export const newClass = (name: string, abstract = false): ObjectType => ({
  kind: 'object',
  form: 'class',
  name,
  base: null,
  fields: [],
  abstract,
});

/**
 * An interface before what it extends is known. `name` must be unique in the program. `abstract`: false for what only `instanceof`
 * asks for, and no value is of.
 */
export const newInterface = (name: string, abstract = true): ObjectType => ({
  kind: 'object',
  form: 'interface',
  name,
  base: null,
  fields: [],
  abstract,
});

/** A class or interface: objects of several layouts may stand behind it. */
export const isClassType = (type: RtsType): type is ObjectType =>
  type.kind === 'object' && (type.form === 'class' || type.form === 'interface');

export const isInterface = (type: RtsType): boolean =>
  type.kind === 'object' && type.form === 'interface';

/** `type` is `base`, derived from it, or implements it. */
export function derivesFrom(type: ObjectType, base: ObjectType): boolean {
  for (let at: ObjectType | null = type; at; at = at.base) {
    if (at === base) return true;
    if (base.form === 'interface' && at.interfaces?.some((one) => derivesFrom(one, base)))
      return true;
  }
  return false;
}

/** All interfaces that a class implements, or an interface extends, those of its bases too. */
export function interfacesOf(type: ObjectType): ReadonlySet<ObjectType> {
  const found = new Set<ObjectType>();
  const add = (from: ObjectType): void => {
    for (let at: ObjectType | null = from; at; at = at.base) {
      for (const one of at.interfaces ?? []) {
        if (found.has(one)) continue;
        found.add(one);
        add(one);
      }
    }
  };
  add(type);
  return found;
}

/** The class without a base that it is derived from. */
export function rootOf(type: ObjectType): ObjectType {
  let root = type;
  while (root.base) root = root.base;
  return root;
}

/** A value of the type is one word where values lie in words for JavaScript, and has no text. */
export const isOneWord = (type: RtsType): boolean =>
  type.kind === 'float' || type.kind === 'boolean' || (type.kind === 'int' && !type.bigint);

/** A value of the type is one reference to an object of the collected heap. */
export const isReference = (type: RtsType): boolean =>
  type.kind === 'string' ||
  type.kind === 'object' ||
  type.kind === 'array' ||
  type.kind === 'function' ||
  type.kind === 'union' ||
  (type.kind === 'nullable' && isReference(type.base));

/** An object, array, function, a union or the nullable of these: `===` asks whether it is the same object. */
export function hasIdentity(type: RtsType): boolean {
  if (type.kind === 'nullable') return hasIdentity(type.base);
  if (type.kind === 'union') return type.members.every(hasIdentity);
  return type.kind !== 'string' && isReference(type);
}
