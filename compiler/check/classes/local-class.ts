// Whether a class inside of a function could stand at the top of the module.
import type ts from 'typescript';
import { isLocal } from '../closures/captures.ts';
import { freeNames } from '../comptime/free-names.ts';
import { hasModifier } from '../modifiers.ts';
import { isModuleScope } from '../declarations/namespace.ts';
import { tsc } from '../tsc.ts';

/** What of the evaluation of its place it uses: a variable around it, or a static member, which each evaluation has anew; null: nothing. */
export function localUse(
  node: ts.ClassDeclaration,
  checker: ts.TypeChecker,
  asked: ReadonlySet<ts.Node> = new Set(),
): string | null {
  const member = node.members.find(
    (one) =>
      tsc.isClassStaticBlockDeclaration(one) || hasModifier(one, tsc.SyntaxKind.StaticKeyword),
  );
  if (member) return 'a static member';
  // Classes that use each other are asked once.
  const open = new Set([...asked, node]);
  const isOther = (declaration: ts.Declaration): boolean =>
    isLocal(declaration) || (!open.has(declaration) && isLocalClass(declaration, checker, open));
  const captured = freeNames(node, checker).find(
    ({ symbol: { valueDeclaration } }) => valueDeclaration && isOther(valueDeclaration),
  );
  return captured ? captured.node.text : null;
}

/** A class of the function around it that uses something of it. */
const isLocalClass = (
  node: ts.Node,
  checker: ts.TypeChecker,
  asked: ReadonlySet<ts.Node>,
): boolean =>
  tsc.isClassDeclaration(node) &&
  !isModuleScope(node.parent) &&
  localUse(node, checker, asked) !== null;
