// Forms of functions that are refused before anything of them is read.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Context } from '../context.ts';
import { tsc } from '../tsc.ts';

export type PlainFunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;
/** Methods, accessors and constructors have been looked at with their class. */
export type FunctionNode =
  PlainFunctionNode | ts.MethodDeclaration | ts.AccessorDeclaration | ts.ConstructorDeclaration;

const { SyntaxKind } = tsc;

/** Reports the first reason. */
export function isRefusedFunction(node: PlainFunctionNode, context: Context): boolean {
  const code = refusal(node);
  if (!code) return false;
  context.report(code, node, {});
  return true;
}

function refusal(node: PlainFunctionNode): DiagnosticCode<Record<string, never>> | undefined {
  const modifiers = node.modifiers?.map(({ kind }) => kind) ?? [];
  if (modifiers.includes(SyntaxKind.Decorator)) return E.decorator;
  if (modifiers.includes(SyntaxKind.DeclareKeyword)) return E.ambient;
  if (modifiers.includes(SyntaxKind.AsyncKeyword)) return E.asynchronous;
  return node.body ? undefined : E.overload;
}
