// A call of a function of the language's library that has no type parameters.
import type ts from 'typescript';
import { InternalError } from '../../graph/internal-error.ts';
import type { Expression } from '../../program/nodes.ts';
import type { Context, DeclaredFunction } from '../context.ts';
import { isValue, type Argument } from './argument.ts';
import { callWith } from './function.ts';

/** As in `['rffi', 'str2charp']`. */
export type LibraryName = readonly [module: string, name: string];

export function callLibraryFunction(
  [module, name]: LibraryName,
  given: readonly Argument[],
  node: ts.Node,
  context: Context,
): Expression {
  const found = context.libraryFunction(module, name);
  if (found.kind !== 'function') throw new InternalError(`${module}.${name} is generic`);
  return callDeclared(found.declared, given, node, context);
}

export function callDeclared(
  declared: DeclaredFunction,
  given: readonly Argument[],
  node: ts.Node,
  context: Context,
): Expression {
  const values = given.map((one, i) => {
    const type = declared.function.parameters[i]?.local.type ?? null;
    return isValue(one) ? one : context.expression(one, type);
  });
  return callWith(declared, values, given, node, context);
}
