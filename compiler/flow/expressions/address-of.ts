// The address of a field or an item, as a pointer.
import type { ExpressionHandler } from '../handler.ts';

export const addressOfExpression: ExpressionHandler<'address-of'> = (
  flow,
  { place, type, span },
) => {
  const pointer = flow.expression(place.pointer);
  if (place.kind === 'field') {
    return flow.value('direct_fieldptr', [pointer], type, span, { field: place.field });
  }
  return flow.value('direct_itemptr', [pointer, flow.expression(place.index)], type, span);
};
