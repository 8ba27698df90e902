// The arguments of a call of a function of the program: converted, those left out as undefined.
import type ts from 'typescript';
import type { Expression, Parameter } from '../../program/nodes.ts';
import { UNDEFINED } from '../../program/types.ts';
import { convertImplicitly } from '../convert.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';

export function callArguments(
  parameters: readonly Parameter[],
  written: readonly ts.Expression[],
  node: ts.Node,
  context: Context,
): readonly Expression[] {
  const span = context.span(node);
  return parameters.map(({ local }, i) => {
    const argument = written[i];
    if (argument) return context.value(argument, local.type);
    // TypeScript counts the arguments.
    if (local.type.kind !== 'nullable' || !local.type.allowsUndefined) return context.failed(node);
    return convertImplicitly(constant(UNDEFINED, undefined, span), local.type, node, context);
  });
}
