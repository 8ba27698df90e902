// Is a piece of source JavaScript as it stands? Only what build-time declarations are made of is known to be.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

const { SyntaxKind } = tsc;
const PLAIN: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.ShorthandPropertyAssignment,
]);

/** Type arguments are nodes that are not in the set. */
export const isPlain = (node: ts.Node): boolean =>
  PLAIN.has(node.kind) && !tsc.forEachChild(node, (child) => !isPlain(child) || undefined);
