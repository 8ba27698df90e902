// A call of a function of the program: arguments converted, those left out as undefined.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { UNDEFINED } from '../../program/types.ts';
import { convertImplicitly } from '../convert.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import { constant } from '../numbers/literal.ts';

export function callFunction(
  declared: DeclaredFunction,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const callee = declared.function;
  const span = context.span(node);
  const values = callee.parameters.map(({ local }, i) => {
    const written = node.arguments[i];
    if (written) return context.value(written, local.type);
    // TypeScript counts the arguments.
    if (local.type.kind !== 'nullable' || !local.type.allowsUndefined) return context.failed(node);
    return convertImplicitly(constant(UNDEFINED, undefined, span), local.type, node, context);
  });
  const type = declared.result(node);
  if (type === ERROR_TYPE || values.some((value) => value.type === ERROR_TYPE))
    return context.failed(node);
  return { kind: 'call', callee, arguments: values, type, span };
}
