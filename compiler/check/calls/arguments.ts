// The arguments of a call of a function of the program: converted, those left out as undefined, those of a rest parameter as an array.
import type ts from 'typescript';
import type { Expression, Parameter } from '../../program/nodes.ts';
import type { ArrayType, RtsType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { arrayOfParts, type Part } from '../expressions/array-literal.ts';
import { isValue, type Argument } from './argument.ts';
import { tsc } from '../tsc.ts';

export function callArguments(
  parameters: readonly Parameter[],
  written: readonly Argument[],
  node: ts.Node,
  context: Context,
): readonly Expression[] {
  const values = argumentValues(parameters, written, context);
  return convertArguments(parameters, values, written, node, context);
}

/** In their own types; what no parameter takes is evaluated all the same. */
export const argumentValues = (
  parameters: readonly Parameter[],
  written: readonly Argument[],
  context: Context,
): readonly Expression[] =>
  written.map((argument, i) => {
    if (isValue(argument)) return argument;
    const rest = restType(parameters);
    const isItem = rest !== null && i >= parameters.length - 1;
    if (tsc.isSpreadElement(argument)) return context.items(argument.expression, rest);
    const type = isItem ? rest.element : parameters[i]?.local.type;
    return type ? context.expression(argument, type) : context.effect(argument);
  });

/** Of values that are known, in their own types; `given` says where each stands. */
export function convertArguments(
  parameters: readonly Parameter[],
  values: readonly Expression[],
  given: readonly Argument[],
  node: ts.Node,
  context: Context,
): readonly Expression[] {
  const place = (i: number): ts.Node => {
    const written = given[i];
    return written && !isValue(written) ? written : node;
  };
  const rest = restType(parameters);
  return parameters.map(({ local }, i) => {
    const value = values[i];
    if (rest && i === parameters.length - 1) {
      const items = values.slice(i).map((item, k): Part => {
        const written = given[i + k];
        const spread = written !== undefined && !isValue(written) && tsc.isSpreadElement(written);
        return { node: place(i + k), value: item, spread };
      });
      return arrayOfParts(items, rest, context, context.span(node));
    }
    return value
      ? context.convert(value, local.type, place(i))
      : leftOut(local.type, node, context);
  });
}

function restType(parameters: readonly Parameter[]): ArrayType | null {
  const last = parameters.at(-1);
  return last?.rest && last.local.type.kind === 'array' ? last.local.type : null;
}

/** TypeScript counts the arguments. */
function leftOut(type: RtsType, node: ts.Node, context: Context): Expression {
  if (type.kind !== 'nullable' || !type.allowsUndefined) return context.failed(node);
  return context.nothing(type, node);
}
