// Storing to a place; the value of the expression is the value stored, before any conversion that an element makes.
import type { Value } from '../../graph/graph.ts';
import type { Place } from '../../program/nodes.ts';
import { elementIndex } from '../element-index.ts';
import type { FunctionFlow } from '../function-flow.ts';
import type { ExpressionHandler, ExpressionOf } from '../handler.ts';
import { checkField, checkItem } from '../memory-checks.ts';

type Writer<K extends Place['kind']> = (
  flow: FunctionFlow,
  place: Extract<Place, { readonly kind: K }>,
  expression: ExpressionOf<'assign'>,
) => Value;

const WRITERS: { readonly [K in Place['kind']]: Writer<K> } = {
  local: (flow, { local }, expression) => {
    const value = flow.expression(expression.value);
    flow.assign(local, value, expression.span);
    return value;
  },
  global: (flow, { global }, expression) => {
    const value = flow.expression(expression.value);
    flow.effect('global_set', [value], expression.span, { global: global.id });
    return value;
  },
  element: (flow, place, expression) => {
    const array = flow.expression(place.array);
    const rawIndex = flow.expression(place.index);
    const value = flow.expression(expression.value);
    // ECMA-262 13.15.2: the right side is evaluated before the index is looked at.
    const index = elementIndex(flow, rawIndex, place.index.span);
    flow.effect('typedarray_set', [array, index, value], expression.span);
    return value;
  },
  property: (flow, { object, field }, expression) => {
    const target = flow.expression(object);
    const value = flow.expression(expression.value);
    flow.effect('field_set', [target, value], expression.span, { field });
    return value;
  },
  'array-item': (flow, place, expression) => {
    const array = flow.expression(place.array);
    const rawIndex = flow.expression(place.index);
    const value = flow.expression(expression.value);
    const index = elementIndex(flow, rawIndex, place.index.span);
    flow.effect('array_set', [array, index, value], expression.span);
    return value;
  },
  field: (flow, place, expression) => {
    const pointer = flow.expression(place.pointer);
    const value = flow.expression(expression.value);
    checkField(flow, pointer, place, 'write', expression.span);
    flow.effect('setfield', [pointer, value], expression.span, { field: place.field });
    return value;
  },
  item: (flow, place, expression) => {
    const pointer = flow.expression(place.pointer);
    const index = flow.expression(place.index);
    const value = flow.expression(expression.value);
    checkItem(flow, pointer, index, place, 'write', expression.span);
    flow.effect('setarrayitem', [pointer, index, value], expression.span);
    return value;
  },
};

export const assignExpression: ExpressionHandler<'assign'> = (flow, expression) => {
  const writer = WRITERS[expression.place.kind] as Writer<Place['kind']>;
  return writer(flow, expression.place, expression);
};
