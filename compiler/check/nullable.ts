// Nullable values as nodes: tests, the value inside, and wrapping.
import type { Expression, Need } from '../program/nodes.ts';
import {
  BOOLEAN,
  NULL,
  nullableOf,
  UNDEFINED,
  type NullableType,
  type RtsType,
} from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { conditional, convertTo, once } from './build.ts';
import type { Context } from './context.ts';
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
export const assertPresent = (value: Expression, span: Span, need?: Need): Expression =>
  value.type.kind === 'nullable'
    ? {
        kind: 'convert',
        conversion: 'assert-present',
        operand: value,
        type: value.type.base,
        span,
        ...(need && { need }),
      }
    : value;

/** An object whose member is read or assigned: where it may be absent, the error names the member. */
export function needed(object: Expression, kind: 'read' | 'set', member: string): Expression {
  if (object.kind !== 'convert') return object;
  if (object.conversion === 'assert-present') return { ...object, need: { kind, member } };
  return object.conversion === 'checked-downcast'
    ? { ...object, operand: needed(object.operand, kind, member) }
    : object;
}

/** T, or a narrower nullable of the same base, as `type`. */
export const wrap = (value: Expression, type: NullableType, span: Span): Expression =>
  value.type === type ? value : convertTo('to-nullable', value, type, span);

export const absent = (type: NullableType, value: null | undefined, span: Span): Expression =>
  constant(type, value, span);

export const baseOf = (type: RtsType): RtsType => (type.kind === 'nullable' ? type.base : type);

/** `T | undefined`. */
export const withUndefined = (type: RtsType): RtsType =>
  type.kind === 'nullable'
    ? nullableOf(type.base, type.allowsNull, true)
    : nullableOf(type, false, true);

/** What is left where undefined is excluded. */
export function withoutUndefined(type: RtsType): RtsType {
  if (type.kind !== 'nullable' || !type.allowsUndefined) return type;
  return type.allowsNull ? nullableOf(type.base, true, false) : type.base;
}

/** A nullable as `type`, of the same base, which has null, undefined or neither: with a TypeError where it is the one that `type` has not. */
export function assertIs(given: Expression, type: RtsType, context: Context): Expression {
  const { span } = given;
  if (given.type === type) return given;
  if (type.kind !== 'nullable') return assertPresent(given, span);
  const isLeft = type.allowsNull ? isNull : isUndefined;
  return once('value', given, context, (value) =>
    conditional(
      isLeft(value, span),
      absent(type, type.allowsNull ? null : undefined, span),
      wrap(assertPresent(value, span), type, span),
      span,
    ),
  );
}

/** The value of a nullable that is not undefined, as `type`, which has no undefined. */
export function presentAs(given: Expression, type: RtsType, span: Span): Expression {
  const value = unwrap(given, span);
  if (type.kind !== 'nullable') return value;
  return conditional(isNull(given, span), absent(type, null, span), wrap(value, type, span), span);
}
