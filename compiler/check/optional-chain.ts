// `a?.b.c`, `a?.m()`, `a?.[i]` → `a` once; where it is present the rest of the chain, else undefined (ECMA-262 13.3.9).
import type ts from 'typescript';
import type { Expression } from '../program/nodes.ts';
import { nullableOf, UNDEFINED, VOID } from '../program/types.ts';
import { conditional, once, sequence } from './build.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { mayBeAbsent } from './narrowing.ts';
import { absent, assertPresent, isAbsent, isPresent, unwrap, wrap } from './nullable.ts';
import { constant } from './numbers/literal.ts';
import { skipWhen } from './skip-when.ts';
import { tsc } from './tsc.ts';

/** undefined where nothing before the node, or in it, is optional any more. */
export function optionalChain(node: ts.Expression, context: Context): Expression | undefined {
  const object = firstOptional(node, context);
  if (!object) return undefined;
  const base = context.expression(object);
  const span = context.span(node);
  if (base.type === ERROR_TYPE) return context.failed(node);
  if (isAbsent(base)) return sequence([base], constant(UNDEFINED, undefined, span), span);
  if (base.type.kind !== 'nullable') return restOf(node, object, base, context);
  return once('object', base, context, (kept) => {
    const rest = restOf(node, object, unwrap(kept, span), context);
    return rest.type === ERROR_TYPE ? rest : whenPresent(kept, rest, node, context);
  });
}

/** The object of the innermost `?.` that has not been looked at. */
function firstOptional(node: ts.Expression, context: Context): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  for (let at = node; isPart(at); at = at.expression) {
    const isOptional = !tsc.isNonNullExpression(at) && at.questionDotToken !== undefined;
    if (isOptional && !context.given.has(at.expression)) found = at.expression;
  }
  return found;
}

type Part =
  | ts.PropertyAccessExpression
  | ts.ElementAccessExpression
  | ts.CallExpression
  | ts.NonNullExpression;

const isPart = (node: ts.Expression): node is Part =>
  (node.flags & tsc.NodeFlags.OptionalChain) !== 0 &&
  (tsc.isPropertyAccessExpression(node) ||
    tsc.isElementAccessExpression(node) ||
    tsc.isCallExpression(node) ||
    tsc.isNonNullExpression(node));

/** The whole chain, with the object at hand. */
function restOf(
  node: ts.Expression,
  object: ts.Expression,
  value: Expression,
  context: Context,
): Expression {
  context.given.set(object, value);
  const rest = context.expression(node);
  context.given.delete(object);
  return rest;
}

function whenPresent(
  object: Expression,
  rest: Expression,
  node: ts.Expression,
  context: Context,
): Expression {
  const span = context.span(node);
  const test = isPresent(object, span);
  if (rest.type === VOID || isAbsent(rest))
    return sequence([skipWhen(test, rest, false)], constant(UNDEFINED, undefined, span), span);
  const { type } = rest;
  const [base, allowsNull] =
    type.kind === 'nullable' ? [type.base, type.allowsNull] : [type, false];
  const result = nullableOf(base, allowsNull, true);
  const nothing = absent(result, undefined, span);
  const value = conditional(test, wrap(rest, result, span), nothing, span);
  // `if (a?.b !== undefined)` has shown that it is there.
  return mayBeAbsent(context.checker.getTypeAtLocation(node), context)
    ? value
    : assertPresent(value, span);
}
