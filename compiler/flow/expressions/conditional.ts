// `test ? a : b`.
import type { ExpressionHandler } from '../handler.ts';
import { merged } from '../merged.ts';

export const conditionalExpression: ExpressionHandler<'conditional'> = (flow, expression) =>
  merged(flow, expression.type, (deliver) => {
    const [yes, no, after] = [flow.join(), flow.join(), flow.join()];
    flow.condition(expression.test, yes, no);
    flow.enter(yes);
    deliver(flow.expression(expression.whenTrue));
    flow.goto(after);
    flow.enter(no);
    deliver(flow.expression(expression.whenFalse));
    flow.goto(after);
    flow.enter(after);
  });
