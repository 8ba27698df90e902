// ``tag`…` `` → a call of the tag; `String.raw` → the text as it is written.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { STRING } from '../../program/types.ts';
import { callFunction } from '../calls/function.ts';
import { callGeneric } from '../calls/generic.ts';
import { callMember } from '../calls/member.ts';
import { callValue, readClosure } from '../calls/closure.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { libraryName } from '../library/library-name.ts';
import { isModule } from '../module-name.ts';
import { constant } from '../numbers/literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { joined } from '../text/concat.ts';
import { toText } from '../text/to-text.ts';
import { tsc } from '../tsc.ts';

export const taggedTemplate: ExpressionHandler<ts.TaggedTemplateExpression> = (
  node,
  context,
  expected,
) => {
  const tag = skipParentheses(node.tag);
  if (tsc.isIdentifier(tag)) return callNamed(tag, node, context, expected);
  if (!tsc.isPropertyAccessExpression(tag))
    return callValue(context.expression(tag), node, context);
  if (libraryName(tag.expression, context) === 'String' && tag.name.text === 'raw')
    return rawText(node.template, context);
  if (isModule(tag.expression, context)) return callNamed(tag.name, node, context, expected);
  const object = context.expression(tag.expression);
  return (
    callMember(object, tag.name, node, context) ?? callValue(context.expression(tag), node, context)
  );
};

function callNamed(
  name: ts.Identifier | ts.MemberName,
  node: ts.TaggedTemplateExpression,
  context: Context,
  expected: Parameters<typeof callGeneric>[3],
): Expression {
  const symbol = context.symbol(name);
  const binding = symbol && context.binding(symbol);
  if (binding?.kind === 'function') return callFunction(binding.declared, node, context);
  if (binding?.kind === 'generic') return callGeneric(binding.generic, node, context, expected);
  if (binding?.kind !== 'closure') return callValue(context.expression(node.tag), node, context);
  const { closure, isOuter } = binding;
  const value = readClosure(closure, isOuter, name, context);
  return callFunction(closure.declared, node, context, value);
}

/** ECMA-262 22.1.2.4. */
function rawText(template: ts.TemplateLiteral, context: Context): Expression {
  const raw = (part: ts.TemplateLiteralLikeNode): Expression =>
    constant(STRING, rawOf(part), context.span(part));
  const span = context.span(template);
  if (!tsc.isTemplateExpression(template)) return raw(template);
  const texts = [raw(template.head)];
  for (const { expression, literal } of template.templateSpans)
    texts.push(toText(context.expression(expression), expression, context), raw(literal));
  if (texts.some(({ type }) => type === ERROR_TYPE)) return context.failed(template);
  return joined(texts, span);
}

/** Between the marks; a line ends with a line feed. */
function rawOf(part: ts.TemplateLiteralLikeNode): string {
  const text = part.getText();
  const isLast =
    part.kind === tsc.SyntaxKind.NoSubstitutionTemplateLiteral ||
    part.kind === tsc.SyntaxKind.TemplateTail;
  return text.slice(1, isLast ? -1 : -2).replace(/\r\n?/g, '\n');
}
