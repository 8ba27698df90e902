// `if`: two ways that meet again.
import type { StatementHandler } from '../handler.ts';

export const ifStatement: StatementHandler<'if'> = (flow, { test, whenTrue, whenFalse }) => {
  const yes = flow.join();
  const no = flow.join();
  const after = flow.join();
  flow.condition(test, yes, no);
  flow.enter(yes);
  flow.statements(whenTrue);
  flow.goto(after);
  flow.enter(no);
  flow.statements(whenFalse);
  flow.goto(after);
  flow.enter(after);
};
