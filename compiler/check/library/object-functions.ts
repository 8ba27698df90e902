// `Object.keys(record)` and its kin: the fields of a record are known, so each becomes an array, a test or a store for each field.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { arrayOf, BOOLEAN, F64, STRING, tupleOf, type ObjectType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import {
  assign,
  compare,
  conditional,
  letIn,
  logical,
  not,
  once,
  readLocal,
  readPlace,
  sequence,
} from '../build.ts';
import { commonTypeOf } from '../common-type.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { baseOf } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';
import { inOrder, isPlainObject } from './json-types.ts';

type Handler = (node: ts.CallExpression, context: Context) => Expression;

export function objectCall(name: string, node: ts.CallExpression, context: Context): Expression {
  const handler = HANDLERS.get(name);
  return handler
    ? handler(node, context)
    : context.fail(E.member, node, { member: name, type: 'Object' });
}

/** The first argument, all of whose fields are there. */
function record(
  node: ts.CallExpression,
  context: Context,
  use: (object: Expression, type: ObjectType, span: Span) => Expression,
): Expression {
  const [argument] = node.arguments;
  if (!argument) return context.failed(node);
  const object = context.expression(argument);
  const { type } = object;
  if (type === ERROR_TYPE) return object;
  const isOptional =
    isPlainObject(type, context) &&
    type.fields.some((field) => field.type.kind === 'nullable' && field.type.allowsUndefined);
  if (!isPlainObject(type, context) || type.form !== 'record' || isOptional)
    return context.fail(E.objectShape, argument, { type: typeText(type) });
  return once('object', object, context, (kept) => use(kept, type, context.span(node)));
}

const field = (object: Expression, { name, type }: ObjectType['fields'][number]): Expression =>
  readPlace({ kind: 'property', object, field: name }, type, object.span);

const keys: Handler = (node, context) =>
  record(node, context, (object, type, span) => {
    const items = inOrder(type, context).map(({ name }) => constant(STRING, name, span));
    return sequence([object], { kind: 'array', items, type: arrayOf(STRING), span }, span);
  });

/** The fields' values in their common type; undefined after a report. */
function fieldValues(
  object: Expression,
  type: ObjectType,
  node: ts.CallExpression,
  context: Context,
): { readonly names: readonly string[]; readonly items: readonly Expression[] } | undefined {
  const fields = inOrder(type, context);
  const values = fields.map((one) => field(object, one));
  const shared = commonTypeOf(values)?.type;
  if (!shared) {
    context.report(E.objectShape, node, { type: typeText(type) });
    return undefined;
  }
  const items = values.map((value) => context.convert(value, shared, node));
  if (items.some((item) => item.type === ERROR_TYPE)) return undefined;
  return { names: fields.map(({ name }) => name), items };
}

const values: Handler = (node, context) =>
  record(node, context, (object, type, span) => {
    const found = fieldValues(object, type, node, context);
    const [first] = found?.items ?? [];
    if (!found || !first) return context.failed(node);
    return { kind: 'array', items: found.items, type: arrayOf(first.type), span };
  });

const entries: Handler = (node, context) =>
  record(node, context, (object, type, span) => {
    const found = fieldValues(object, type, node, context);
    const [first] = found?.items ?? [];
    if (!found || !first) return context.failed(node);
    const entry = tupleOf([STRING, first.type]);
    const items = found.items.map((value, i): Expression => {
      const key = constant(STRING, found.names[i], span);
      const fields = [
        { field: '0', value: key },
        { field: '1', value },
      ];
      return { kind: 'record', fields, type: entry, span };
    });
    return { kind: 'array', items, type: arrayOf(entry), span };
  });

const hasOwn: Handler = (node, context) =>
  record(node, context, (object, type, span) => {
    const [, name] = node.arguments;
    const key = name && context.value(name, STRING);
    if (!key || key.type === ERROR_TYPE) return context.failed(node);
    const test = once('key', key, context, (kept) =>
      type.fields.reduce<Expression>(
        (before, one) =>
          logical('||', before, compare('===', kept, constant(STRING, one.name, span), span), span),
        constant(BOOLEAN, false, span),
      ),
    );
    return sequence([object], test, span);
  });

/** ECMA-262 20.1.2.1: the fields of each source are stored in the target. */
const assignFields: Handler = (node, context) =>
  record(node, context, (target, type, span) => {
    const [, ...sources] = node.arguments;
    // All are evaluated before the first is stored.
    const bindings = sources.map((source) => {
      const value = context.expression(source);
      return { source, value, local: context.temporary('source', value.type) };
    });
    const stores = bindings.flatMap(({ source, value, local }): readonly Expression[] => {
      if (value.type === ERROR_TYPE) return [value];
      if (!isPlainObject(value.type, context) || value.type.form !== 'record')
        return [context.fail(E.objectShape, source, { type: typeText(value.type) })];
      return value.type.fields.map((one) =>
        store(target, type, field(readLocal(local, span), one), one.name, source, context),
      );
    });
    if (stores.some((one) => one.type === ERROR_TYPE)) return context.failed(node);
    return letIn(bindings, sequence(stores, target, span), span);
  });

function store(
  target: Expression,
  type: ObjectType,
  value: Expression,
  name: string,
  node: ts.Node,
  context: Context,
): Expression {
  const to = type.fields.find((one) => one.name === name);
  const isOptional = value.type.kind === 'nullable' && value.type.allowsUndefined;
  if (!to || to.type.kind === 'literal' || isOptional)
    return context.fail(E.objectShape, node, { type: typeText(type) });
  const converted = context.convert(value, to.type, node);
  if (converted.type === ERROR_TYPE) return converted;
  return assign({ kind: 'property', object: target, field: name }, converted, value.span);
}

/** ECMA-262 7.2.11 SameValue. */
const is: Handler = (node, context) => {
  const [left, right] = node.arguments;
  if (!left || !right) return context.failed(node);
  const span = context.span(node);
  const pair = [context.expression(left), context.expression(right)];
  if (pair.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  const shared = commonTypeOf(pair)?.type;
  if (!shared)
    return context.fail(E.objectShape, node, { type: typeText(pair[0]?.type ?? BOOLEAN) });
  const [a, b] = pair.map((value) => context.convert(value, shared, node));
  const base = baseOf(shared);
  // A number inside of another value would have to be looked at by itself.
  if (!a || !b || base.kind === 'union' || (shared.kind === 'nullable' && base.kind === 'float'))
    return context.fail(E.objectShape, node, { type: typeText(shared) });
  return once('left', a, context, (x) =>
    once('right', b, context, (y) => {
      const isSame = compare('===', x, y, span);
      if (shared.kind !== 'float') return isSame;
      const [p, q] = [convertNumber(x, F64, span), convertNumber(y, F64, span)];
      const inverse = (value: Expression): Expression => ({
        kind: 'binary',
        operator: '/',
        left: constant(F64, 1, span),
        right: value,
        type: F64,
        span,
      });
      const isZero = compare('===', p, constant(F64, 0, span), span);
      const sameZero = compare('===', inverse(p), inverse(q), span);
      const bothNaN = logical('&&', compare('!==', p, p, span), compare('!==', q, q, span), span);
      const sameNumber = logical('||', not(isZero, span), sameZero, span);
      return conditional(isSame, sameNumber, bothNaN, span);
    }),
  );
};

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ['keys', keys],
  ['values', values],
  ['entries', entries],
  ['hasOwn', hasOwn],
  ['assign', assignFields],
  ['is', is],
]);
