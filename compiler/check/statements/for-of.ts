// `for (const x of array)` over an array or typed array, `array.entries()`, `array.keys()` → a loop over its indices.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Local, Place, Statement } from '../../program/nodes.ts';
import { F64, INT_TYPES, STRING, tupleOf } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, compare, convertTo, isize, readLocal, readPlace } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { inJumpScope } from '../loop-scope.ts';
import { collection } from '../library/collections.ts';
import { isCollectionType, walkCollection, type Walked } from './walk-collection.ts';
import { constant } from '../numbers/literal.ts';
import { assignPattern } from '../patterns/assign.ts';
import { bindToError, declarePattern } from '../patterns/declare.ts';
import { isPattern } from '../patterns/pattern.ts';
import { skipParentheses } from '../parentheses.ts';
import { store } from '../store.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

const LOOP = { breakable: true, continuable: true };

export const forOfStatement: StatementHandler<ts.ForOfStatement> = (node, context) => {
  if (node.awaitModifier) context.report(E.asynchronous, node.awaitModifier, {});
  const { items: walked, what } = walkedValue(node.expression, context);
  const source = context.expression(walked);
  const { type } = source;
  const made = collection(type, context);
  if (made) return walkCollection(node, { source, ...made, what }, assignElement, context);
  if (type === STRING) return walkText(node, source, context);
  if (type.kind !== 'typedarray' && type.kind !== 'array') {
    if (type !== ERROR_TYPE)
      context.report(E.forOfSource, node.expression, { type: typeText(type) });
    bindHead(node.initializer, context);
    inJumpScope(node, LOOP, context, () => context.body(node.statement));
    return [];
  }
  const span = context.span(node.expression);
  const array = context.temporary('array', type);
  const index = context.temporary('index', INT_TYPES.isize, true);
  return [
    {
      kind: 'block',
      body: [
        { kind: 'declare', local: array, value: source, span },
        { kind: 'declare', local: index, value: isize(0, span), span },
        walk(node, { array, index, what: what ?? 'values' }, span, context),
      ],
      span: context.span(node),
    },
  ];
};

/** ECMA-262 23.1.3.5, 23.1.3.19, 23.1.3.38: iterators that are made for a loop need not be made at all. */
function walkedValue(
  node: ts.Expression,
  { checker }: Context,
): { readonly items: ts.Expression; readonly what: Walked | null } {
  const all = { items: node, what: null };
  const call = skipParentheses(node);
  if (!tsc.isCallExpression(call) || call.arguments.length > 0) return all;
  const callee = skipParentheses(call.expression);
  if (!tsc.isPropertyAccessExpression(callee) || callee.questionDotToken) return all;
  const { text } = callee.name;
  const isWalk = text === 'values' || text === 'keys' || text === 'entries';
  const items = callee.expression;
  const type = checker.getTypeAtLocation(items);
  return isWalk && (checker.isArrayType(type) || isCollectionType(type))
    ? { items, what: text }
    : all;
}

interface Walk {
  readonly array: Local;
  readonly index: Local;
  readonly what: Walked;
}

function element({ array, index, what }: Walk, span: Span, context: Context): Expression {
  const [items, i] = [readLocal(array, span), readLocal(index, span)];
  const kind = array.type.kind === 'array' ? 'array-item' : 'element';
  const place: Place = { kind, array: items, index: i };
  const item = readPlace(place, context.placeType(place), span);
  if (what === 'values') return item;
  const key = convertTo('int-to-float', i, F64, span);
  if (what === 'keys') return key;
  const fields = [key, item].map((value, at) => ({ field: String(at), value }));
  return { kind: 'record', fields, type: tupleOf([F64, item.type]), span };
}

function walk(node: ts.ForOfStatement, parts: Walk, span: Span, context: Context): Statement {
  const { array, index } = parts;
  const [items, i] = [readLocal(array, span), readLocal(index, span)];
  const { kind } = array.type;
  // Read in each round: the body may change an array (ECMA-262 23.1.5.1).
  const name = kind === 'array' ? 'array.length' : 'typedarray.length';
  const length = builtin(name, [items], INT_TYPES.isize, span);
  const next: Expression = {
    kind: 'binary',
    operator: '+',
    left: i,
    right: isize(1, span),
    type: INT_TYPES.isize,
    span,
  };
  return inJumpScope(node, LOOP, context, (target) => ({
    kind: 'loop',
    target,
    test: compare('<', i, length, span),
    testAtEnd: false,
    update: assign({ kind: 'local', local: index }, next, span),
    body: [
      ...assignElement(node.initializer, element(parts, span, context), context),
      ...context.body(node.statement),
    ],
    span: context.span(node),
  }));
}

/** By code points (ECMA-262 22.1.5.2.1); the next one begins behind this one, wherever the body leaves. */
function walkText(node: ts.ForOfStatement, source: Expression, context: Context): Statement[] {
  const span = context.span(node.expression);
  const text = context.temporary('text', STRING);
  const index = context.temporary('index', INT_TYPES.isize, true);
  const point = context.temporary('point', STRING, true);
  const [all, i, one] = [text, index, point].map((local) => readLocal(local, span));
  if (!all || !i || !one) return [];
  const lengthOf = (of: Expression): Expression =>
    builtin('string.length', [of], INT_TYPES.isize, span);
  const next: Expression = {
    kind: 'binary',
    operator: '+',
    left: i,
    right: lengthOf(one),
    type: INT_TYPES.isize,
    span,
  };
  const step = builtin('string.point-at', [all, i], STRING, span);
  const loop = inJumpScope(node, LOOP, context, (target): Statement => ({
    kind: 'loop',
    target,
    test: compare('<', i, lengthOf(all), span),
    testAtEnd: false,
    update: assign({ kind: 'local', local: index }, next, span),
    body: [
      {
        kind: 'expression',
        expression: assign({ kind: 'local', local: point }, step, span),
        span,
      },
      ...assignElement(node.initializer, one, context),
      ...context.body(node.statement),
    ],
    span: context.span(node),
  }));
  const body: readonly Statement[] = [
    { kind: 'declare', local: text, value: source, span },
    { kind: 'declare', local: index, value: isize(0, span), span },
    { kind: 'declare', local: point, value: constant(STRING, '', span), span },
    loop,
  ];
  return [{ kind: 'block', body, span: context.span(node) }];
}

function assignElement(
  target: ts.ForInitializer,
  element: Expression,
  context: Context,
): Statement[] {
  const span = context.span(target);
  if (tsc.isVariableDeclarationList(target)) return declareElement(target, element, context);
  if (isPattern(target)) {
    const expression = assignPattern(target, element, target, context);
    return expression.type === ERROR_TYPE ? [] : [{ kind: 'expression', expression, span }];
  }
  const place = context.place(target);
  if (!place) return [];
  const expression = store(place, element, target, context);
  return [{ kind: 'expression', expression, span }];
}

function declareElement(
  list: ts.VariableDeclarationList,
  element: Expression,
  context: Context,
): Statement[] {
  const name = list.declarations[0]?.name;
  if (!(list.flags & (tsc.NodeFlags.Let | tsc.NodeFlags.Const)))
    context.report(E.varDeclaration, list, {});
  if (!name) return [];
  if (!tsc.isIdentifier(name)) return declarePattern(name, element, context);
  const local = context.declareLocal(name, element.type);
  return [{ kind: 'declare', local, value: element, span: context.span(list) }];
}

/** The loop is refused; its variables must not cause more reports. */
function bindHead(target: ts.ForInitializer, context: Context): void {
  const name = tsc.isVariableDeclarationList(target) ? target.declarations[0]?.name : undefined;
  if (name) bindToError(name, context);
}
