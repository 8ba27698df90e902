// The types of C: what `types` holds. Each says what a function takes for it, and what it gives.
import type { Pointerish } from './addresses.ts';

export type Kind =
  | 'void'
  | 'sbyte'
  | 'ubyte'
  | 'sshort'
  | 'ushort'
  | 'sint'
  | 'uint'
  | 'slong'
  | 'ulong'
  | 'float'
  | 'double'
  | 'longdouble'
  | 'char'
  | 'unichar'
  | 'pointer'
  | 'char_p'
  | 'unichar_p'
  | 'struct';

/** `In`: what is taken where a value of the type is expected, `Out`: what it comes as. */
export interface FfiType<In = unknown, Out = unknown> {
  readonly kind: Kind;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly alignment: number;
  /** Never there. */
  readonly __in?: In;
  readonly __out?: Out;
}

/** A pointer to a known type. */
export interface PointerType<T extends FfiType = FfiType> extends FfiType<Pointerish, number> {
  readonly kind: 'pointer';
  readonly to: T;
}

type Long = FfiType<bigint | number, bigint>;
type Text = FfiType<string | Pointerish, string | null>;

function scalar<In, Out>(kind: Kind, name: string, size: number): FfiType<In, Out> {
  return Object.freeze({ kind, name, size, alignment: size });
}

const number = (kind: Kind, size: number): FfiType<number, number> => scalar(kind, kind, size);
const long = (kind: 'slong' | 'ulong', name: string): Long => scalar(kind, name, 8);

const pointers = new WeakMap<FfiType, PointerType>();

/** The type of pointers to `to`: the same each time. */
function pointer<T extends FfiType>(to: T): PointerType<T> {
  const known = pointers.get(to);
  if (known) return known as PointerType<T>;
  const { kind, size, alignment } = types.void_p;
  const made = Object.freeze({
    kind: kind as 'pointer',
    name: `${to.name} *`,
    size,
    alignment,
    to,
  });
  pointers.set(to, made);
  return made;
}

/** What a pointer type points to. */
export function deref_pointer<T extends FfiType>(type: PointerType<T>): T {
  return type.to;
}

/** Integers of 64 bits come as bigints, pointers as numbers; a `char` is a string of one character. */
export const types = {
  sbyte: number('sbyte', 1),
  ubyte: number('ubyte', 1),
  sshort: number('sshort', 2),
  ushort: number('ushort', 2),
  sint: number('sint', 4),
  uint: number('uint', 4),
  slong: long('slong', 'slong'),
  ulong: long('ulong', 'ulong'),
  slonglong: long('slong', 'slonglong'),
  ulonglong: long('ulong', 'ulonglong'),
  float: number('float', 4),
  double: number('double', 8),
  /** Of x86: 80 bits in 16 bytes. JavaScript has it as the nearest double. */
  longdouble: number('longdouble', 16),
  char: scalar<string, string>('char', 'char', 1),
  unichar: scalar<string, string>('unichar', 'unichar', 4),
  /** Only as a result. */
  void: scalar<never, void>('void', 'void', 1),
  void_p: scalar<Pointerish, number>('pointer', 'void_p', 8),
  char_p: scalar('char_p', 'char_p', 8) as Text,
  unichar_p: scalar('unichar_p', 'unichar_p', 8) as Text,
  pointer,
} as const;

/** The parameters of a function of these argument types. */
export type Arguments<A extends readonly FfiType[]> = {
  -readonly [K in keyof A]: A[K] extends FfiType<infer In> ? In : never;
};
/** What a value of the type comes as. */
export type Result<R extends FfiType> = R extends FfiType<unknown, infer Out> ? Out : never;
/** What a callback is given, and what it gives. */
export type Given<A extends readonly FfiType[]> = {
  -readonly [K in keyof A]: Result<A[K]>;
};
export type Taken<R extends FfiType> =
  R extends FfiType<infer In, infer Out>
    ? Out extends void
      ? void
      : Exclude<In, TextOf<R>>
    : never;
/** A callback cannot give a string: nobody would free its memory. */
type TextOf<R extends FfiType> =
  R extends FfiType<unknown, string | null>
    ? R extends FfiType<unknown, string>
      ? never
      : string
    : never;
