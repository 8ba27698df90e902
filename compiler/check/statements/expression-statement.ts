// `e;` → its effect. A text alone (`'use mixmod'`) is a directive and makes nothing.
import type ts from 'typescript';
import { ERROR_TYPE } from '../context.ts';
import { delegation } from '../generators/yield.ts';
import type { StatementHandler } from '../handler.ts';
import { tsc } from '../tsc.ts';

export const expressionStatement: StatementHandler<ts.ExpressionStatement> = (node, context) => {
  if (tsc.isStringLiteral(node.expression)) return [];
  const delegated = delegation(node.expression, context);
  if (delegated) return delegated;
  const expression = context.effect(node.expression);
  if (expression.type === ERROR_TYPE || expression.kind === 'constant') return [];
  return [{ kind: 'expression', expression, span: context.span(node) }];
};
