// The types of generated programs. A type is known by its text: two with one text are one type.

export type NumericName = keyof typeof NUMERICS;

interface NumericFacts {
  readonly bits: number;
  readonly signed: boolean;
  readonly integer: boolean;
  /** A bigint in TypeScript. */
  readonly bigint: boolean;
  /** Held as a bigint by the plain program: more bits than a number has. */
  readonly wide: boolean;
}

const integer = (bits: number, signed: boolean, bigint: boolean): NumericFacts => ({
  bits,
  signed,
  integer: true,
  bigint,
  wide: bits === 64,
});
const float = (bits: number): NumericFacts => ({
  bits,
  signed: true,
  integer: false,
  bigint: false,
  wide: false,
});

export const NUMERICS = {
  number: float(64),
  f32: float(32),
  i8: integer(8, true, false),
  u8: integer(8, false, false),
  i16: integer(16, true, false),
  u16: integer(16, false, false),
  i32: integer(32, true, false),
  u32: integer(32, false, false),
  i64: integer(64, true, true),
  u64: integer(64, false, true),
  isize: integer(64, true, false),
  usize: integer(64, false, false),
} as const satisfies Record<string, NumericFacts>;

export interface NumericType extends NumericFacts {
  readonly kind: 'numeric';
  readonly name: NumericName;
  readonly text: string;
}
export interface PlainType {
  readonly kind: 'boolean' | 'string';
  readonly text: string;
}
export interface ListType {
  readonly kind: 'array' | 'set';
  readonly element: Type;
  readonly text: string;
}
export interface MapType {
  readonly kind: 'map';
  readonly key: Type;
  readonly value: Type;
  readonly text: string;
}
export interface TupleType {
  readonly kind: 'tuple';
  readonly items: readonly Type[];
  readonly text: string;
}
export interface NullableType {
  readonly kind: 'nullable';
  readonly base: Type;
  readonly absent: 'null' | 'undefined';
  readonly text: string;
}
export interface FunctionType {
  readonly kind: 'function';
  readonly parameters: readonly Type[];
  readonly result: Type;
  readonly text: string;
}
export interface TypedArrayType {
  readonly kind: 'typed';
  readonly element: NumericType;
  readonly text: string;
}
export interface Field {
  readonly name: string;
  readonly type: Type;
}
export interface RecordType {
  readonly kind: 'record';
  readonly fields: readonly Field[];
  readonly text: string;
}
export interface EnumType {
  readonly kind: 'enum';
  readonly members: readonly string[];
  readonly text: string;
}
/** At most one member is of each kind that `typeof` tells. */
export interface UnionType {
  readonly kind: 'union';
  readonly members: readonly Type[];
  readonly text: string;
}
export interface Method {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly result: Type;
}
export interface ClassType {
  readonly kind: 'class';
  readonly text: string;
  readonly base: ClassType | null;
  readonly abstract: boolean;
  readonly constructorTypes: readonly Type[];
  /** Own ones and those of the bases. */
  readonly fields: readonly Field[];
  /** Own ones and those of the bases. */
  readonly methods: readonly Method[];
}
export type Type =
  | NumericType
  | PlainType
  | ListType
  | MapType
  | TupleType
  | NullableType
  | FunctionType
  | TypedArrayType
  | RecordType
  | EnumType
  | UnionType
  | ClassType;

export function numeric(name: NumericName): NumericType {
  return { kind: 'numeric', name, text: name, ...NUMERICS[name] };
}

export const NUMBER = numeric('number');
export const I32 = numeric('i32');
export const BOOLEAN: PlainType = { kind: 'boolean', text: 'boolean' };
export const STRING: PlainType = { kind: 'string', text: 'string' };

export const arrayOf = (element: Type): ListType => ({
  kind: 'array',
  element,
  text: /[|>]/.test(element.text) ? `(${element.text})[]` : `${element.text}[]`,
});
export const setOf = (element: Type): ListType => ({
  kind: 'set',
  element,
  text: `Set<${element.text}>`,
});
export const mapOf = (key: Type, value: Type): MapType => ({
  kind: 'map',
  key,
  value,
  text: `Map<${key.text}, ${value.text}>`,
});
export const tupleOf = (items: readonly Type[]): TupleType => ({
  kind: 'tuple',
  items,
  text: `[${items.map(({ text }) => text).join(', ')}]`,
});
/** Of a nullable type the type itself. */
export const nullableOf = (base: Type, absent: 'null' | 'undefined'): Type =>
  base.kind === 'nullable'
    ? base
    : { kind: 'nullable', base, absent, text: nullableText(base, absent) };
const nullableText = (base: Type, absent: string): string =>
  base.kind === 'function' ? `(${base.text}) | ${absent}` : `${base.text} | ${absent}`;
export const functionOf = (parameters: readonly Type[], result: Type): FunctionType => ({
  kind: 'function',
  parameters,
  result,
  text: `(${parameters.map(({ text }, index) => `p${index}: ${text}`).join(', ')}) => ${result.text}`,
});

/** The members in a certain order, so that equal unions have one text. */
export function unionOf(members: readonly Type[]): UnionType {
  const sorted = [...members].sort((a, b) => (a.text < b.text ? -1 : 1));
  return { kind: 'union', members: sorted, text: sorted.map(({ text }) => text).join(' | ') };
}

/** What `typeof` gives for a value of a member. */
export function typeofName(type: Type): string {
  switch (type.kind) {
    case 'numeric':
      return type.bigint ? 'bigint' : 'number';
    case 'boolean':
    case 'string':
      return type.kind;
    default:
      return 'object';
  }
}

export const TYPED_ARRAYS: readonly TypedArrayType[] = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
]
  .map((text): TypedArrayType => ({ kind: 'typed', element: NUMBER, text }))
  .concat([
    { kind: 'typed', element: numeric('i64'), text: 'BigInt64Array' },
    { kind: 'typed', element: numeric('u64'), text: 'BigUint64Array' },
  ]);

export const isSame = (a: Type, b: Type): boolean => a.text === b.text;

/** A class is the base of another, or the same. */
export function isBase(base: ClassType, of: ClassType): boolean {
  return of.text === base.text || (of.base !== null && isBase(base, of.base));
}
