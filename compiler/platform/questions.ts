// What can be asked of C and what is answered, as data: rffi_platform's entries, and what it does not have (alignments,
// enums, bit-fields, signatures). `probe.ts` answers.
import type { Trouble } from './ask-compiler.ts';
import type { CField, CFunctionType, CType, CTypes, Encoding } from './c-types.ts';
import type { CConstantValue } from './constant-piece.ts';

/** Asked only where this macro is defined; absent otherwise. */
interface Conditional {
  readonly ifdef?: string;
}

export type Question =
  /** `fields` are those that must be there; without them, all that there are. */
  | ({
      readonly kind: 'Struct';
      readonly name: string;
      readonly fields?: readonly string[];
    } & Conditional)
  | ({ readonly kind: 'SimpleType'; readonly name: string } & Conditional)
  | { readonly kind: 'ConstantInteger'; readonly expression: string }
  | { readonly kind: 'DefinedConstantInteger'; readonly macro: string }
  | { readonly kind: 'DefinedConstantDouble'; readonly macro: string }
  /** `expression` is the text, where that is not the macro itself. */
  | {
      readonly kind: 'DefinedConstantString';
      readonly macro: string;
      readonly expression?: string;
    }
  | { readonly kind: 'Defined'; readonly macro: string }
  | ({ readonly kind: 'SizeOf' | 'AlignOf'; readonly name: string } & Conditional)
  | ({ readonly kind: 'Enum'; readonly name: string } & Conditional)
  | ({ readonly kind: 'FunctionSignature'; readonly name: string } & Conditional)
  /** A call that the compiler folds, or that is compiled and run. Arguments are C. */
  | {
      readonly kind: 'IntegerFunctionResult';
      readonly name: string;
      readonly args: readonly string[];
    }
  /** Does it compile and link? */
  | { readonly kind: 'Has'; readonly expression: string }
  /** Do the headers and libraries compile and link at all? */
  | { readonly kind: 'Works' };

/** A field as it is reached by its name, also through anonymous members. */
export interface FieldAnswer extends CField {
  readonly name: string;
  /** null where it has none: `T[]`. */
  readonly size: number | null;
  /** Of integers; null for other fields. */
  readonly signed: boolean | null;
}

export type Answer =
  | {
      readonly kind: 'struct';
      /** Its key in the table of types. */
      readonly name: string;
      readonly union: boolean;
      readonly size: number;
      readonly alignment: number;
      readonly fields: readonly FieldAnswer[];
    }
  | {
      readonly kind: 'simple-type';
      readonly size: number;
      readonly signed: boolean;
      readonly encoding: Encoding | 'pointer' | 'enum';
      readonly type: CType;
    }
  | { readonly kind: 'constant'; readonly constant: CConstantValue }
  | { readonly kind: 'boolean'; readonly is: boolean; readonly why: string | null }
  | { readonly kind: 'bytes'; readonly count: number }
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly size: number;
      readonly signed: boolean;
      readonly members: readonly { readonly name: string; readonly value: bigint }[];
    }
  | { readonly kind: 'signature'; readonly type: CFunctionType }
  /** The macro is not defined. */
  | { readonly kind: 'absent' }
  /** The compiler's own words where it has said something. */
  | { readonly kind: 'error'; readonly message: string };

export interface Answers {
  readonly kind: 'answers';
  /** One for each question, in their order. */
  readonly answers: readonly Answer[];
  /** All types that the answers mention. */
  readonly types: CTypes;
}

export type ProbeResult = Answers | Trouble;
