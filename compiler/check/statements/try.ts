// `try … catch … finally` → its parts. Only errors are thrown, so that what is caught is an Error; TypeScript makes the program
// test it before it is more than `unknown`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { CatchClause } from '../../program/nodes.ts';
import type { Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { readLocal } from '../build.ts';
import { declarePattern } from '../patterns/declare.ts';
import { tsc } from '../tsc.ts';

export const tryStatement: StatementHandler<ts.TryStatement> = (node, context) => [
  {
    kind: 'try',
    body: context.statements(node.tryBlock.statements),
    handler: node.catchClause ? catchClause(node.catchClause, context) : null,
    finalizer: node.finallyBlock ? context.statements(node.finallyBlock.statements) : null,
    span: context.span(node),
  },
];

function catchClause(
  { variableDeclaration, block }: ts.CatchClause,
  context: Context,
): CatchClause {
  if (!variableDeclaration) return { local: null, body: context.statements(block.statements) };
  const { name, type } = variableDeclaration;
  if (tsc.isIdentifier(name)) {
    // TypeScript allows `unknown` and `any` here.
    if (type?.kind === tsc.SyntaxKind.AnyKeyword) context.report(E.anyType, type, {});
    const local = context.declareLocal(name, ERROR_CLASSES.Error);
    return { local, body: context.statements(block.statements) };
  }
  // TypeScript takes a pattern only where the error is said to be `any`.
  const local = context.temporary('error', ERROR_CLASSES.Error);
  const parts = declarePattern(name, readLocal(local, context.span(name)), context);
  return { local, body: [...parts, ...context.statements(block.statements)] };
}
