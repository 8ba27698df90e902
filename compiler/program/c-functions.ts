// The C functions that a checked program calls: those that it declares, each once. Calls through pointers are none.
import type { CFunction } from '../../runtime/lltype/types.ts';
import { childrenOfExpression, childrenOfStatement } from './children.ts';
import type { CheckedProgram, Expression, Statement } from './nodes.ts';

export function calledCFunctions({ modules, classes }: CheckedProgram): readonly CFunction[] {
  const found = new Set<CFunction>();
  const visit = (expression: Expression): void => {
    if (expression.kind === 'c-call' && !expression.callee.pointer) found.add(expression.callee);
    childrenOfExpression(expression).forEach(visit);
  };
  const visitStatement = (statement: Statement): void => {
    const { expressions, statements } = childrenOfStatement(statement);
    for (const expression of expressions) if (expression) visit(expression);
    statements.forEach(visitStatement);
  };
  for (const { functions, initializer } of modules) {
    for (const { body } of functions) body.forEach(visitStatement);
    initializer.forEach(visitStatement);
  }
  for (const { methods } of classes)
    for (const { body } of methods.values()) body.forEach(visitStatement);
  return [...found];
}
