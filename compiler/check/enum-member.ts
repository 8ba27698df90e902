// `Kind.A`, `Kind['A']`, also behind a module's name → the value of the enum's member; a number is a literal, which takes the type of its place.
import type ts from 'typescript';
import type { Expression } from '../program/nodes.ts';
import { STRING } from '../program/types.ts';
import type { Context } from './context.ts';
import { constant, literal } from './numbers/literal.ts';
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
    if (typeof value === 'string') return constant(STRING, value, context.span(node));
    return value === undefined ? context.failed(node) : literal(value, context.span(node));
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
