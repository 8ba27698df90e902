// A call of a function of the program.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import { callArguments } from './arguments.ts';

export function callFunction(
  declared: DeclaredFunction,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const callee = declared.function;
  const span = context.span(node);
  const values = callArguments(callee.parameters, node.arguments, node, context);
  const type = declared.result(node);
  if (type === ERROR_TYPE || values.some((value) => value.type === ERROR_TYPE))
    return context.failed(node);
  return { kind: 'call', callee, arguments: values, type, span };
}
