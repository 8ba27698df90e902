// A call of a generic function → a call of the instance for its type arguments.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import type { Context, GenericFunction } from '../context.ts';
import type { Argument } from './argument.ts';
import { inferCall, type GenericSignature } from '../generics/type-arguments.ts';
import { callWith } from './function.ts';
import { callDeclared, type LibraryName } from './library-function.ts';
import { writtenArguments } from './spread.ts';
import type { CallNode } from './call-node.ts';

export const signatureOf = (generic: GenericFunction): GenericSignature => ({
  name: generic.name,
  typed: generic.node,
  parameters: generic.node.parameters,
  result: generic
    .reader(new Map())
    .checker.getSignatureFromDeclaration(generic.node)
    ?.getReturnType(),
  reader: (typeArguments) => generic.reader(typeArguments),
});

export function callGeneric(
  generic: GenericFunction,
  node: CallNode,
  context: Context,
  expected: RtsType | null,
): Expression {
  const written = { node, typeArguments: node.typeArguments ?? [] };
  const place = { node, context, expected };
  const given = writtenArguments(node, context);
  const call = inferCall(signatureOf(generic), given, written, place);
  const declared = call && generic.instance(call.types, node, context);
  if (!call || !declared) return context.failed(node);
  return callWith(declared, call.values, given, node, context);
}

/** Of a function of the language's library: the receiver and what else is known first, then what is written. */
export function callLibrary(
  [module, name]: LibraryName,
  given: readonly Argument[],
  node: ts.Node,
  context: Context,
  expected: RtsType | null = null,
): Expression {
  const found = context.libraryFunction(module, name);
  if (found.kind === 'function') return callDeclared(found.declared, given, node, context);
  const { generic } = found;
  const call = inferCall(signatureOf(generic), given, null, { node, context, expected });
  const declared = call && generic.instance(call.types, node, context);
  if (!call || !declared) return context.failed(node);
  return callWith(declared, call.values, given, node, context);
}
