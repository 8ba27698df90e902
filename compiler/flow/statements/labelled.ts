// A labelled block: `break` with its label goes behind it.
import type { StatementHandler } from '../handler.ts';

export const labelledStatement: StatementHandler<'labelled'> = (flow, { target, body }) => {
  const after = flow.join();
  flow.jumpsTo(target, after, null, () => flow.statements(body));
  flow.goto(after);
  flow.enter(after);
};
