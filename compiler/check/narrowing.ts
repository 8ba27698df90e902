// Nullable variables where TypeScript's control-flow analysis has proved that they are present.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Expression } from '../program/nodes.ts';
import type { Context, Target } from './context.ts';
import { assertPresent, unwrap } from './nullable.ts';
import { tsc } from './tsc.ts';

/** The read of a variable, as its value where the flow to `node` excludes null and undefined. */
export function narrowed(
  read: Expression,
  place: Target,
  node: ts.Node,
  context: Context,
): Expression {
  if (read.type.kind !== 'nullable') return read;
  const type = context.checker.getTypeAtLocation(node);
  if (type.flags & tsc.TypeFlags.Never || mayBeAbsent(type)) return read;
  // A field or item any call can assign after its test: it is looked at once more.
  // Nobody can assign a local between its test and its use; a variable of the module any call can.
  if (place.kind === 'global' && isReassignable(node, context))
    return context.fail(E.narrowedVariable, node, { name: place.global.name });
  return place.kind === 'local' || place.kind === 'global'
    ? unwrap(read, read.span)
    : assertPresent(read, read.span);
}

function mayBeAbsent(type: ts.Type): boolean {
  const absent = tsc.TypeFlags.Null | tsc.TypeFlags.Undefined | tsc.TypeFlags.Void;
  return type.isUnion() ? type.types.some(mayBeAbsent) : (type.flags & absent) !== 0;
}

function isReassignable(node: ts.Node, context: Context): boolean {
  const declaration = context.symbol(node)?.valueDeclaration;
  return !(
    declaration &&
    tsc.isVariableDeclaration(declaration) &&
    tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const
  );
}
