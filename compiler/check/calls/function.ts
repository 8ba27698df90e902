// A call of a function of the program.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import type { Argument } from './argument.ts';
import { argumentValues, convertArguments } from './arguments.ts';
import { asOverload } from './overload.ts';
import { writtenArguments } from './spread.ts';
import type { CallNode } from './call-node.ts';

export function callFunction(
  declared: DeclaredFunction,
  node: CallNode,
  context: Context,
  closure: Expression | null = null,
): Expression {
  const written = writtenArguments(node, context);
  const values = argumentValues(declared.function.parameters, written, context);
  return asOverload(callWith(declared, values, written, node, context, closure), node, context);
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
