// `continue`, after the cleanups of every `using` that it leaves.
import type { StatementHandler } from '../handler.ts';

export const continueStatement: StatementHandler<'continue'> = (flow, { target }) => {
  flow.jump(target, 'onContinue');
};
