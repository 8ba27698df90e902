// The arguments of a call of a function of the program: converted, those left out as undefined.
import type ts from 'typescript';
import type { Expression, Parameter } from '../../program/nodes.ts';
import { UNDEFINED, type RtsType } from '../../program/types.ts';
import { convertImplicitly } from '../convert.ts';
import type { Context } from '../context.ts';
import { isValue, type Argument } from '../generics/type-arguments.ts';
import { constant } from '../numbers/literal.ts';

export function callArguments(
  parameters: readonly Parameter[],
  written: readonly ts.Expression[],
  node: ts.Node,
  context: Context,
): readonly Expression[] {
  return parameters.map(({ local }, i) => {
    const argument = written[i];
    return argument ? context.value(argument, local.type) : leftOut(local.type, node, context);
  });
}

/** The same of arguments whose values are known, in their own types. */
export function convertArguments(
  parameters: readonly Parameter[],
  values: readonly Expression[],
  given: readonly Argument[],
  node: ts.Node,
  context: Context,
): readonly Expression[] {
  return parameters.map(({ local }, i) => {
    const [value, written] = [values[i], given[i]];
    return value && written
      ? context.convert(value, local.type, isValue(written) ? node : written)
      : leftOut(local.type, node, context);
  });
}

/** TypeScript counts the arguments. */
function leftOut(type: RtsType, node: ts.Node, context: Context): Expression {
  if (type.kind !== 'nullable' || !type.allowsUndefined) return context.failed(node);
  const nothing = constant(UNDEFINED, undefined, context.span(node));
  return convertImplicitly(nothing, type, node, context);
}
