// Functions of rffi that are written in RTypeScript (`runtime/library/rffi.ts`), and those on fields by their names.
import type ts from 'typescript';
import { describeType } from '../../../runtime/lltype/constructors.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { INT_TYPES, pointerTo, VOID } from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import { assign, convertTo, letIn, readLocal, readPlace, sequence } from '../build.ts';
import { callLibraryFunction } from '../calls/library-function.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { comptimeValue, typeArgument } from './comptime-argument.ts';
import { isPassable } from './pointer-compatibility.ts';
import { isPointer, pointerExpression } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';
import { CHARP, CHARS } from './string-calls.ts';
import type { UsingParts } from './using-parts.ts';
import { valueType } from './value-type.ts';
import { freeingParts } from './scoped-memory.ts';

/** Bytes of any signedness are `char` there. */
export const libraryCall =
  (name: string): RuntimeCall =>
  (node, context) => {
    const values = node.arguments.map((argument) => {
      const type = context.checker.getTypeAtLocation(argument);
      if (!context.checker.getPropertyOfType(type, '__rts_ptr')) return argument;
      const value = context.expression(argument);
      return isPointer(value) && value.type !== CHARP && isBytes(value)
        ? convertTo('pointer', value, CHARP, value.span)
        : value;
    });
    return callLibraryFunction(['rffi', name], values, node, context);
  };

const isBytes = (value: Expression): boolean =>
  value.type.kind === 'ptr' && value.type.to.kind === 'array' && isPassable(value.type.to, CHARS);

/** `using x = …`: freed with the block. */
export const scopedLibraryCall =
  (name: string) =>
  (node: ts.CallExpression, context: Context): UsingParts =>
    freeingParts(libraryCall(name)(node, context));

// ---- fields by name ----

export const make: RuntimeCall = (node, context) => {
  const [target, fields] = node.arguments;
  const type = typeArgument(target, context);
  const literal = fields && skipParentheses(fields);
  if (type?.kind !== 'struct' || !literal || !tsc.isObjectLiteralExpression(literal))
    return context.failed(node);
  const span = context.span(node);
  const pointer = pointerTo(type);
  const local = context.temporary('made', pointer);
  const stores = literal.properties.map((property) => {
    const value = tsc.isPropertyAssignment(property) ? property.initializer : property.name;
    const name = property.name && tsc.isIdentifier(property.name) ? property.name.text : '';
    const field = type.fields.find((one) => one.name === name);
    if (!value || !field)
      return context.fail(E.member, property, { member: name, type: describeType(type) });
    const given = context.value(value as ts.Expression, valueType(field.type));
    const place = {
      kind: 'field',
      pointer: readLocal(local, span),
      field: name,
      fieldType: field.type,
    } as const;
    return given.type === ERROR_TYPE ? given : assign(place, given, span);
  });
  if (stores.some((store) => store.type === ERROR_TYPE)) return context.failed(node);
  const memory: Expression = {
    kind: 'raw-malloc',
    container: type,
    count: null,
    zero: true,
    stack: false,
    type: pointer,
    span,
  };
  return letIn([{ local, value: memory }], sequence(stores, readLocal(local, span), span), span);
};

/** The place of a number in a structure, by a name that is known when the module is built; null after a report. */
function numberPlace(
  node: ts.CallExpression,
  context: Context,
): Extract<Expression, { kind: 'read' }>['place'] | null {
  const [target, name] = node.arguments;
  const pointer = target && pointerExpression(target, context);
  const wanted = name && comptimeValue(name, context);
  if (!pointer || typeof wanted !== 'string') return null;
  const { to } = pointer.type;
  const field = to.kind === 'struct' ? to.fields.find((one) => one.name === wanted) : undefined;
  if (field?.type.kind === 'primitive')
    return { kind: 'field', pointer, field: wanted, fieldType: field.type };
  context.report(E.member, name ?? node, { member: wanted, type: typeText(pointer.type) });
  return null;
}

export const setintfield: RuntimeCall = (node, context) => {
  const place = numberPlace(node, context);
  const [, , argument] = node.arguments;
  const value = argument && context.expression(argument);
  if (place?.kind !== 'field' || !value || value.type === ERROR_TYPE) return context.failed(node);
  if (!isNumeric(value.type))
    return context.fail(E.wrongType, argument, { from: typeText(value.type), to: 'a number' });
  const span = context.span(node);
  const stored = assign(place, convertNumber(value, valueType(place.fieldType), span), span);
  return sequence([stored], { kind: 'constant', value: undefined, type: VOID, span }, span);
};

export const getintfield: RuntimeCall = (node, context) => {
  const place = numberPlace(node, context);
  if (place?.kind !== 'field') return context.failed(node);
  const span = context.span(node);
  return convertNumber(readPlace(place, valueType(place.fieldType), span), INT_TYPES.isize, span);
};
