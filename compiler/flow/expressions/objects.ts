// Objects of the collected heap: made, filled in the order of the source, called.
import { constant, isizeConstant } from '../../graph/constants.ts';
import { errorNameOf, SITE_FIELD } from '../../program/error-classes.ts';
import { BOOLEAN, INT_TYPES, STRING } from '../../program/types.ts';
import { NOTHING } from '../function-flow.ts';
import type { ExpressionHandler } from '../handler.ts';
import { isMember } from '../union.ts';

/** The object exists before its constructor's arguments are evaluated, which nobody can see. */
export const newExpression: ExpressionHandler<'new'> = (flow, expression) => {
  const { construct, type, span } = expression;
  const args = flow.expressions(expression.arguments);
  const object = flow.value('object_new', [], type, span);
  if (type.kind === 'object' && errorNameOf(type) !== null) {
    const site = flow.value('error_site', [], INT_TYPES.usize, span, { class: type });
    flow.effect('field_set', [object, site], span, { field: SITE_FIELD });
  }
  if (construct) {
    const { result, id } = construct;
    flow.call('direct_call', [object, ...args], result, span, { callee: id });
  }
  return object;
};

export const recordExpression: ExpressionHandler<'record'> = (flow, expression) => {
  const { fields, captures, type, span } = expression;
  const values = fields.map(({ value }) => flow.expression(value));
  const object = flow.value('object_new', [], type, span);
  fields.forEach(({ field }, i) => {
    const value = values[i];
    // A tag is in its type.
    if (value && value.type.kind !== 'literal')
      flow.effect('field_set', [object, value], span, { field });
  });
  for (const [local, field] of captures ?? [])
    flow.effect('field_set', [object, flow.held(local)], span, { field });
  return object;
};

export const arrayExpression: ExpressionHandler<'array'> = (flow, { items, type, span }) => {
  const values = flow.expressions(items);
  const array = flow.value('array_new', [isizeConstant(values.length)], type, span);
  values.forEach((value, i) => flow.effect('array_set', [array, isizeConstant(i), value], span));
  return array;
};

export const methodCallExpression: ExpressionHandler<'method-call'> = (flow, expression) => {
  const { method, callee, span } = expression;
  const args = flow.expressions(expression.arguments);
  const result = flow.call('method_call', args, callee.result, span, { method });
  if (callee.result.kind === 'never') flow.unreachable();
  return result;
};

export const closureExpression: ExpressionHandler<'closure'> = (flow, expression) => {
  const { function: made, type, span } = expression;
  const captured = made.captures.map((local) => flow.held(local));
  return flow.value('closure_new', captured, type, span, { callee: made.id });
};

export const closureCallExpression: ExpressionHandler<'closure-call'> = (flow, expression) => {
  const { type, span } = expression;
  const callee = flow.expression(expression.callee);
  const args = flow.expressions(expression.arguments);
  const result = flow.call('closure_call', [callee, ...args], type, span, {});
  if (type.kind === 'never') flow.unreachable();
  return result;
};

/** Where the error was made is known since it exists: a stack begins where `new` stands. */
export const constructErrorExpression: ExpressionHandler<'construct-error'> = (
  flow,
  expression,
) => {
  const { error, span } = expression;
  const object = flow.expression(expression.object);
  const message = flow.expression(expression.message);
  const cause = flow.expression(expression.cause);
  const fields = { name: constant(STRING, error), message, cause };
  for (const [field, value] of Object.entries(fields))
    flow.effect('field_set', [object, value], span, { field });
  return NOTHING;
};

export const instanceOfExpression: ExpressionHandler<'instance-of'> = (flow, expression) =>
  flow.value('object_is', [flow.expression(expression.operand)], BOOLEAN, expression.span, {
    class: expression.class,
  });

export const isMemberExpression: ExpressionHandler<'is-member'> = (
  flow,
  { operand, member, span },
) => isMember(flow, flow.expression(operand), member, span);
