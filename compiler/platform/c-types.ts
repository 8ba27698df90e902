// The types of C as data: what `read-types.ts` makes of debug information, and what `declarations.ts` and `probe.ts`
// answer with. Structures, enums and typedefs are named, and stand once in the table: so types may mention themselves.

export type Qualifier = 'const' | 'volatile' | 'restrict' | 'atomic';

/** `char` is plain `char`; its sign is the platform's. */
export type Encoding = 'signed' | 'unsigned' | 'char' | 'boolean' | 'float' | 'complex';

/** A number of C. */
export interface CBase {
  readonly kind: 'base';
  /** As one writes it in C: `unsigned long`. */
  readonly c: string;
  readonly size: number;
  readonly encoding: Encoding;
  /** Of integers and characters; false for the others. */
  readonly signed: boolean;
}

export interface CFunctionType {
  readonly kind: 'function';
  readonly parameters: readonly CType[];
  readonly result: CType;
  readonly variadic: boolean;
  /** False for `f()`, which says nothing of its parameters. */
  readonly prototyped: boolean;
}

export type CType =
  | { readonly kind: 'void' }
  | CBase
  | { readonly kind: 'pointer'; readonly to: CType }
  /** `count` is null for `T[]`. */
  | { readonly kind: 'array'; readonly item: CType; readonly count: number | null }
  | CFunctionType
  | {
      readonly kind: 'qualified';
      readonly qualifiers: readonly Qualifier[];
      readonly of: CType;
    }
  /** Stands in the table `structs`, `enums` or `typedefs` under this name. */
  | { readonly kind: 'struct' | 'enum' | 'typedef'; readonly name: string }
  /** What has no place here, in words, e.g. a vector of a processor. */
  | { readonly kind: 'unknown'; readonly what: string };

export interface CField {
  /** null for an anonymous structure or union, whose fields are the outer one's, and for unnamed bits. */
  readonly name: string | null;
  readonly type: CType;
  /** Bytes from the start of the structure; of a bit-field, of the byte that its first bit is in. */
  readonly offset: number;
  readonly bits: {
    /** From the start of the structure, in the machine's order of bits. */
    readonly offset: number;
    readonly width: number;
  } | null;
}

/** A structure or union. */
export interface CStructType {
  readonly kind: 'struct' | 'union';
  /** `struct tm`; without a tag the name of its typedef, or one made from its place. Key of the table. */
  readonly name: string;
  readonly tag: string | null;
  /** The typedef that names it directly, where there is one. */
  readonly typedef: string | null;
  /** True where it is only declared: it has no size and no fields then. */
  readonly opaque: boolean;
  readonly size: number;
  readonly alignment: number;
  readonly fields: readonly CField[];
}

export interface CEnumType {
  /** As for structures. */
  readonly name: string;
  readonly tag: string | null;
  readonly typedef: string | null;
  readonly size: number;
  readonly signed: boolean;
  readonly members: readonly { readonly name: string; readonly value: bigint }[];
}

export interface CTypes {
  readonly structs: Readonly<Record<string, CStructType>>;
  readonly enums: Readonly<Record<string, CEnumType>>;
  readonly typedefs: Readonly<Record<string, CType>>;
}

/** What is left when typedefs and qualifiers are looked through. */
export type BareType = Exclude<CType, { kind: 'qualified' }>;

type Typedefs = Pick<CTypes, 'typedefs'>;

/** Without typedefs and qualifiers in front. */
export function resolve(type: CType, types: Typedefs): BareType {
  if (type.kind === 'qualified') return resolve(type.of, types);
  if (type.kind !== 'typedef') return type;
  const target = types.typedefs[type.name];
  return target ? resolve(target, types) : type;
}

/** True for what may not be written: `const` here or in the typedef that it is named by. */
export function isConst(type: CType, types: Typedefs): boolean {
  if (type.kind === 'qualified')
    return type.qualifiers.includes('const') || isConst(type.of, types);
  if (type.kind === 'array') return isConst(type.item, types);
  const target = type.kind === 'typedef' ? types.typedefs[type.name] : undefined;
  return target !== undefined && isConst(target, types);
}

/** Bytes of a value; null where it has no size. */
export function sizeOfType(type: CType, types: CTypes, pointerSize: number): number | null {
  const bare = resolve(type, types);
  switch (bare.kind) {
    case 'base':
      return bare.size;
    case 'pointer':
      return pointerSize;
    case 'enum':
      return types.enums[bare.name]?.size ?? null;
    case 'struct': {
      const struct = types.structs[bare.name];
      return struct && !struct.opaque ? struct.size : null;
    }
    case 'array': {
      const item = sizeOfType(bare.item, types, pointerSize);
      return item === null || bare.count === null ? null : item * bare.count;
    }
    default:
      return null;
  }
}
