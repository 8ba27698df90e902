// Names of static members: `C.x`, found by the symbol of `x`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';

/** `this.x` in a static member: reported, as the class that it stands for is known at run time only. */
export function isStaticThis(node: ts.PropertyAccessExpression, context: Context): boolean {
  if (skipParentheses(node.expression).kind !== tsc.SyntaxKind.ThisKeyword) return false;
  context.report(E.staticThis, node.expression, {});
  return true;
}

export function isStaticMember(symbol: ts.Symbol): boolean {
  const member = symbol.valueDeclaration;
  return (
    member !== undefined &&
    tsc.isClassElement(member) &&
    tsc.isClassDeclaration(member.parent) &&
    hasModifier(member, tsc.SyntaxKind.StaticKeyword)
  );
}
