// The result type of an op where its row and its operands determine it, so that builders need not repeat it.
import {
  ADDRESS,
  ARRAY_BUFFER,
  BOOLEAN,
  DATA_VIEW,
  F64,
  INT_TYPES,
  STRING,
  type RtsType,
} from '../program/types.ts';
import type { Value } from './graph.ts';
import { OPS, type OpName } from './ops.ts';
import type { Pattern } from './ops/op.ts';

/** Patterns that name exactly one type. */
export const PATTERN_TYPES: { readonly [P in Pattern]?: RtsType } = {
  boolean: BOOLEAN,
  i8: INT_TYPES.i8,
  u8: INT_TYPES.u8,
  u16: INT_TYPES.u16,
  i32: INT_TYPES.i32,
  u32: INT_TYPES.u32,
  i64: INT_TYPES.i64,
  u64: INT_TYPES.u64,
  isize: INT_TYPES.isize,
  usize: INT_TYPES.usize,
  f64: F64,
  string: STRING,
  arraybuffer: ARRAY_BUFFER,
  dataview: DATA_VIEW,
  buffer: ARRAY_BUFFER,
  address: ADDRESS,
};

/** Patterns whose type is the same wherever they stand in a row. */
export const LETTERS: ReadonlySet<string> = new Set(['T', 'I', 'I2', 'F', 'F2', 'N', 'N2']);

/** undefined where a result's type does not follow from the row and the operands. */
export function inferResultTypes(
  name: OpName,
  args: readonly Value[],
): readonly RtsType[] | undefined {
  const row = OPS[name];
  const types: RtsType[] = [];
  for (const pattern of row.results) {
    if (pattern === '...any') return undefined;
    const position = LETTERS.has(pattern) ? row.operands.indexOf(pattern) : -1;
    const type = position >= 0 ? args[position]?.type : PATTERN_TYPES[pattern];
    if (!type) return undefined;
    types.push(type);
  }
  return types;
}
