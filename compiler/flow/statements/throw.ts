// `throw new RangeError(message)`: the message first, then the cleanups of every active `using`, then the raise, which
// leaves the function. (A program cannot tell this from an exception that runs the cleanups as it passes.)
import type { StatementHandler } from '../handler.ts';

export const throwStatement: StatementHandler<'throw'> = (flow, { error, message, span }) => {
  const text = flow.expression(message);
  flow.runCleanups(0);
  flow.raise({ error, template: null }, [text], span);
};
