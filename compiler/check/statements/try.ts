// `try … catch … finally` → its parts. Only errors are thrown, so that what is caught is an Error; TypeScript makes the program
// test it before it is more than `unknown`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { CatchClause } from '../../program/nodes.ts';
import type { Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
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
  const local = variableDeclaration ? caughtLocal(variableDeclaration, context) : null;
  return { local, body: context.statements(block.statements) };
}

function caughtLocal(
  { name, type }: ts.VariableDeclaration,
  context: Context,
): CatchClause['local'] {
  if (!tsc.isIdentifier(name)) {
    context.report(E.catchPattern, name, {});
    return null;
  }
  // TypeScript allows `unknown` and `any` here.
  if (type?.kind === tsc.SyntaxKind.AnyKeyword) context.report(E.anyType, type, {});
  return context.declareLocal(name, ERROR_CLASSES.Error);
}
