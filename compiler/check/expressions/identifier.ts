// A name → the read of a variable, a constant, or an error.
import type ts from 'typescript';
import { readSymbol } from '../read-symbol.ts';
import type { ExpressionHandler } from '../handler.ts';

export const identifier: ExpressionHandler<ts.Identifier> = (node, context) =>
  readSymbol(node, node, context);
