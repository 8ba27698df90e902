// Reading a place: a local has its value at hand, everything else is an op.
import { constant } from '../../graph/constants.ts';
import type { Value } from '../../graph/graph.ts';
import type { Place } from '../../program/nodes.ts';
import type { FunctionFlow } from '../function-flow.ts';
import { elementIndex } from '../element-index.ts';
import type { ExpressionHandler, ExpressionOf } from '../handler.ts';

type Reader<K extends Place['kind']> = (
  flow: FunctionFlow,
  place: Extract<Place, { readonly kind: K }>,
  expression: ExpressionOf<'read'>,
) => Value;

const READERS: { readonly [K in Place['kind']]: Reader<K> } = {
  local: (flow, { local }, { span }) => flow.read(local, span),
  global: (flow, { global }, { span }) =>
    global.constant === null
      ? flow.value('global_get', [], global.type, span, { global: global.id })
      : constant(global.type, global.constant),
  element: (flow, place, { type, span }) => {
    const array = flow.expression(place.array);
    const index = elementIndex(flow, flow.expression(place.index), place.index.span);
    return flow.value('typedarray_get', [array, index], type, span);
  },
  property: (flow, { object, field }, { type, span }) =>
    flow.value('field_get', [flow.expression(object)], type, span, { field }),
  'array-item': (flow, place, { type, span }) => {
    const array = flow.expression(place.array);
    const index = elementIndex(flow, flow.expression(place.index), place.index.span);
    return flow.value('array_get', [array, index], type, span);
  },
  field: (flow, { pointer, field }, { type, span }) =>
    flow.value('getfield', [flow.expression(pointer)], type, span, { field }),
  item: (flow, { pointer, index }, { type, span }) =>
    flow.value('getarrayitem', flow.expressions([pointer, index]), type, span),
};

export const readExpression: ExpressionHandler<'read'> = (flow, expression) => {
  const reader = READERS[expression.place.kind] as Reader<Place['kind']>;
  return reader(flow, expression.place, expression);
};
