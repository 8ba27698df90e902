// `'text'`, `true`, `false`, `null` → a constant.
import type ts from 'typescript';
import { BOOLEAN, NULL, STRING } from '../../program/types.ts';
import type { ExpressionHandler } from '../handler.ts';
import { constant } from '../numbers/literal.ts';

/** Also templates without substitutions. */
export const stringLiteral: ExpressionHandler<ts.StringLiteralLike> = (node, context) =>
  constant(STRING, node.text, context.span(node));

export const trueLiteral: ExpressionHandler<ts.TrueLiteral> = (node, context) =>
  constant(BOOLEAN, true, context.span(node));

export const falseLiteral: ExpressionHandler<ts.FalseLiteral> = (node, context) =>
  constant(BOOLEAN, false, context.span(node));

export const nullLiteral: ExpressionHandler<ts.NullLiteral> = (node, context) =>
  constant(NULL, null, context.span(node));
