// Functions that TypeScript believes: `x is T`, `asserts x is T`. What they say is not proved, so where one is called the members that
// are left of a union are looked at again.
import type ts from 'typescript';
import type { Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

/** By function, module or block of a class: something in it calls a predicate of the program. */
const known = new WeakMap<ts.Node, boolean>();

/** The flow to `node`, through all functions around it, may have passed a predicate. */
export function trustsPredicates(node: ts.Node, context: Context): boolean {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (!tsc.isFunctionLike(at) && !tsc.isSourceFile(at)) continue;
    let found = known.get(at);
    if (found === undefined) known.set(at, (found = callsPredicate(at, context)));
    if (found) return true;
  }
  return false;
}

function callsPredicate(container: ts.Node, context: Context): boolean {
  const visit = (node: ts.Node): boolean => {
    if (node !== container && tsc.isFunctionLike(node)) return false;
    if (tsc.isCallExpression(node) && isPredicateCall(node, context)) return true;
    return tsc.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return visit(container);
}

/** Those of the library, `Array.isArray`, say the truth. */
function isPredicateCall(node: ts.CallExpression, { checker }: Context): boolean {
  const signature = checker.getResolvedSignature(node);
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  return (
    signature !== undefined &&
    declaration !== undefined &&
    checker.getTypePredicateOfSignature(signature) !== undefined &&
    !isLibrary(declaration.getSourceFile())
  );
}
