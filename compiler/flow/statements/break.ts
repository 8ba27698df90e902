// `break`, after the cleanups of every `using` that it leaves.
import type { StatementHandler } from '../handler.ts';

export const breakStatement: StatementHandler<'break'> = (flow, { target }) => {
  flow.jump(target, 'onBreak');
};
