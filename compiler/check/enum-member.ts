// `Kind.A`, `Kind['A']`, also behind a module's name → the number of the enum's member: a literal, that takes the type of its place.
import type ts from 'typescript';
import type { Expression } from '../program/nodes.ts';
import type { Context } from './context.ts';
import { literal } from './numbers/literal.ts';
import { skipParentheses } from './parentheses.ts';
import { tsc } from './tsc.ts';

/**
 * undefined for every other access. `name` is what names the member in `node`. Asks the member itself, not
 * `getConstantValue(node)`, which answers for constant enums only.
 */
export function enumMember(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: ts.Node,
  context: Context,
): Expression | undefined {
  const declaration = context.symbol(name)?.valueDeclaration;
  if (declaration && tsc.isEnumMember(declaration)) {
    const value = context.checker.getConstantValue(declaration);
    // Other members have been reported where they are declared.
    return typeof value === 'number' ? literal(value, context.span(node)) : context.failed(node);
  }
  // `Kind.missing`: TypeScript reports it.
  return tsc.isPropertyAccessExpression(node) && isEnum(node.expression, context)
    ? context.failed(node)
    : undefined;
}

export function isEnum(node: ts.Expression, context: Context): boolean {
  const object = skipParentheses(node);
  const symbol =
    tsc.isIdentifier(object) || tsc.isPropertyAccessExpression(object)
      ? context.symbol(object)
      : undefined;
  return symbol !== undefined && (symbol.flags & tsc.SymbolFlags.Enum) !== 0;
}
