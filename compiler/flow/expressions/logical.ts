// `&&` and `||` as a value: control flow that meets with true or false.
import { FALSE, TRUE } from '../../graph/constants.ts';
import type { ExpressionHandler } from '../handler.ts';
import { merged } from '../merged.ts';

export const logicalExpression: ExpressionHandler<'logical'> = (flow, expression) =>
  merged(flow, expression.type, (deliver) => {
    const { operator, left, right } = expression;
    const [decided, undecided, after] = [flow.join(), flow.join(), flow.join()];
    if (operator === '&&') flow.condition(left, undecided, decided);
    else flow.condition(left, decided, undecided);
    flow.enter(decided);
    deliver(operator === '&&' ? FALSE : TRUE);
    flow.goto(after);
    flow.enter(undecided);
    deliver(flow.expression(right));
    flow.goto(after);
    flow.enter(after);
  });
