// Calls of functions of `runtime/library/boundary.ts`, whose first arguments are the words and the cursor.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { callWith } from '../calls/function.ts';
import { callLibrary } from '../calls/generic.ts';
import type { LibraryName } from '../calls/library-function.ts';
import type { Context } from '../context.ts';

/** Where values are read and written, and for whom. */
export interface Words {
  readonly words: Expression;
  readonly cursor: Expression;
  readonly node: ts.Node;
  readonly context: Context;
}

/** Of a function without type parameters. */
export const callPlain = (name: string, at: Words, ...more: readonly Expression[]): Expression =>
  callLibrary(['boundary', name], [at.words, at.cursor, ...more], at.node, at.context);

/** Of the instance for the types. */
export function callInstance(
  name: string,
  types: readonly RtsType[],
  at: Words,
  ...more: readonly Expression[]
): Expression {
  return callInstanceOf(['boundary', name], types, [at.words, at.cursor, ...more], at);
}

/** Of any generic function of the library. */
export function callInstanceOf(
  [module, name]: LibraryName,
  types: readonly RtsType[],
  values: readonly Expression[],
  { node, context }: Pick<Words, 'node' | 'context'>,
): Expression {
  const found = context.libraryFunction(module, name);
  const declared =
    found.kind === 'generic' ? found.generic.instance(types, node, context) : undefined;
  return declared ? callWith(declared, values, values, node, context) : context.failed(node);
}
