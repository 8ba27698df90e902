// `p.field`, `p[i]`, `p.length`, `scoped.ptr` → places in raw memory and what is read from them.
import type ts from 'typescript';
import { describeType } from '../../../runtime/lltype/constructors.ts';
import type { FixedSizeArray, LowLevelType } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, RawPlace } from '../../program/nodes.ts';
import { F64, INT_TYPES, type PointerType } from '../../program/types.ts';
import { builtin, isize, readLocal, readPlace, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { toIndex } from '../element-place.ts';
import { foldConstant } from '../fold-constant.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { skipParentheses } from '../parentheses.ts';
import { isPointerType } from './low-level-types.ts';
import { isInlined, valueType } from './value-type.ts';
import { typeText } from '../../program/type-text.ts';

type PointerExpression = Expression & { readonly type: PointerType };

/** What is read from a place: its value, or for an inlined container the pointer to it. */
export function readRaw(place: RawPlace, node: ts.Node, context: Context): Expression {
  const type = placeType(place);
  const span = context.span(node);
  if (isInlined(contentType(place))) return { kind: 'address-of', place, type, span };
  return readPlace(place, type, span);
}

export const placeType = (place: RawPlace): ReturnType<typeof valueType> =>
  valueType(contentType(place));

const contentType = (place: RawPlace): LowLevelType =>
  place.kind === 'field' ? place.fieldType : place.itemType;

export function pointerProperty(
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  const { checker } = context;
  const type = checker.getTypeAtLocation(node.expression);
  if (isScoped(type)) return scopedPointer(node, context);
  if (!isPointerType(type, checker) || node.questionDotToken) return undefined;
  if (node.name.text !== 'length') return reading(fieldPlace(node, context), node, context);
  const pointer = pointerExpression(node.expression, context);
  if (!pointer) return context.failed(node);
  const { to } = pointer.type;
  return to.kind === 'struct'
    ? reading(fieldOf(pointer, node, context), node, context)
    : lengthOf(pointer, node, context);
}

export function pointerElement(
  node: ts.ElementAccessExpression,
  context: Context,
): Expression | undefined {
  const type = context.checker.getTypeAtLocation(node.expression);
  if (!isPointerType(type, context.checker) || node.questionDotToken) return undefined;
  return reading(itemPlace(node, context), node, context);
}

/** A place to be assigned: undefined for what is no pointer, null after a report. */
export function pointerPlace(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: Context,
): RawPlace | null | undefined {
  const { checker } = context;
  if (!isPointerType(checker.getTypeAtLocation(node.expression), checker)) return undefined;
  const place = 'name' in node ? fieldPlace(node, context) : itemPlace(node, context);
  if (place && isPrebuilt(place.pointer)) {
    context.report(E.prebuiltAssign, node, { name: node.getText() });
    return null;
  }
  if (!place || !isInlined(contentType(place))) return place;
  context.report(E.inlinedAssign, node, { name: node.getText() });
  return null;
}

/** Memory of the module itself, by its name; what a local pointer points to is not known. */
const isPrebuilt = (pointer: Expression): boolean =>
  pointer.kind === 'address-of'
    ? isPrebuilt(pointer.place.pointer)
    : pointer.kind === 'builtin' && pointer.builtin === 'lltype.prebuilt';

const reading = (place: RawPlace | null, node: ts.Node, context: Context): Expression =>
  place ? readRaw(place, node, context) : context.failed(node);

function fieldPlace(node: ts.PropertyAccessExpression, context: Context): RawPlace | null {
  const pointer = pointerExpression(node.expression, context);
  return pointer && fieldOf(pointer, node, context);
}

function fieldOf(
  pointer: PointerExpression,
  node: ts.PropertyAccessExpression,
  context: Context,
): RawPlace | null {
  if (isNull(pointer, node, context)) return null;
  const { to } = pointer.type;
  const name = node.name.text;
  const field = to.kind === 'struct' ? to.fields.find((one) => one.name === name) : undefined;
  if (field) return { kind: 'field', pointer, field: name, fieldType: field.type };
  // TypeScript knows the field, so the declared type and the built one differ.
  context.report(E.member, node.name, { member: name, type: typeText(pointer.type) });
  return null;
}

function itemPlace(node: ts.ElementAccessExpression, context: Context): RawPlace | null {
  const pointer = pointerExpression(node.expression, context);
  const index = context.expression(node.argumentExpression);
  if (!pointer || index.type === ERROR_TYPE || isNull(pointer, node, context)) return null;
  const { to } = pointer.type;
  if (to.kind !== 'array' && to.kind !== 'fixed-array') {
    context.report(E.notAnArray, node, { type: typeText(pointer.type) });
    return null;
  }
  if (!isNumeric(index.type)) {
    const from = typeText(index.type);
    context.report(E.wrongType, node.argumentExpression, { from, to: 'number' });
    return null;
  }
  const converted = rawIndex(index);
  if (to.kind === 'fixed-array' && isOutside(converted, to, node, context)) return null;
  return { kind: 'item', pointer, index: converted, itemType: to.item };
}

/** True after a report: the index is known now, and there is no such item. */
function isOutside(
  index: Expression,
  { count }: FixedSizeArray,
  node: ts.ElementAccessExpression,
  context: Context,
): boolean {
  const value = foldConstant(index)?.value;
  if (typeof value !== 'bigint' || (value >= 0n && value < BigInt(count))) return false;
  context.report(E.itemOutside, node.argumentExpression, { index: String(value), count });
  return true;
}

/** True after a report: the pointer is NULL whatever happens. */
function isNull(pointer: PointerExpression, node: ts.Node, context: Context): boolean {
  if (pointer.kind !== 'constant') return false;
  context.report(E.nullAccess, node, {});
  return true;
}

/** Any number as isize; one that is not integral by its form is checked when it is used. */
export function rawIndex(index: Expression): Expression {
  const converted = toIndex(index);
  return converted.type === F64
    ? builtin('number.to-index', [converted], INT_TYPES.isize, converted.span)
    : converted;
}

/** null after a report. */
export function pointerExpression(node: ts.Expression, context: Context): PointerExpression | null {
  const value = context.expression(node);
  if (value.type === ERROR_TYPE) return null;
  if (isPointer(value)) return value;
  context.report(E.notAnArray, node, { type: typeText(value.type) });
  return null;
}

export const isPointer = (value: Expression): value is PointerExpression =>
  value.type.kind === 'ptr';

function lengthOf(pointer: PointerExpression, node: ts.Node, context: Context): Expression {
  const { to } = pointer.type;
  const span = context.span(node);
  if (to.kind === 'fixed-array') return sequence([pointer], isize(to.count, span), span);
  if (to.kind === 'array' && to.length === 'prefix')
    return builtin('lltype.length', [pointer], INT_TYPES.isize, span);
  return context.fail(E.noLength, node, { type: describeType(to) });
}

// ---- `using x = …`: x stands for the object, x.ptr is the pointer ----

/** `lltype.Scoped<P>`. */
export function isScoped(type: ts.Type): boolean {
  const declaration = type.getSymbol()?.declarations?.[0];
  return (
    type.getSymbol()?.name === 'Scoped' && declaration?.getSourceFile().fileName === MIXMOD_PATH
  );
}

/** The local that `using` declares holds the pointer itself. */
function scopedPointer(
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  if (node.name.text !== 'ptr') return undefined;
  const object = skipParentheses(node.expression);
  const symbol = context.symbol(object);
  const binding = symbol && context.binding(symbol);
  return binding?.kind === 'local'
    ? readLocal(binding.local, context.span(node))
    : context.expression(object);
}

/** The name of a scoped object where a value is wanted: an error. undefined for names of pointers. */
export function scopedName(node: ts.Expression, context: Context): Expression | undefined {
  return isScoped(context.checker.getTypeAtLocation(node))
    ? context.fail(E.scopedValue, node, { name: node.getText() })
    : undefined;
}
