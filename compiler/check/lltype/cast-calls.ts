// rffi.cast, ptradd, sizeof, offsetof → conversions, addresses and constants.
import { offsetOf, sizeOf } from '../../../runtime/lltype/layout.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, INT_TYPES, NULL, type RtsType } from '../../program/types.ts';
import { convertTo, isize, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant, literalValue } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { refuseRounded } from '../numbers/rounded-literal.ts';
import { toBoolean } from '../truth.ts';
import { comptimeValue, typeArgument } from './comptime-argument.ts';
import { itemCount } from './memory-calls.ts';
import { isPointer, pointerExpression } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';
import { valueType } from './value-type.ts';
import { typeText } from '../../program/type-text.ts';

export const cast: RuntimeCall = (node, context) => {
  const [target, operand] = node.arguments;
  const type = typeArgument(target, context);
  if (!type || !operand) return context.failed(node);
  const value = context.expression(operand);
  if (value.type === ERROR_TYPE) return value;
  const to = valueType(type);
  const integer = to.kind === 'ptr' ? INT_TYPES.usize : to;
  const refused = refuseRounded(value, integer, operand, context);
  if (refused) return refused;
  const result = to.kind === 'ptr' ? toPointer(value, to) : toNumber(value, to, context);
  return (
    result ?? context.fail(E.castTypes, node, { from: typeText(value.type), to: typeText(to) })
  );
};

function toPointer(value: Expression, to: RtsType): Expression | undefined {
  const { type, span } = value;
  if (type === NULL) return sequence([value], constant(to, null, span), span);
  if (isPointer(value)) return type === to ? value : convertTo('pointer', value, to, span);
  // A literal is a number until it is converted.
  if (type.kind !== 'int' && typeof literalValue(value) !== 'number') return undefined;
  return convertTo('int-to-pointer', convertNumber(value, INT_TYPES.usize, span), to, span);
}

function toNumber(value: Expression, to: RtsType, context: Context): Expression | undefined {
  const { span } = value;
  if (isPointer(value)) {
    const wordSized = to === INT_TYPES.usize || to === INT_TYPES.isize;
    if (!wordSized) return undefined;
    return convertNumber(convertTo('pointer-to-int', value, INT_TYPES.usize, span), to, span);
  }
  if (!isNumeric(value.type) && value.type !== BOOLEAN) return undefined;
  if (to === BOOLEAN) return toBoolean(value, context);
  return isNumeric(to) ? convertNumber(value, to, span) : undefined;
}

/** lltype.cast_ptr_to_int(p): the address as a Signed. */
export const castPtrToInt: RuntimeCall = (node, context) => {
  const [operand] = node.arguments;
  const pointer = operand && pointerExpression(operand, context);
  if (!pointer) return context.failed(node);
  const { isize, usize } = INT_TYPES;
  const { span } = pointer;
  return convertNumber(convertTo('pointer-to-int', pointer, usize, span), isize, span);
};

export const ptradd: RuntimeCall = (node, context) => {
  const [start, distance] = node.arguments;
  const pointer = start && pointerExpression(start, context);
  const count = distance && itemCount(distance, context);
  if (!pointer || !count || count.type === ERROR_TYPE) return context.failed(node);
  const { to } = pointer.type;
  if (to.kind !== 'array' || to.length !== null)
    return context.fail(E.notAnArray, start, { type: typeText(pointer.type) });
  const place = { kind: 'item', pointer, index: count, itemType: to.item } as const;
  return { kind: 'address-of', place, type: pointer.type, span: context.span(node) };
};

export const sizeof: RuntimeCall = (node, context) => {
  const type = typeArgument(node.arguments[0], context);
  return type ? layoutConstant(() => sizeOf(type), node, context) : context.failed(node);
};

export const offsetof: RuntimeCall = (node, context) => {
  const [target, field] = node.arguments;
  const type = typeArgument(target, context);
  const name = field && comptimeValue(field, context);
  if (type?.kind !== 'struct' || typeof name !== 'string') return context.failed(node);
  return layoutConstant(() => offsetOf(type, name), node, context);
};

function layoutConstant(
  compute: () => number,
  node: Parameters<RuntimeCall>[0],
  context: Context,
): Expression {
  try {
    return isize(compute(), context.span(node));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return context.fail(E.noSize, node, { message: error.message });
  }
}
