// The names in a piece of source that are declared outside of it: what its evaluation needs.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

export interface FreeName {
  readonly node: ts.Identifier;
  /** Aliases (imports) are not yet followed. */
  readonly symbol: ts.Symbol;
}

export function freeNames(root: ts.Node, checker: ts.TypeChecker): readonly FreeName[] {
  const found: FreeName[] = [];
  const visit = (node: ts.Node): void => {
    if (tsc.isTypeNode(node) && !tsc.isExpressionWithTypeArguments(node)) return;
    if (tsc.isIdentifier(node)) {
      const symbol = isReference(node) ? referred(node, checker) : undefined;
      if (symbol && !isDeclaredIn(symbol, root)) found.push({ node, symbol });
      return;
    }
    tsc.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function referred(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return tsc.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Stands for a value, and is not the name of a member, property, label or declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (tsc.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (tsc.isQualifiedName(parent)) return parent.left === node;
  if (tsc.isPropertyAssignment(parent)) return parent.initializer === node;
  if (tsc.isBindingElement(parent)) return parent.initializer === node;
  if (tsc.isEnumMember(parent)) return parent.initializer === node;
  if (tsc.isVariableDeclaration(parent) || tsc.isParameter(parent))
    return parent.initializer === node;
  if (tsc.isLabeledStatement(parent) || tsc.isBreakOrContinueStatement(parent)) return false;
  return !(tsc.isMethodDeclaration(parent) || tsc.isFunctionLike(parent)) || parent.name !== node;
}

const isDeclaredIn = (symbol: ts.Symbol, root: ts.Node): boolean =>
  (symbol.declarations ?? []).some(
    (declaration) =>
      declaration.getSourceFile() === root.getSourceFile() &&
      declaration.pos >= root.pos &&
      declaration.end <= root.end,
  );
