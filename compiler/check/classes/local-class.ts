// Whether a class inside of a function could stand at the top of the module.
import type ts from 'typescript';
import { isLocal } from '../closures/captures.ts';
import { freeNames } from '../comptime/free-names.ts';
import { hasModifier } from '../modifiers.ts';
import { tsc } from '../tsc.ts';

/** What of the evaluation of its place it uses: a variable around it, or a static member, which each evaluation has anew; null: nothing. */
export function localUse(node: ts.ClassDeclaration, checker: ts.TypeChecker): string | null {
  const member = node.members.find(
    (one) =>
      tsc.isClassStaticBlockDeclaration(one) || hasModifier(one, tsc.SyntaxKind.StaticKeyword),
  );
  if (member) return 'a static member';
  const captured = freeNames(node, checker).find(({ symbol: { valueDeclaration } }) =>
    valueDeclaration ? isLocal(valueDeclaration) || isLocalClass(valueDeclaration, checker) : false,
  );
  return captured ? captured.node.text : null;
}

/** A class of the function around it that is none of these itself. */
const isLocalClass = (node: ts.Node, checker: ts.TypeChecker): boolean =>
  tsc.isClassDeclaration(node) &&
  !tsc.isSourceFile(node.parent) &&
  !tsc.isModuleBlock(node.parent) &&
  localUse(node, checker) !== null;
