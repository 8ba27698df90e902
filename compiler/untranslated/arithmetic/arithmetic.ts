// How the operators of one group of numeric types are printed. The rows: float.ts, narrow.ts, wide.ts, size.ts.
import type { BinaryOperator } from '../../program/nodes.ts';
import type { Code } from '../code.ts';
import type { PreludeName } from '../prelude/prelude.ts';

export type UsePrelude = (name: PreludeName) => string;

/** `a` and `b` are operand texts, used once each and in this order. */
export type PrintBinary<T> = (type: T, a: string, b: string, prelude: UsePrelude) => Code;

export interface Arithmetic<T> {
  readonly binary: { readonly [O in BinaryOperator]: PrintBinary<T> };
  readonly negate: (type: T, a: string, prelude: UsePrelude) => Code;
  readonly complement: (type: T, a: string, prelude: UsePrelude) => Code;
}
