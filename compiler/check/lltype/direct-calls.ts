// lltype.direct_fieldptr, direct_arrayitems: addresses of fields and items, as pointers to arrays of one.
import { makeArray } from '../../../runtime/lltype/constructors.ts';
import { fieldPlace } from '../../../runtime/lltype/layout.ts';
import type { LowLevelType } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { RawPlace } from '../../program/nodes.ts';
import { pointerTo, type PointerType } from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import { convertTo, isize } from '../build.ts';
import type { Context } from '../context.ts';
import { comptimeValue } from './comptime-argument.ts';
import { pointerExpression } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';

/** C's `T *`. */
const itemsOf = (type: LowLevelType): PointerType =>
  pointerTo(makeArray(type, { hints: { nolength: true } }));

function addressOf(
  place: RawPlace,
  of: LowLevelType,
  node: Parameters<RuntimeCall>[0],
  context: Context,
): ReturnType<RuntimeCall> {
  const span = context.span(node);
  // The address is that of the place; its type is said by the conversion.
  const { type } = place.pointer;
  return convertTo('pointer', { kind: 'address-of', place, type, span }, itemsOf(of), span);
}

export const directFieldptr: RuntimeCall = (node, context) => {
  const [target, name] = node.arguments;
  const pointer = target && pointerExpression(target, context);
  const field = name && comptimeValue(name, context);
  if (!pointer || typeof field !== 'string') return context.failed(node);
  const { to } = pointer.type;
  const found = to.kind === 'struct' ? to.fields.find((one) => one.name === field) : undefined;
  if (to.kind !== 'struct' || !found || fieldPlace(to, field).bits)
    return context.fail(E.member, name ?? node, { member: field, type: typeText(pointer.type) });
  return addressOf(
    { kind: 'field', pointer, field, fieldType: found.type },
    found.type,
    node,
    context,
  );
};

export const directArrayitems: RuntimeCall = (node, context) => {
  const [target] = node.arguments;
  const pointer = target && pointerExpression(target, context);
  if (!pointer) return context.failed(node);
  const { to } = pointer.type;
  if (to.kind !== 'array' && to.kind !== 'fixed-array')
    return context.fail(E.notAnArray, target, { type: typeText(pointer.type) });
  const place = {
    kind: 'item',
    pointer,
    index: isize(0, context.span(node)),
    itemType: to.item,
  } as const;
  return addressOf(place, to.item, node, context);
};
