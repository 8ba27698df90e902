// `1`, `0xff`, `1.5e3`, `10n` → a literal that takes the type of its place.
import type ts from 'typescript';
import type { ExpressionHandler } from '../handler.ts';
import { literal } from '../numbers/literal.ts';
import { withWritten, writtenInteger } from '../numbers/rounded-literal.ts';

export const numericLiteral: ExpressionHandler<ts.NumericLiteral> = (node, context) =>
  withWritten(literal(Number(node.text), context.span(node)), writtenInteger(node.getText()));

/** TypeScript gives the text in decimal or with its prefix, always ending in `n`. */
export const bigIntLiteral: ExpressionHandler<ts.BigIntLiteral> = (node, context) =>
  literal(BigInt(node.text.replace(/n$/, '')), context.span(node));
