// A call of a function of the program.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import type { Argument } from '../generics/type-arguments.ts';
import { convertArguments } from './arguments.ts';

export function callFunction(
  declared: DeclaredFunction,
  node: ts.CallExpression,
  context: Context,
  closure: Expression | null = null,
): Expression {
  const values = node.arguments.map((argument, i) => {
    const parameter = declared.function.parameters[i];
    return parameter ? context.value(argument, parameter.local.type) : context.effect(argument);
  });
  return callWith(declared, values, node.arguments, node, context, closure);
}

/** `values` in their own types, of the arguments `given`. `closure`: of a function that is one. */
export function callWith(
  declared: DeclaredFunction,
  values: readonly Expression[],
  given: readonly Argument[],
  node: ts.Node,
  context: Context,
  closure: Expression | null = null,
): Expression {
  const callee = declared.function;
  const span = context.span(node);
  const converted = convertArguments(callee.parameters, values, given, node, context);
  const type = declared.result(node);
  if (type === ERROR_TYPE || converted.some((value) => value.type === ERROR_TYPE))
    return context.failed(node);
  const all = closure ? [closure, ...converted] : converted;
  return { kind: 'call', callee, arguments: all, type, span };
}
