// Builds the checked nodes that several handlers need.
import type {
  Binding,
  CompareOperator,
  Conversion,
  Expression,
  Local,
  Place,
} from '../program/nodes.ts';
import { BOOLEAN, F64, INT_TYPES, type RtsType } from '../program/types.ts';
import type { BuiltinName } from '../builtins/builtins.ts';
import type { Span } from '../source/source-file.ts';
import type { Context } from './context.ts';
import { constant } from './numbers/literal.ts';

export const readLocal = (local: Local, span: Span): Expression => ({
  kind: 'read',
  place: { kind: 'local', local },
  type: local.type,
  span,
});

/** A tag is in the type of its object. */
export const readPlace = (place: Place, type: RtsType, span: Span): Expression =>
  type.kind === 'literal'
    ? sequence(
        place.kind === 'property' ? [place.object] : [],
        constant(type.base, type.value, span),
        span,
      )
    : { kind: 'read', place, type, span };

export const assign = (place: Place, value: Expression, span: Span): Expression => ({
  kind: 'assign',
  place,
  value,
  type: value.type,
  span,
});

export const convertTo = (
  conversion: Conversion,
  operand: Expression,
  type: RtsType,
  span: Span,
): Expression => ({ kind: 'convert', conversion, operand, type, span });

export const compare = (
  operator: CompareOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression => ({ kind: 'compare', operator, left, right, type: BOOLEAN, span });

export const logical = (
  operator: '&&' | '||',
  left: Expression,
  right: Expression,
  span: Span,
): Expression => ({ kind: 'logical', operator, left, right, type: BOOLEAN, span });

export const not = (operand: Expression, span: Span): Expression =>
  operand.kind === 'constant'
    ? constant(BOOLEAN, operand.value !== true, span)
    : { kind: 'unary', operator: '!', operand, type: BOOLEAN, span };

export const conditional = (
  test: Expression,
  whenTrue: Expression,
  whenFalse: Expression,
  span: Span,
): Expression => ({ kind: 'conditional', test, whenTrue, whenFalse, type: whenTrue.type, span });

/** `value` after `effects`; constants among the effects do nothing and are left out. */
export function sequence(
  effects: readonly Expression[],
  value: Expression,
  span: Span,
): Expression {
  const needed = effects.filter((effect) => effect.kind !== 'constant');
  if (needed.length === 0) return value;
  return { kind: 'sequence', effects: needed, value, type: value.type, span };
}

export const builtin = (
  name: BuiltinName,
  values: readonly Expression[],
  type: RtsType,
  span: Span,
): Expression => ({ kind: 'builtin', builtin: name, arguments: values, type, span });

/** A `number` that is a length or offset. */
export const lengthOf = (name: BuiltinName, receiver: Expression, span: Span): Expression =>
  convertTo('int-to-float', builtin(name, [receiver], INT_TYPES.isize, span), F64, span);

export const isize = (value: number | bigint, span: Span): Expression =>
  constant(INT_TYPES.isize, BigInt(value), span);

/** Arithmetic of isize. */
export const ofSizes = (
  operator: '+' | '-' | '*',
  left: Expression,
  right: Expression,
  span: Span,
): Expression => ({ kind: 'binary', operator, left, right, type: INT_TYPES.isize, span });

/** Evaluates `value` once and hands `body` an expression that can stand several times. */
export function once(
  name: string,
  value: Expression,
  context: Context,
  body: (value: Expression) => Expression,
): Expression {
  if (value.kind === 'constant') return body(value);
  const local = context.temporary(name, value.type);
  return letIn([{ local, value }], body(readLocal(local, value.span)), value.span);
}

export const letIn = (bindings: readonly Binding[], body: Expression, span: Span): Expression =>
  bindings.length === 0 ? body : { kind: 'let', bindings, body, type: body.type, span };
