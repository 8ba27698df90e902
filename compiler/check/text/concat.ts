// `a + b` where one is a string, and templates → strings joined from left to right.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { hasIdentity, STRING } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, once } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';
import { toText } from './to-text.ts';

/** ECMA-262 13.15.3: the text of each, then both together. */
export function concatenation(
  left: Expression,
  right: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const join = (values: readonly Expression[]): Expression => {
    const texts = values.map((value) => addedText(value, node, context));
    if (texts.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
    return joined(texts, context.span(node));
  };
  // A method of the program gives the text: both operands are evaluated before it is called.
  return hasIdentity(left.type)
    ? once('left', left, context, (l) => once('right', right, context, (r) => join([l, r])))
    : join([left, right]);
}

/** `+` asks for a value before it asks for a text (ECMA-262 7.1.1, no hint). */
function addedText(value: Expression, node: ts.Node, context: Context): Expression {
  return context.classes.members(value.type)?.method('valueOf')
    ? context.fail(E.noText, node, { type: typeText(value.type) })
    : toText(value, node, context);
}

/** Constants side by side are one. */
export function joined(texts: readonly Expression[], span: Span): Expression {
  const [first, ...rest] = texts;
  if (!first) return constant(STRING, '', span);
  return rest.reduce((left, right) => join(left, right, span), first);
}

function join(left: Expression, right: Expression, span: Span): Expression {
  const [a, b] = [constantText(left), constantText(right)];
  if (a === '') return right;
  if (b === '') return left;
  if (a !== undefined && b !== undefined) return constant(STRING, a + b, span);
  return builtin('string.concat', [left, right], STRING, span);
}

const constantText = (value: Expression): string | undefined =>
  value.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;

/** ECMA-262 13.2.8.6: each expression becomes text before the next one is evaluated, which no primitive can tell. */
export const templateExpression: ExpressionHandler<ts.TemplateExpression> = (node, context) => {
  const span = context.span(node);
  const texts: Expression[] = [constant(STRING, node.head.text, span)];
  for (const { expression, literal } of node.templateSpans) {
    const value = toText(context.expression(expression), expression, context);
    texts.push(value, constant(STRING, literal.text, context.span(literal)));
  }
  if (texts.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  return joined(texts, span);
};
