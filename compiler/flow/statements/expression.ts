// An expression statement: evaluated for its effects.
import type { StatementHandler } from '../handler.ts';

export const expressionStatement: StatementHandler<'expression'> = (flow, { expression }) => {
  flow.expression(expression);
};
