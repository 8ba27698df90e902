// What can be asked of the platform, as data (rpython/rtyper/tool/rffi_platform.py). The build answers; `compiler/platform/` knows how.
import type { LowLevelType, Primitive } from '../lltype/types.ts';

interface Conditional {
  /** Asked only where this macro is defined; null otherwise. */
  readonly ifdef?: string;
}

export type Entry =
  | {
      readonly kind: 'Struct';
      readonly name: string;
      readonly fields: readonly (readonly [name: string, type: LowLevelType])[];
      readonly ifdef: string | null;
    }
  | {
      readonly kind: 'SimpleType';
      readonly name: string;
      readonly type: Primitive;
      readonly ifdef: string | null;
    }
  | { readonly kind: 'ConstantInteger' | 'DefinedConstantInteger'; readonly name: string }
  | { readonly kind: 'DefinedConstantDouble'; readonly name: string }
  | {
      readonly kind: 'DefinedConstantString';
      readonly name: string;
      /** The text, where that is not the macro itself. */
      readonly expression?: string;
    }
  | { readonly kind: 'Defined' | 'SizeOf' | 'AlignOf' | 'Has'; readonly name: string }
  | { readonly kind: 'Works' }
  | { readonly kind: 'Enum'; readonly name: string }
  | {
      readonly kind: 'IntegerFunctionResult';
      readonly name: string;
      readonly args: readonly string[];
    };

function named(value: unknown, entry: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new TypeError(
    `rffi_platform.${entry} expects the C text that it asks about, got ${String(value)}`,
  );
}

const asks =
  <K extends Exclude<Entry['kind'], 'Struct' | 'SimpleType' | 'Works' | 'IntegerFunctionResult'>>(
    kind: K,
  ) =>
  (name: string): Entry => ({ kind, name: named(name, kind) });

/** The constructors of entries, by RPython's names, with `AlignOf` and `Enum`. */
export const ENTRIES = {
  Struct: (
    name: string,
    fields: readonly (readonly [string, LowLevelType])[],
    { ifdef }: Conditional = {},
  ): Entry => ({ kind: 'Struct', name: named(name, 'Struct'), fields, ifdef: ifdef ?? null }),
  SimpleType: (name: string, type: Primitive, { ifdef }: Conditional = {}): Entry => ({
    kind: 'SimpleType',
    name: named(name, 'SimpleType'),
    type,
    ifdef: ifdef ?? null,
  }),
  ConstantInteger: asks('ConstantInteger'),
  DefinedConstantInteger: asks('DefinedConstantInteger'),
  DefinedConstantDouble: asks('DefinedConstantDouble'),
  DefinedConstantString: (macro: string, expression?: string): Entry => ({
    kind: 'DefinedConstantString',
    name: named(macro, 'DefinedConstantString'),
    ...(expression !== undefined && { expression: named(expression, 'DefinedConstantString') }),
  }),
  Defined: asks('Defined'),
  SizeOf: asks('SizeOf'),
  AlignOf: asks('AlignOf'),
  Has: asks('Has'),
  Enum: asks('Enum'),
  Works: (): Entry => ({ kind: 'Works' }),
  IntegerFunctionResult: (name: string, args: readonly (string | number)[] = []): Entry => ({
    kind: 'IntegerFunctionResult',
    name: named(name, 'IntegerFunctionResult'),
    args: args.map(String),
  }),
} as const;
