// `enum E { … }` → constants, numbers and texts; nothing else of it exists at run time.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import { tsc } from '../tsc.ts';

/** Reports members without a value. */
export function checkEnum(node: ts.EnumDeclaration, context: Context): void {
  if (hasModifier(node, tsc.SyntaxKind.DeclareKeyword)) return context.report(E.ambient, node, {});
  for (const member of node.members) {
    if (context.checker.getConstantValue(member) === undefined)
      context.report(E.computedEnum, member, {});
  }
}

/** The members of a checked enum; undefined where one is a text. */
export function enumMembers(
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): Map<string, number> | undefined {
  const members = new Map<string, number>();
  for (const declaration of symbol.declarations ?? []) {
    if (!tsc.isEnumDeclaration(declaration)) continue;
    for (const member of declaration.members) {
      const value = checker.getConstantValue(member);
      const name = tsc.getNameOfDeclaration(member);
      if (typeof value === 'string') return undefined;
      if (typeof value === 'number' && name && 'text' in name)
        members.set(String(name.text), value);
    }
  }
  return members;
}
