// What a tag is called with: its template's strings, then its values. The strings are one array, made once for each place (ECMA-262
// 13.2.8.4 GetTemplateObject).
import type ts from 'typescript';
import type { Expression, GlobalVariable } from '../../program/nodes.ts';
import { arrayOf, STRING } from '../../program/types.ts';
import { assign } from '../build.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import type { Argument } from './argument.ts';

export function templateArguments(
  { template }: ts.TaggedTemplateExpression,
  context: Context,
): readonly Argument[] {
  if (!tsc.isTemplateExpression(template)) return [strings(template, [template], context)];
  const { head, templateSpans } = template;
  const parts = [head, ...templateSpans.map(({ literal }) => literal)];
  return [strings(template, parts, context), ...templateSpans.map(({ expression }) => expression)];
}

function strings(
  node: ts.TemplateLiteral,
  parts: readonly ts.TemplateLiteralLikeNode[],
  context: Context,
): Expression {
  const span = context.span(node);
  const type = arrayOf(STRING);
  const global = context.made.hidden(node, () => {
    const made: GlobalVariable = {
      id: `strings of ${span.file.path}:${span.start}`,
      name: 'strings',
      type,
      mutable: false,
      constant: null,
      span,
      documentation: '',
    };
    const items = parts.map(({ text }) => constant(STRING, text, span));
    const array: Expression = { kind: 'array', items, type, span };
    return { global: made, value: assign({ kind: 'global', global: made }, array, span) };
  });
  return { kind: 'read', place: { kind: 'global', global }, type, span };
}
