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
  if (type.flags & tsc.TypeFlags.Never || mayBeAbsent(type, context)) return read;
  // A field or item any call can assign after its test: it is looked at once more.
  // Nobody can assign a local between its test and its use; a variable of the module any call can.
  if (place.kind === 'global' && isReassignable(node, context))
    return context.fail(E.narrowedVariable, node, { name: place.global.name });
  return place.kind === 'local' || place.kind === 'global'
    ? unwrap(read, read.span)
    : assertPresent(read, read.span);
}

function mayBeAbsent(type: ts.Type, context: Context): boolean {
  if (type.isUnion()) return type.types.some((part) => mayBeAbsent(part, context));
  // What a type parameter stands for; a value tested for null is of type `T & {}`.
  if (type.flags & tsc.TypeFlags.TypeParameter && type.symbol) {
    const argument = context.typeArgument(type.symbol);
    return argument !== undefined && ABSENT_KINDS.has(argument.kind);
  }
  const absent = tsc.TypeFlags.Null | tsc.TypeFlags.Undefined | tsc.TypeFlags.Void;
  return (type.flags & absent) !== 0;
}

const ABSENT_KINDS: ReadonlySet<string> = new Set(['nullable', 'null', 'undefined']);

function isReassignable(node: ts.Node, context: Context): boolean {
  const declaration = context.symbol(node)?.valueDeclaration;
  return !(
    declaration &&
    tsc.isVariableDeclaration(declaration) &&
    tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const
  );
}
