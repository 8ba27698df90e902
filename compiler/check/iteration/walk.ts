// What can be walked over → the statements that do it: arrays, tuples, strings, maps and sets, generators, and objects that have an iterator.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Statement } from '../../program/nodes.ts';
import { STRING } from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import { callMethod } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { collection } from '../library/collections.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { ITERATOR } from '../well-known-symbol.ts';
import type { Rounds, Walked } from './rounds.ts';
import { walkArray } from './walk-array.ts';
import { isCollectionType, walkCollection } from './walk-collection.ts';
import { walkGenerator } from './walk-generator.ts';
import { walkTuple } from './walk-tuple.ts';
import { walkIterator } from './walk-iterator.ts';
import { walkText } from './walk-text.ts';

/** null after a report; nothing of `rounds` has been asked for then. */
export function walk(node: ts.Expression, rounds: Rounds, context: Context): Statement[] | null {
  const { items, what } = walkedValue(node, context);
  const source = context.expression(items);
  const { type } = source;
  const walked = walkSource(source, what, node, rounds, context);
  if (!walked && type !== ERROR_TYPE) context.report(E.forOfSource, node, { type: typeText(type) });
  return walked;
}

/** `node` is what is walked over; null where that is impossible. */
export function walkSource(
  source: Expression,
  what: Walked | null,
  node: ts.Node,
  rounds: Rounds,
  context: Context,
): Statement[] | null {
  const { type } = source;
  const made = collection(type, context);
  if (made) return walkCollection(node, { source, ...made, what }, rounds, context);
  if (type === STRING) return walkText(source, rounds, context);
  if (type.kind === 'typedarray' || type.kind === 'array')
    return walkArray(source, what ?? 'values', rounds, context);
  const generator = context.classes.generators.find(type);
  if (generator) return walkGenerator(source, generator, rounds, context);
  if (type.kind === 'object' && type.form === 'tuple')
    return walkTuple(source, type, rounds, context);
  const iterator = iteratorCall(source, context);
  if (!iterator) return null;
  const isGenerator = context.classes.generators.find(iterator.type) !== undefined;
  return isGenerator
    ? walkSource(iterator, null, node, rounds, context)
    : walkIterator(iterator, rounds, context);
}

/** ECMA-262 23.1.3.5, 23.1.3.19, 23.1.3.38: iterators that are made for a loop need not be made at all. */
export function walkedValue(
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

/** What the object's `[Symbol.iterator]()` gives; undefined where it has none. */
function iteratorCall(object: Expression, context: Context): Expression | undefined {
  const { type, span } = object;
  const method = context.classes.members(type)?.method(ITERATOR);
  const result = method?.result(context.sourceFile);
  if (!method || !result || result === ERROR_TYPE) return undefined;
  return callMethod(method, [object], result, true, span);
}
