// ToBoolean (ECMA-262 7.1.2) of any type.
import { constant, FALSE, intConstant, isizeConstant, TRUE } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { BOOLEAN, INT_TYPES, type NullableType, type RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { FunctionFlow, Join } from './function-flow.ts';
import { merged } from './merged.ts';

type Truth<T extends RtsType> = (flow: FunctionFlow, value: Value, type: T, span: Span) => Value;

const always = (): Value => TRUE;
const never = (): Value => FALSE;

const TRUTH: { readonly [K in RtsType['kind']]: Truth<Extract<RtsType, { readonly kind: K }>> } = {
  boolean: (_flow, value) => value,
  int: (flow, value, type, span) =>
    flow.value('int_ne', [value, intConstant(type, 0)], BOOLEAN, span),
  // Not `x != 0`, which holds for NaN.
  float: (flow, value, type, span) => {
    const size = flow.value('float_abs', [value], type, span);
    return flow.value('float_gt', [size, constant(type, 0)], BOOLEAN, span);
  },
  string: (flow, value, _type, span) => {
    const length = flow.value('string_len', [value], INT_TYPES.isize, span);
    return flow.value('int_ne', [length, isizeConstant(0)], BOOLEAN, span);
  },
  ptr: (flow, value, type, span) => {
    const isNull = flow.value('ptr_eq', [value, constant(type, null)], BOOLEAN, span);
    return flow.value('bool_not', [isNull], BOOLEAN, span);
  },
  nullable: nullableTruth,
  typedarray: always,
  arraybuffer: always,
  dataview: always,
  object: always,
  array: always,
  function: always,
  union: always,
  literal: (_flow, _value, { value }) => (value ? TRUE : FALSE),
  address: always,
  null: never,
  undefined: never,
  void: never,
  never: never,
};

/** True where the value is there and is true itself. */
function nullableTruth(flow: FunctionFlow, value: Value, type: NullableType, span: Span): Value {
  if (TRUTH[type.base.kind] === always) {
    return flow.value('nullable_is_present', [value], BOOLEAN, span);
  }
  return merged(flow, BOOLEAN, (deliver) => {
    const [yes, no, after] = [flow.join(), flow.join(), flow.join()];
    branchOnTruth(flow, value, span, yes, no);
    flow.enter(yes);
    deliver(TRUE);
    flow.goto(after);
    flow.enter(no);
    deliver(FALSE);
    flow.goto(after);
    flow.enter(after);
  });
}

/** For conditions: a nullable is looked at in two steps, without a boolean in between. */
export function branchOnTruth(
  flow: FunctionFlow,
  value: Value,
  span: Span,
  whenTrue: Join,
  whenFalse: Join,
): void {
  const { type } = value;
  if (type.kind !== 'nullable' || TRUTH[type.base.kind] === always) {
    return flow.branch(isTrue(flow, value, span), whenTrue, whenFalse);
  }
  const here = flow.join();
  flow.branch(flow.value('nullable_is_present', [value], BOOLEAN, span), here, whenFalse);
  flow.enter(here);
  const present = flow.value('nullable_get', [value], type.base, span);
  branchOnTruth(flow, present, span, whenTrue, whenFalse);
}

export function isTrue(flow: FunctionFlow, value: Value, span: Span): Value {
  return (TRUTH[value.type.kind] as Truth<RtsType>)(flow, value, value.type, span);
}
