// `[a, b.c] = value`: a pattern whose parts go to places that exist → one expression.
import type ts from 'typescript';
import type { Binding, Expression } from '../../program/nodes.ts';
import { UNDEFINED } from '../../program/types.ts';
import { letIn, readLocal, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { literalAs } from '../numbers/expected-literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { settle } from '../settle.ts';
import { store } from '../store.ts';
import { tsc } from '../tsc.ts';
import { isPattern, type Pattern } from './pattern.ts';
import { takeApart } from './take-apart.ts';

/** One after the other: the evaluation of a value into a temporary, or an effect. */
type Step = { readonly binding: Binding } | { readonly effect: Expression };

/** The value of the expression is that of `value`. */
export function assignPattern(
  pattern: Pattern,
  value: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  const steps: Step[] = [];
  let failed = false;
  const keep = (name: string, kept: Expression): Expression => {
    const local = context.temporary(name, kept.type);
    steps.push({ binding: { local, value: kept } });
    return readLocal(local, kept.span);
  };
  const whole = value.type === ERROR_TYPE ? value : keep('whole', value);
  const bind = (target: ts.Node, part: Expression): void => {
    const place = context.place(target as ts.Expression);
    const effect = place && part.type !== ERROR_TYPE ? store(place, part, target, context) : null;
    if (effect && effect.type !== ERROR_TYPE) steps.push({ effect });
    else failed = true;
  };
  takeApart(pattern, whole, { keep, bind }, context);
  if (failed || whole.type === ERROR_TYPE) return context.failed(node);
  return steps.reduceRight(
    (rest, step) =>
      'binding' in step ? letIn([step.binding], rest, span) : sequence([step.effect], rest, span),
    whole,
  );
}

/**
 * `[a, b] = [b, a]`, where each item on the right goes to one place on the left: no array is made, and a literal takes the type of
 * its place. null for all other assignments. The expression has no value that can be used.
 */
export function assignPairs(node: ts.BinaryExpression, context: Context): Expression | null {
  const [targets, values] = [node.left, skipParentheses(node.right)];
  if (!tsc.isArrayLiteralExpression(targets) || !tsc.isArrayLiteralExpression(values)) return null;
  if (targets.elements.length !== values.elements.length) return null;
  if (!targets.elements.every(isPlain) || values.elements.some(isSpecial)) return null;
  const span = context.span(node);
  const places = targets.elements.map((target) => context.place(target));
  const bindings = values.elements.map((item, i): Binding => {
    const place = places[i];
    const type = place ? context.placeType(place) : null;
    const value = literalAs(context.expression(item, type), type);
    const kept = value.type === ERROR_TYPE ? value : settle(value, item, context);
    return { local: context.temporary('item', kept.type), value: kept };
  });
  const effects = places.map((place, i) => {
    const binding = bindings[i];
    const item = values.elements[i];
    if (!place || !item || !binding || binding.value.type === ERROR_TYPE)
      return context.failed(node);
    return store(place, readLocal(binding.local, span), item, context);
  });
  if (effects.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  return letIn(bindings, sequence(effects, constant(UNDEFINED, undefined, span), span), span);
}

const isSpecial = (node: ts.Expression): boolean =>
  tsc.isSpreadElement(node) || tsc.isOmittedExpression(node);

/** A place: no pattern of its own and no default. */
const isPlain = (node: ts.Expression): boolean =>
  !isSpecial(node) && !isPattern(node) && !tsc.isBinaryExpression(node);
