// Names of static members: `C.x`, found by the symbol of `x`.
import type ts from 'typescript';
import { hasModifier } from '../modifiers.ts';
import { tsc } from '../tsc.ts';

export function isStaticMember(symbol: ts.Symbol): boolean {
  const member = symbol.valueDeclaration;
  return (
    member !== undefined &&
    tsc.isClassElement(member) &&
    tsc.isClassDeclaration(member.parent) &&
    hasModifier(member, tsc.SyntaxKind.StaticKeyword)
  );
}
