// The shape of one row of the table of builtins.
import type { OpName } from '../graph/ops.ts';
import type { RuntimeName } from './runtime-functions.ts';

/**
 * Types of parameters and results. `self`: the receiver's type. `element`: number, or i64/u64 for the BigInt arrays. `item`: the type of an array's items. `buffer-ptr`: a pointer to the
 * receiver's first element. Others name an RTS type; `charp` is `Ptr<char[]>` (rffi.CCHARP), `voidp` any pointer.
 */
export type BuiltinType =
  | 'f64'
  | 'i32'
  | 'u32'
  | 'isize'
  | 'boolean'
  | 'string'
  | 'void'
  | 'arraybuffer'
  | 'dataview'
  | 'self'
  | 'element'
  | 'typedarray'
  | 'array'
  | 'object'
  | 'item'
  | 'charp'
  | 'voidp'
  | 'i64'
  | 'u64';

export interface BuiltinRow {
  /** Receiver first where there is one. */
  readonly parameters: readonly BuiltinType[];
  /** Defaults of trailing parameters that may be left out, for the last `defaults.length` ones. */
  readonly defaults: readonly (number | boolean | string)[];
  readonly result: BuiltinType;
  /** One op of the same operands, or a function of the runtime library. */
  readonly emit: { readonly op: OpName } | { readonly runtime: RuntimeName };
  readonly documentation: string;
}

export const row = (
  parameters: readonly BuiltinType[],
  result: BuiltinType,
  emit: BuiltinRow['emit'],
  documentation: string,
  defaults: readonly (number | boolean | string)[] = [],
): BuiltinRow => ({ parameters, defaults, result, emit, documentation });

/** Beyond every position. */
export const END = Number.MAX_SAFE_INTEGER;
