// What can be asked, by the names of PyPy's ctypes_configure; with `AlignOf`, `Enum` and `IntegerFunctionResult` besides.
import { type CType, isType } from '../ctypes/cdata.ts';

interface Conditional {
  /** Asked only where this macro is defined; null otherwise. */
  readonly ifdef?: string;
}

/** Fields by name, in any order; only those are asked about. */
export type StructFields =
  Readonly<Record<string, CType>> | readonly (readonly [name: string, type: CType])[];

export type Entry<T = unknown> = Asking & {
  readonly __value?: T;
};

type Asking =
  | {
      readonly kind: 'Struct';
      readonly name: string;
      readonly fields: readonly (readonly [name: string, type: CType])[];
      readonly ifdef?: string;
    }
  | {
      readonly kind: 'SimpleType';
      readonly name: string;
      readonly type: CType;
      readonly ifdef?: string;
    }
  | { readonly kind: 'ConstantInteger'; readonly expression: string }
  | {
      readonly kind:
        'DefinedConstantInteger' | 'DefinedConstantDouble' | 'DefinedConstantString' | 'Defined';
      readonly macro: string;
      readonly expression?: string;
    }
  | { readonly kind: 'SizeOf' | 'AlignOf' | 'Enum'; readonly name: string }
  | { readonly kind: 'Has'; readonly expression: string }
  | { readonly kind: 'Works' }
  | {
      readonly kind: 'IntegerFunctionResult';
      readonly name: string;
      readonly args: readonly string[];
    };

type Integer = number | bigint;

function text(entry: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new TypeError(
    `${entry}() argument 1 is the C text that it asks about, got ${String(value)}`,
  );
}

function checkedType(entry: string, name: string, type: unknown): CType {
  if (isType(type)) return type;
  throw new TypeError(
    `${entry}(${JSON.stringify(name)}): a ctypes type expected, got ${String(type)}`,
  );
}

/** A structure or union with these fields at C's places. Integers get the size and the sign that C has. */
export function Struct<const F extends StructFields>(
  name: string,
  fields: F,
  { ifdef }: Conditional = {},
): Entry<CType> {
  const list = Array.isArray(fields) ? fields : Object.entries(fields);
  if (list.length === 0) throw new TypeError(`Struct(${JSON.stringify(name)}) must have fields`);
  for (const [field, type] of list as readonly (readonly [string, CType])[])
    checkedType('Struct', `${name}.${field}`, type);
  return { kind: 'Struct', name: text('Struct', name), fields: list, ...(ifdef && { ifdef }) };
}

/** An integer type of C's size and sign; `hint`: what it is else, which must have C's size. */
export function SimpleType(name: string, hint: CType, { ifdef }: Conditional = {}): Entry<CType> {
  checkedType('SimpleType', name, hint);
  return {
    kind: 'SimpleType',
    name: text('SimpleType', name),
    type: hint,
    ...(ifdef && { ifdef }),
  };
}

export const ConstantInteger = (expression: string): Entry<Integer> => ({
  kind: 'ConstantInteger',
  expression: text('ConstantInteger', expression),
});

/** Null where the macro is not defined. */
export const DefinedConstantInteger = (macro: string): Entry<Integer | null> => ({
  kind: 'DefinedConstantInteger',
  macro: text('DefinedConstantInteger', macro),
});

export const DefinedConstantDouble = (macro: string): Entry<number | null> => ({
  kind: 'DefinedConstantDouble',
  macro: text('DefinedConstantDouble', macro),
});

/** `expression`: the text, where that is not the macro itself. */
export const DefinedConstantString = (
  macro: string,
  expression?: string,
): Entry<string | null> => ({
  kind: 'DefinedConstantString',
  macro: text('DefinedConstantString', macro),
  ...(expression !== undefined && { expression }),
});

export const Defined = (macro: string): Entry<boolean> => ({
  kind: 'Defined',
  macro: text('Defined', macro),
});

/** Does an expression with this name compile and link? */
export const Has = (expression: string): Entry<boolean> => ({
  kind: 'Has',
  expression: text('Has', expression),
});

/** Do the headers and libraries compile and link at all? */
export const Works = (): Entry<boolean> => ({ kind: 'Works' });

export const SizeOf = (name: string): Entry<number> => ({
  kind: 'SizeOf',
  name: text('SizeOf', name),
});

export const AlignOf = (name: string): Entry<number> => ({
  kind: 'AlignOf',
  name: text('AlignOf', name),
});

/** The members with their values. */
export const Enum = (name: string): Entry<Readonly<Record<string, Integer>>> => ({
  kind: 'Enum',
  name: text('Enum', name),
});

/** Of a call that the compiler folds, or that is compiled and run. */
export const IntegerFunctionResult = (
  name: string,
  args: readonly (string | number)[] = [],
): Entry<Integer> => ({
  kind: 'IntegerFunctionResult',
  name: text('IntegerFunctionResult', name),
  args: args.map(String),
});

/** What C is asked: types of ctypes have no part in it. */
export function questionOf(entry: Entry): object {
  switch (entry.kind) {
    case 'Struct':
      return { ...entry, fields: entry.fields.map(([name]) => name) };
    case 'SimpleType': {
      const { type: _hint, ...question } = entry;
      return question;
    }
    default:
      return entry;
  }
}
