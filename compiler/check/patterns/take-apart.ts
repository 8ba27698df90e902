// Destructuring: a value taken apart along a pattern, item by item in the order of the source (ECMA-262 8.6.2, 13.15.5.2).
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, FieldValue, Place } from '../../program/nodes.ts';
import {
  INT_TYPES,
  recordOf,
  tupleOf,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, conditional, isize, readPlace } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { member } from '../library/members.ts';
import { isUndefined, presentAs, withoutUndefined } from '../nullable.ts';
import { tsc } from '../tsc.ts';
import { unionProperty } from '../unions/property.ts';
import { typeText } from '../../program/type-text.ts';
import { isPattern, patternItems, type Pattern, type PatternItem, type Target } from './pattern.ts';

/** Where the parts go. */
export interface PatternSink {
  /** Evaluates the value now; gives an expression that can stand several times. */
  keep(name: string, value: Expression): Expression;
  /** A name or place that is no pattern. */
  bind(target: Target, value: Expression): void;
}

/** `value` is evaluated where it stands first. A wrong pattern is reported, and its names are bound to errors. */
export function takeApart(
  pattern: Pattern,
  value: Expression,
  sink: PatternSink,
  context: Context,
): void {
  const items = patternItems(pattern, context);
  const from = isObjectPattern(pattern) ? value : listFor(pattern, value, context);
  const source = canTake(pattern, from, context) ? sink.keep('source', from) : null;
  const taken = items.flatMap(({ key }) => (key === null ? [] : [String(key)]));
  for (const item of items) {
    const part = source ? partOf(source, item, taken, context) : context.failed(item.node);
    const given = item.initializer ? orDefault(part, item, source, sink, context) : part;
    if (isPattern(item.target)) takeApart(item.target, given, sink, context);
    else sink.bind(item.target, given);
  }
}

function canTake(pattern: Pattern, { type }: Expression, context: Context): boolean {
  if (type === ERROR_TYPE) return false;
  if (type.kind === 'nullable')
    context.report(E.nullableOperand, pattern, { type: typeText(type) });
  else if (isObjectPattern(pattern) || isList(type)) return true;
  else context.report(E.destructured, pattern, { type: typeText(type) });
  return false;
}

/** Of what is walked over, as many items as the pattern has places. */
function listFor(pattern: Pattern, value: Expression, context: Context): Expression {
  const { type } = value;
  if (type.kind === 'typedarray' || (type.kind === 'object' && type.form === 'tuple')) return value;
  const elements: readonly ts.Node[] = 'elements' in pattern ? pattern.elements : [];
  const last = elements.at(-1);
  const takesRest =
    last !== undefined &&
    (tsc.isSpreadElement(last) ||
      (tsc.isBindingElement(last) && last.dotDotDotToken !== undefined));
  const most = takesRest ? null : elements.length;
  return context.listOf(value, { what: null, most }, pattern);
}

const isObjectPattern = (pattern: Pattern): boolean =>
  tsc.isObjectBindingPattern(pattern) || tsc.isObjectLiteralExpression(pattern);

const isList = (type: RtsType): boolean =>
  type.kind === 'array' || type.kind === 'typedarray' || type.kind === 'object';

function partOf(
  source: Expression,
  item: PatternItem,
  taken: readonly string[],
  context: Context,
): Expression {
  const { node, key } = item;
  const span = context.span(node);
  const { type } = source;
  if (key === null) return restOf(source, taken, node, span, context);
  if (isSequence(type) && typeof key === 'number') return listItem(source, key, span, context);
  const field = type.kind === 'object' && type.fields.find(({ name }) => name === String(key));
  if (field)
    return readPlace({ kind: 'property', object: source, field: field.name }, field.type, span);
  const common =
    type.kind === 'union' ? unionProperty(source, type, String(key), node, context) : undefined;
  if (common) return common;
  return (
    member(source, String(key), span) ??
    context.fail(E.member, node, { member: String(key), type: typeText(type) })
  );
}

/** What has a length that is known at run time only. */
const isSequence = ({ kind }: RtsType): boolean => kind === 'array' || kind === 'typedarray';

function listItem(array: Expression, at: number, span: Span, context: Context): Expression {
  const kind = array.type.kind === 'array' ? 'array-item' : 'element';
  const place: Place = { kind, array, index: isize(at, span) };
  return readPlace(place, context.placeType(place), span);
}

/** All that the items before it have not taken. */
function restOf(
  source: Expression,
  taken: readonly string[],
  node: ts.Node,
  span: Span,
  context: Context,
): Expression {
  const { type } = source;
  if (type.kind === 'array') {
    const from = isize(lastIndex(node) ?? taken.length, span);
    const end = isize(Number.MAX_SAFE_INTEGER, span);
    return builtin('array.slice', [source, from, end], type, span);
  }
  if (type.kind !== 'object' || type.form === 'class')
    return context.fail(E.destructured, node, { type: typeText(type) });
  return restOfRecord(source, type, taken, node, span, context);
}

/** The position of the rest: places that are left out count too. */
function lastIndex({ parent }: ts.Node): number | undefined {
  const elements = 'elements' in parent ? (parent.elements as ts.NodeArray<ts.Node>) : undefined;
  return elements && elements.length - 1;
}

function restOfRecord(
  source: Expression,
  type: ObjectType,
  taken: readonly string[],
  node: ts.Node,
  span: Span,
  context: Context,
): Expression {
  const isTuple = type.form === 'tuple';
  const first = isTuple ? (lastIndex(node) ?? 0) : 0;
  const rest = isTuple
    ? type.fields.slice(first)
    : type.fields.filter(({ name }) => !taken.includes(name));
  if (rest.length === 0) return context.fail(E.emptyRecord, node, {});
  const fields = rest.map((field, i): FieldValue => ({
    field: isTuple ? String(i) : field.name,
    value: readPlace({ kind: 'property', object: source, field: field.name }, field.type, span),
  }));
  const made = isTuple ? tupleOf(rest.map((field) => field.type)) : recordOf(rest);
  return { kind: 'record', fields, type: made, span };
}

/** The initializer where the part is undefined, or where the array ends before it. */
function orDefault(
  part: Expression,
  { initializer, key, node }: PatternItem,
  source: Expression | null,
  sink: PatternSink,
  context: Context,
): Expression {
  if (!initializer) return part;
  const type = withoutUndefined(part.type);
  const given = context.value(initializer, type);
  if (part.type === ERROR_TYPE || given.type === ERROR_TYPE) return context.failed(node);
  const span = context.span(node);
  const mayBeUndefined = part.type.kind === 'nullable' && part.type.allowsUndefined;
  if (!source || !isSequence(source.type) || typeof key !== 'number') {
    if (!mayBeUndefined) return part;
    const kept = sink.keep('given', part);
    return conditional(isUndefined(kept, span), given, presentAs(kept, type, span), span);
  }
  const name = source.type.kind === 'array' ? 'array.length' : 'typedarray.length';
  const length = builtin(name, [source], INT_TYPES.isize, span);
  const isThere = compare('<', isize(key, span), length, span);
  if (!mayBeUndefined) return conditional(isThere, part, given, span);
  const absent: Expression = { kind: 'constant', type: part.type, value: undefined, span };
  const kept = sink.keep('given', conditional(isThere, part, absent, span));
  return conditional(isUndefined(kept, span), given, presentAs(kept, type, span), span);
}
