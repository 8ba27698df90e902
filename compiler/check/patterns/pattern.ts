// The two forms of a pattern, `const [a, { b = 1 }] = …` and `[a, { b: c.d }] = …`, as one list of items.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { propertyName } from '../records/property.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';

export type Pattern = ts.BindingPattern | ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

/** Where the value of an item goes: a new name, a place, or a pattern of its own. */
export type Target = ts.BindingName | ts.Expression;

export interface PatternItem {
  readonly node: ts.Node;
  /** Position in an array or tuple, name of a field; null for the rest. */
  readonly key: number | string | null;
  readonly target: Target;
  readonly initializer: ts.Expression | undefined;
}

export const isPattern = (node: ts.Node): node is Pattern =>
  tsc.isArrayBindingPattern(node) ||
  tsc.isObjectBindingPattern(node) ||
  tsc.isArrayLiteralExpression(node) ||
  tsc.isObjectLiteralExpression(node);

/** In the order in which they are bound; those that are left out bind nothing. A wrong one is reported and left out. */
export function patternItems(pattern: Pattern, context: Context): readonly PatternItem[] {
  if (tsc.isObjectLiteralExpression(pattern))
    return pattern.properties.flatMap((property) => assigned(property, context) ?? []);
  if (tsc.isObjectBindingPattern(pattern))
    return pattern.elements.flatMap((element) => bound(element, context) ?? []);
  const elements: readonly ts.Node[] = pattern.elements;
  return elements.flatMap((node, index) => listItem(node, index) ?? []);
}

function listItem(node: ts.Node, index: number): PatternItem | undefined {
  if (tsc.isOmittedExpression(node)) return undefined;
  if (tsc.isBindingElement(node)) {
    const key = node.dotDotDotToken ? null : index;
    return { node, key, target: node.name, initializer: node.initializer };
  }
  if (tsc.isSpreadElement(node))
    return { node, key: null, target: node.expression, initializer: undefined };
  return { node, key: index, ...withDefault(node as ts.Expression) };
}

/** `target = initializer`. */
function withDefault(node: ts.Expression): Pick<PatternItem, 'target' | 'initializer'> {
  const inner = skipParentheses(node);
  return tsc.isBinaryExpression(inner) && inner.operatorToken.kind === tsc.SyntaxKind.EqualsToken
    ? { target: skipParentheses(inner.left), initializer: inner.right }
    : { target: inner, initializer: undefined };
}

function bound(node: ts.BindingElement, context: Context): PatternItem | undefined {
  const { name: target, initializer } = node;
  if (node.dotDotDotToken) return { node, key: null, target, initializer };
  const key = propertyName(node.propertyName ?? target);
  if (key !== undefined) return { node, key, target, initializer };
  context.report(E.recordMember, node, {});
  return undefined;
}

function assigned(node: ts.ObjectLiteralElementLike, context: Context): PatternItem | undefined {
  if (tsc.isSpreadAssignment(node))
    return { node, key: null, target: node.expression, initializer: undefined };
  const key = node.name && propertyName(node.name);
  if (tsc.isShorthandPropertyAssignment(node))
    return {
      node,
      key: node.name.text,
      target: node.name,
      initializer: node.objectAssignmentInitializer,
    };
  if (tsc.isPropertyAssignment(node) && key !== undefined)
    return { node, key, ...withDefault(node.initializer) };
  context.report(E.recordMember, node, {});
  return undefined;
}

/** Of a literal that is only taken apart, TypeScript's contextual type is made of the pattern, and tells nothing. */
export function isTakenApart(node: ts.Node): boolean {
  const { parent } = node;
  if (tsc.isVariableDeclaration(parent)) return !parent.type && !tsc.isIdentifier(parent.name);
  if (tsc.isBinaryExpression(parent)) return isPattern(parent.left);
  const isPart =
    tsc.isArrayLiteralExpression(parent) ||
    tsc.isObjectLiteralExpression(parent) ||
    tsc.isPropertyAssignment(parent) ||
    tsc.isParenthesizedExpression(parent);
  return isPart && isTakenApart(parent);
}
