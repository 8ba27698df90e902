// The shape of one row of the op table.
import type { ConstantValue } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';

/**
 * What an operand or result may be. `T`: any type, the same wherever `T` stands in the row. `I`, `F`, `N`: any integer, float,
 * number, the same wherever that letter stands. `I2`, `N2`: another one. The rest names one type or kind.
 * `any`: no constraint here.
 */
export type Pattern =
  | 'T'
  | 'I'
  | 'I2'
  | 'F'
  | 'F2'
  | 'N'
  | 'N2'
  | 'boolean'
  | 'i8'
  | 'u8'
  | 'u16'
  | 'i32'
  | 'u32'
  | 'i64'
  | 'u64'
  | 'isize'
  | 'usize'
  | 'f64'
  | 'string'
  | 'typedarray'
  | 'arraybuffer'
  | 'dataview'
  | 'buffer'
  | 'nullable'
  | 'ptr'
  | 'object'
  | 'array'
  | 'function'
  /** Any reference to the collected heap, or the nullable of one. */
  | 'reference'
  | 'address'
  | 'any';

/** high: made by `flow`, gone after `lower`. low: made by `lower`. both: may stand in either. */
export type Level = 'high' | 'low' | 'both';

/** Constant operands and result with their types; undefined where the result is not to be folded (it would raise). */
export type Folder = (
  args: readonly ConstantValue[],
  argTypes: readonly RtsType[],
  result: RtsType,
) => ConstantValue | typeof NOT_FOLDED;

export const NOT_FOLDED: unique symbol = Symbol('not folded');

export interface OpRow<L extends Level = Level> {
  /** A last pattern `...any` stands for any number of further operands. */
  readonly operands: readonly (Pattern | '...any')[];
  /** Empty: no result. `...any`: as many as the callee has. */
  readonly results: readonly (Pattern | '...any')[];
  readonly level: L;
  /** Same operands, same result; no effect; may be removed, moved and merged (if it also does not raise). */
  readonly pure: boolean;
  /** May raise a JavaScript error. */
  readonly raises: boolean;
  /** May allocate memory that the environment owns. */
  readonly allocates: boolean;
  /** Reads memory that other ops write; may be removed if unused, not moved over a write. */
  readonly reads: boolean;
  readonly fold: Folder | null;
  /** Keys of `OpAttributes` that this op carries. */
  readonly attributes: readonly string[];
  /** One line: what it does, in the words of ECMA-262, C or RPython. */
  readonly meaning: string;
}

interface Options<L extends Level> {
  level?: L;
  pure?: boolean;
  raises?: boolean;
  allocates?: boolean;
  reads?: boolean;
  fold?: Folder;
  attributes?: readonly string[];
}

/** The level stays in the row's type, so that `lower` can be checked to cover every high op. */
export function op<const L extends Level = 'both'>(
  operands: OpRow['operands'],
  results: OpRow['results'],
  meaning: string,
  options: Options<L> = {},
): OpRow<L> {
  return {
    operands,
    results,
    meaning,
    level: options.level ?? ('both' as L),
    pure: options.pure ?? false,
    raises: options.raises ?? false,
    allocates: options.allocates ?? false,
    reads: options.reads ?? false,
    fold: options.fold ?? null,
    attributes: options.attributes ?? [],
  };
}
