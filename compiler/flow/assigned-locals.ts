// A statement → the locals assigned in it: what a loop must carry from one round to the next.
import { childrenOfExpression, childrenOfStatement } from '../program/children.ts';
import type { Expression, Local, Statement } from '../program/nodes.ts';

export function localsAssignedIn(statement: Statement): ReadonlySet<Local> {
  const assigned = new Set<Local>();
  const visitExpression = (expression: Expression): void => {
    // The local of a cell holds the same cell from its declaration on.
    if (expression.kind === 'assign' && expression.place.kind === 'local') {
      if (!expression.place.local.cell) assigned.add(expression.place.local);
    }
    childrenOfExpression(expression).forEach(visitExpression);
  };
  const visitStatement = (child: Statement): void => {
    const { expressions, statements } = childrenOfStatement(child);
    expressions.forEach((expression) => expression && visitExpression(expression));
    statements.forEach(visitStatement);
  };
  visitStatement(statement);
  return assigned;
}
