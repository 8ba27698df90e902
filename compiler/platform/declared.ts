// What a header is asked for and what it declares, as data. `declarations.ts` answers.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import type { CType, CTypes } from './c-types.ts';
import type { CConstantValue } from './constant-piece.ts';
import type { Skipped } from './header/patterns.ts';

export interface DeclarationRequest {
  readonly info: ExternalCompilationInfo;
  /** `*` stands for any characters: `sqlite3_*`, `z_stream`. */
  readonly names: readonly string[];
}

export interface CFunctionDeclaration {
  readonly name: string;
  readonly parameters: readonly { readonly name: string | null; readonly type: CType }[];
  readonly result: CType;
  readonly variadic: boolean;
  /** False for `f()`, of whose parameters nothing is known. */
  readonly prototyped: boolean;
  /** The linker's name; null where none is known: a `static` function, or a macro that chooses one. */
  readonly symbol: string | null;
}

export interface CVariable {
  readonly name: string;
  readonly type: CType;
  readonly const: boolean;
}

export interface CConstant {
  readonly name: string;
  readonly from: 'macro' | 'enum';
  readonly constant: CConstantValue;
}

export interface Declarations {
  readonly kind: 'declarations';
  readonly functions: readonly CFunctionDeclaration[];
  readonly variables: readonly CVariable[];
  readonly constants: readonly CConstant[];
  /** All that are mentioned. */
  readonly types: CTypes;
  /** What matches and is none of these, e.g. macros that are no constants. */
  readonly skipped: readonly Skipped[];
}
