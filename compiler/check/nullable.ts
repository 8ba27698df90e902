// Nullable values as nodes: tests, the value inside, and wrapping.
import type { Expression } from '../program/nodes.ts';
import { BOOLEAN, NULL, UNDEFINED, type NullableType, type RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { convertTo } from './build.ts';
import { constant } from './numbers/literal.ts';

export const isNullable = (
  expression: Expression,
): expression is Expression & { readonly type: NullableType } =>
  expression.type.kind === 'nullable';

/** `null` or `undefined` itself. */
export const isAbsent = (expression: Expression): boolean =>
  expression.type === NULL || expression.type === UNDEFINED;

export const isPresent = (value: Expression, span: Span): Expression =>
  convertTo('is-present', value, BOOLEAN, span);
export const isNull = (value: Expression, span: Span): Expression =>
  convertTo('is-null', value, BOOLEAN, span);
export const isUndefined = (value: Expression, span: Span): Expression =>
  convertTo('is-undefined', value, BOOLEAN, span);

/** The value of a nullable that is known to be present. */
export const unwrap = (value: Expression, span: Span): Expression =>
  value.type.kind === 'nullable' ? convertTo('from-nullable', value, value.type.base, span) : value;

/** As `unwrap`, with a TypeError where the value is absent. */
export const assertPresent = (value: Expression, span: Span): Expression =>
  value.type.kind === 'nullable'
    ? convertTo('assert-present', value, value.type.base, span)
    : value;

/** T, or a narrower nullable of the same base, as `type`. */
export const wrap = (value: Expression, type: NullableType, span: Span): Expression =>
  value.type === type ? value : convertTo('to-nullable', value, type, span);

export const absent = (type: NullableType, value: null | undefined, span: Span): Expression =>
  constant(type, value, span);

export const baseOf = (type: RtsType): RtsType => (type.kind === 'nullable' ? type.base : type);
