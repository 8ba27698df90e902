// Conversions, one row each.
import { absentError, castError } from '../../builtins/errors.ts';
import { booleanConstant, constant } from '../../graph/constants.ts';
import type { Value } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import type { Conversion, Need } from '../../program/nodes.ts';
import { BOOLEAN, INT_TYPES, type NullableType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import type { FunctionFlow } from '../function-flow.ts';
import type { ExpressionHandler } from '../handler.ts';
import { checkCast } from '../memory-checks.ts';
import { isTrue } from '../truthiness.ts';
import { isMember, toMember, toUnion } from '../union.ts';

type Converter = (
  flow: FunctionFlow,
  value: Value,
  type: RtsType,
  span: Span,
  need: Need | undefined,
) => Value;

/** One op, or nothing where the types are the same. */
const byOp =
  (op: OpName): Converter =>
  (flow, value, type, span) =>
    value.type === type ? value : flow.value(op, [value], type, span);

/** A test of a nullable; `known` answers it for the types that hold only null or only undefined, and all others. */
const byTest =
  (op: OpName, known: (kind: RtsType['kind']) => boolean): Converter =>
  (flow, value, _type, span) =>
    value.type.kind === 'nullable'
      ? flow.value(op, [value], BOOLEAN, span)
      : booleanConstant(known(value.type.kind));

const CONVERTERS: { readonly [C in Conversion]: Converter } = {
  'int-to-int': byOp('int_cast'),
  'int-to-float': byOp('int_to_float'),
  'float-to-float': byOp('float_cast'),
  'float-to-int': byOp('float_to_int'),
  'boolean-to-number': (flow, value, type, span) => {
    if (type.kind === 'int') return flow.value('bool_to_int', [value], type, span);
    const bit = flow.value('bool_to_int', [value], INT_TYPES.i32, span);
    return flow.value('int_to_float', [bit], type, span);
  },
  'to-boolean': (flow, value, _type, span) => isTrue(flow, value, span),
  'to-nullable': toNullable,
  'from-nullable': fromNullable,
  'assert-present': assertPresent,
  upcast: (flow, value, type, span) =>
    value.type === type ? value : toUnion(flow, value, type, span),
  // The value is evaluated; what it is stands in the type of the field.
  'to-literal': (_flow, _value, type) =>
    constant(type, type.kind === 'literal' ? type.value : null),
  downcast: (flow, value, type, span) =>
    value.type === type ? value : toMember(flow, value, type, span),
  'checked-downcast': checkedDowncast,
  'is-present': byTest('nullable_is_present', (kind) => kind !== 'null' && kind !== 'undefined'),
  'is-null': byTest('nullable_is_null', (kind) => kind === 'null'),
  'is-undefined': byTest('nullable_is_undefined', (kind) => kind === 'undefined'),
  pointer: (flow, value, type, span, need) => {
    checkCast(flow, value, type, span);
    return byOp('cast_pointer')(flow, value, type, span, need);
  },
  'pointer-to-int': (flow, value, type, span) => {
    const address = flow.value('cast_ptr_to_int', [value], INT_TYPES.usize, span);
    return byOp('int_cast')(flow, address, type, span, undefined);
  },
  'int-to-pointer': byOp('cast_int_to_ptr'),
};

function toNullable(flow: FunctionFlow, value: Value, type: RtsType, span: Span): Value {
  const { kind } = value.type;
  if (kind === 'nullable') return byOp('nullable_widen')(flow, value, type, span, undefined);
  if (kind === 'null') return constant(type, null);
  if (kind === 'undefined' || kind === 'void') return constant(type, undefined);
  // A NULL pointer is a present value; as a constant it could not be told from null.
  if (value.kind === 'constant' && value.value !== null) return constant(type, value.value);
  return flow.value('nullable_wrap', [value], type, span);
}

function fromNullable(flow: FunctionFlow, value: Value, type: RtsType, span: Span): Value {
  if (value.type === type) return value;
  if (type.kind === 'null') return constant(type, null);
  if (type.kind === 'undefined') return constant(type, undefined);
  return flow.value(
    type.kind === 'nullable' ? 'nullable_widen' : 'nullable_get',
    [value],
    type,
    span,
  );
}

function assertPresent(
  flow: FunctionFlow,
  value: Value,
  type: RtsType,
  span: Span,
  need: Need | undefined,
): Value {
  if (value.type.kind !== 'nullable') return value;
  const present = flow.value('nullable_is_present', [value], BOOLEAN, span);
  const [good, bad] = [flow.join(), flow.join()];
  flow.branch(present, good, bad);
  flow.enter(bad);
  raiseAbsent(flow, value, value.type, span, need);
  flow.enter(good);
  return fromNullable(flow, value, type, span);
}

function raiseAbsent(
  flow: FunctionFlow,
  value: Value,
  { allowsNull, allowsUndefined }: NullableType,
  span: Span,
  need: Need | undefined,
): void {
  if (need && allowsNull && allowsUndefined) {
    const isNull = flow.value('nullable_is_null', [value], BOOLEAN, span);
    const [whenNull, otherwise] = [flow.join(), flow.join()];
    flow.branch(isNull, whenNull, otherwise);
    flow.enter(whenNull);
    flow.raise(absentError(need, 'null'), [], span);
    flow.enter(otherwise);
  }
  flow.raise(absentError(need, allowsUndefined ? 'undefined' : 'null'), [], span);
}

function checkedDowncast(flow: FunctionFlow, value: Value, type: RtsType, span: Span): Value {
  const good = flow.join();
  for (const member of type.kind === 'union' ? type.members : [type]) {
    const next = flow.join();
    flow.branch(isMember(flow, value, member, span), good, next);
    flow.enter(next);
  }
  flow.raise(castError(type), [], span);
  flow.enter(good);
  return toMember(flow, value, type, span);
}

export const convertExpression: ExpressionHandler<'convert'> = (flow, expression) => {
  const value = flow.expression(expression.operand);
  const { conversion, type, span, need } = expression;
  return CONVERTERS[conversion](flow, value, type, span, need);
};
