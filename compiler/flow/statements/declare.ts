// A declaration: from here on the local has the value of its initialiser.
import { constant } from '../../graph/constants.ts';
import type { StatementHandler } from '../handler.ts';

export const declareStatement: StatementHandler<'declare'> = (flow, { local, value, span }) => {
  if (value) return flow.declareNew(local, flow.expression(value), span);
  // `let x: T | undefined;` may be read before it is assigned; TypeScript allows that only where undefined is a T.
  const isUndefined = local.type.kind === 'nullable' && local.type.allowsUndefined;
  flow.declareNew(local, isUndefined ? constant(local.type, undefined) : null, span);
};
