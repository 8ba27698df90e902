// The expression inside of any parentheses.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

export function skipParentheses(node: ts.Expression): ts.Expression {
  let inner = node;
  while (tsc.isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}
