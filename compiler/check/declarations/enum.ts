// `enum E { … }` → numeric constants; nothing else of it exists at run time.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import { tsc } from '../tsc.ts';

/** Reports members without a number. */
export function checkEnum(node: ts.EnumDeclaration, context: Context): void {
  if (hasModifier(node, tsc.SyntaxKind.DeclareKeyword)) return context.report(E.ambient, node, {});
  for (const member of node.members) {
    const value = context.checker.getConstantValue(member);
    if (typeof value === 'string') context.report(E.stringEnum, member, {});
    else if (value === undefined) context.report(E.computedEnum, member, {});
  }
}

/** The members of a checked enum. */
export function enumMembers(symbol: ts.Symbol, checker: ts.TypeChecker): Map<string, number> {
  const members = new Map<string, number>();
  for (const declaration of symbol.declarations ?? []) {
    if (!tsc.isEnumDeclaration(declaration)) continue;
    for (const member of declaration.members) {
      const value = checker.getConstantValue(member);
      const name = tsc.getNameOfDeclaration(member);
      if (typeof value === 'number' && name && 'text' in name)
        members.set(String(name.text), value);
    }
  }
  return members;
}
