// `e!` → the value, or a TypeError where it is absent.
import type ts from 'typescript';
import type { ExpressionHandler } from '../handler.ts';
import { assertPresent } from '../nullable.ts';
import { optionalChain } from '../optional-chain.ts';

export const nonNullExpression: ExpressionHandler<ts.NonNullExpression> = (
  node,
  context,
  expected,
) =>
  optionalChain(node, context) ??
  assertPresent(context.expression(node.expression, expected), context.span(node), {
    kind: 'asserted',
  });
