// Overloads: signatures that stand before a function or method with a body. The body's own signature is what is compiled; TypeScript
// chooses the overload of each call.
import type ts from 'typescript';
import { hasModifier } from '../modifiers.ts';
import { tsc } from '../tsc.ts';

type Overloaded = ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration;

export const isOverloaded = (node: ts.Node): node is Overloaded =>
  tsc.isFunctionDeclaration(node) ||
  tsc.isMethodDeclaration(node) ||
  tsc.isConstructorDeclaration(node);

/** Without a body, beside one that has it. Signatures with type parameters are not read. */
export function isOverloadSignature(node: ts.Node): boolean {
  if (!isOverloaded(node) || node.body || node.typeParameters) return false;
  return siblings(node).some(
    (one) => isOverloaded(one) && one.body !== undefined && isSameName(one, node),
  );
}

function siblings({ parent }: ts.Node): readonly ts.Node[] {
  if (tsc.isClassLike(parent)) return parent.members;
  return 'statements' in parent ? (parent.statements as readonly ts.Node[]) : [];
}

const isSameName = (one: Overloaded, other: Overloaded): boolean =>
  one.kind === other.kind &&
  one.name?.getText() === other.name?.getText() &&
  hasModifier(one, tsc.SyntaxKind.StaticKeyword) ===
    hasModifier(other, tsc.SyntaxKind.StaticKeyword);
