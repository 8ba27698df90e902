// Whether code uses `this` of the function around it.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

export function mentionsThis(node: ts.Node): boolean {
  if (node.kind === tsc.SyntaxKind.ThisKeyword || node.kind === tsc.SyntaxKind.SuperKeyword)
    return true;
  if (tsc.isFunctionLike(node) && !tsc.isArrowFunction(node)) return false;
  return tsc.forEachChild(node, (child) => mentionsThis(child) || undefined) ?? false;
}
