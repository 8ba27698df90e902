// The C function that a callable of `llexternal` stands for.
import type { CFunction } from '../lltype/types.ts';

const C_FUNCTION = Symbol('mixmod C function');

export interface ExternalFunction {
  (...args: readonly unknown[]): unknown;
  readonly [C_FUNCTION]: CFunction;
  /** As C takes it, whatever is annotated (RPython: llexternal with _nowrapper=True). */
  readonly _nowrapper: (...args: readonly unknown[]) => unknown;
}

export const externalFunction = (
  call: (...args: readonly unknown[]) => unknown,
  _nowrapper: (...args: readonly unknown[]) => unknown,
  data: CFunction,
): ExternalFunction => Object.assign(call, { [C_FUNCTION]: data, _nowrapper });

/** The CFunction that `llexternal` made; undefined for any other value. */
export const cFunctionOf = (value: unknown): CFunction | undefined =>
  isExternal(value) ? value[C_FUNCTION] : undefined;

export const isExternal = (value: unknown): value is ExternalFunction =>
  typeof value === 'function' && C_FUNCTION in value;
