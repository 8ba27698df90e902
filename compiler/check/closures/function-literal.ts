// `(x) => …`, `function (x) { … }` → a closure; what its place expects tells the types that it does not write.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import type { FunctionType, RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context, type ExpectedFunction } from '../context.ts';
import { isRefusedFunction } from '../declarations/function-form.ts';
import type { ExpressionHandler } from '../handler.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { makeClosure } from './closure.ts';

export type FunctionLiteral = ts.ArrowFunction | ts.FunctionExpression;

/** Through parentheses. */
export function functionLiteralOf(node: ts.Expression): FunctionLiteral | undefined {
  const inner = skipParentheses(node);
  return tsc.isArrowFunction(inner) || tsc.isFunctionExpression(inner) ? inner : undefined;
}

export const functionLiteral: ExpressionHandler<FunctionLiteral> = (node, context, expected) =>
  checkFunctionLiteral(node, context, expectedFunction(expected));

/** What a place of the type expects of a function. */
export function expectedFunction(type: RtsType | null): ExpectedFunction | null {
  if (type?.kind === 'nullable') return expectedFunction(type.base);
  const found = type?.kind === 'union' ? type.members.find(isFunction) : type;
  return found && isFunction(found) ? found : null;
}

const isFunction = (type: RtsType): type is FunctionType => type.kind === 'function';

export function checkFunctionLiteral(
  node: FunctionLiteral,
  context: Context,
  expected: ExpectedFunction | null,
): Expression {
  if (isRefusedFunction(node, context)) return context.failed(node);
  if (node.typeParameters) return context.fail(E.genericValue, node, { name: 'written here' });
  const { declared, expression } = makeClosure(node, context, { expected });
  declared.check();
  return declared.closureType(node) === ERROR_TYPE ? context.failed(node) : expression;
}
