// Reading a place: a local has its value at hand, everything else is an op.
import { unassignedField, uninitialisedVariable } from '../../builtins/errors.ts';
import { constant } from '../../graph/constants.ts';
import type { RaisedError, Value } from '../../graph/graph.ts';
import type { GlobalVariable, Place } from '../../program/nodes.ts';
import { BOOLEAN } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import type { FunctionFlow } from '../function-flow.ts';
import { elementIndex } from '../element-index.ts';
import type { ExpressionHandler, ExpressionOf } from '../handler.ts';
import { checkField, checkItem } from '../memory-checks.ts';

type Reader<K extends Place['kind']> = (
  flow: FunctionFlow,
  place: Extract<Place, { readonly kind: K }>,
  expression: ExpressionOf<'read'>,
) => Value;

const READERS: { readonly [K in Place['kind']]: Reader<K> } = {
  local: (flow, { local }, { span }) => flow.read(local, span),
  global: (flow, { global }, { span }) =>
    global.constant === null
      ? readGlobal(flow, global, span)
      : constant(global.type, global.constant),
  element: (flow, place, { type, span }) => {
    const array = flow.expression(place.array);
    const index = elementIndex(flow, flow.expression(place.index), place.index.span);
    return flow.value('typedarray_get', [array, index], type, span);
  },
  property: (flow, { object, field }, { type, span }) => {
    const from = flow.expression(object);
    const declared = object.type.kind === 'object' ? object.type.fields : [];
    if (declared.some(({ name, checked }) => name === field && checked)) {
      const isAssigned = flow.value('field_is_assigned', [from], BOOLEAN, span, { field });
      raiseUnless(flow, isAssigned, unassignedField(field), span);
    }
    return flow.value('field_get', [from], type, span, { field });
  },
  'array-item': (flow, place, { type, span }) => {
    const array = flow.expression(place.array);
    const index = elementIndex(flow, flow.expression(place.index), place.index.span);
    return flow.value('array_get', [array, index], type, span);
  },
  field: (flow, place, { type, span }) => {
    const pointer = flow.expression(place.pointer);
    checkField(flow, pointer, place, 'read', span);
    return flow.value('getfield', [pointer], type, span, { field: place.field });
  },
  item: (flow, place, { type, span }) => {
    const pointer = flow.expression(place.pointer);
    const index = flow.expression(place.index);
    checkItem(flow, pointer, index, place, 'read', span);
    return flow.value('getarrayitem', [pointer, index], type, span);
  },
};

function readGlobal(flow: FunctionFlow, global: GlobalVariable, span: Span): Value {
  const value = flow.value('global_get', [], global.type, span, { global: global.id });
  if (global.checked) {
    // A reference that nothing has been assigned to is null, whatever its type.
    const isNull = flow.value('reference_is_null', [value], BOOLEAN, span);
    const isAssigned = flow.value('bool_not', [isNull], BOOLEAN, span);
    raiseUnless(flow, isAssigned, uninitialisedVariable(global.name), span);
  }
  return value;
}

function raiseUnless(flow: FunctionFlow, test: Value, error: RaisedError, span: Span): void {
  const [good, bad] = [flow.join(), flow.join()];
  flow.branch(test, good, bad);
  flow.enter(bad);
  flow.raise(error, [], span);
  flow.enter(good);
}

export const readExpression: ExpressionHandler<'read'> = (flow, expression) => {
  const reader = READERS[expression.place.kind] as Reader<Place['kind']>;
  return reader(flow, expression.place, expression);
};
