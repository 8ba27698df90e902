// `return`: the value first, then the cleanups of every active `using`.
import type { StatementHandler } from '../handler.ts';

export const returnStatement: StatementHandler<'return'> = (flow, { value }) => {
  const result = value && flow.expression(value);
  flow.runCleanups(0);
  flow.return(flow.result.kind === 'void' ? null : result);
};
