// `return e` → a return of the converted value; where the result type is inferred, completed later.
import type ts from 'typescript';
import type { StatementHandler } from '../handler.ts';
import { returnStatements } from '../return-value.ts';

/** TypeScript reports a return at module level. */
export const returnStatement: StatementHandler<ts.ReturnStatement> = (node, context) =>
  context.currentFunction
    ? returnStatements(node.expression, node, context.currentFunction, context)
    : [];
