// TypeScript's errors that only follow from what we have refused already.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

export function isConsequence(
  error: ts.Diagnostic,
  node: ts.Node,
  refused: ReadonlySet<ts.Node>,
  checker: ts.TypeChecker,
): boolean {
  if (isInside(node, refused)) return true;
  if (UNKNOWN_MEMBER.has(error.code)) return hasRefusedReceiver(node, refused);
  return IMPLICIT_ANY.has(error.code) && isArgumentOfRefused(node, refused, checker);
}

/** What is refused as a whole: TypeScript's opinion of its inside does not matter. */
function isInside(node: ts.Node, refused: ReadonlySet<ts.Node>): boolean {
  for (let outer = node; !tsc.isSourceFile(outer); outer = outer.parent)
    if (refused.has(outer)) return true;
  return false;
}

/** A property does not exist; an index has no meaning. */
const UNKNOWN_MEMBER: ReadonlySet<number> = new Set([2339, 2550, 2551, 7053]);

/** `/x/.test`, `arguments.length`. */
function hasRefusedReceiver(node: ts.Node, refused: ReadonlySet<ts.Node>): boolean {
  const { parent } = node;
  return tsc.isPropertyAccessExpression(parent) && startsRefused(parent.expression, refused);
}

/** A parameter or variable has no type because nothing gives it one. */
const IMPLICIT_ANY: ReadonlySet<number> = new Set([7006, 7019, 7031]);

/** `values.map((x) => …)`, where `map` is refused or does not exist, and so nothing tells the type of x. */
function isArgumentOfRefused(
  node: ts.Node,
  refused: ReadonlySet<ts.Node>,
  checker: ts.TypeChecker,
): boolean {
  const call = tsc.findAncestor(node, tsc.isFunctionLike)?.parent;
  if (!call || !tsc.isCallExpression(call)) return false;
  if (startsRefused(call.expression, refused)) return true;
  return (checker.getTypeAtLocation(call.expression).flags & tsc.TypeFlags.Any) !== 0;
}

function startsRefused(expression: ts.Expression, refused: ReadonlySet<ts.Node>): boolean {
  for (let inner: ts.Node = expression; ;) {
    if (refused.has(inner)) return true;
    if (tsc.isPropertyAccessExpression(inner) && refused.has(inner.name)) return true;
    if (!tsc.isLeftHandSideExpression(inner) || !('expression' in inner)) return false;
    inner = inner.expression as ts.Expression;
  }
}
