// `throw new RangeError(message)`: the error stays a site and a text until somebody catches it. Any other error is an object.
import type { StatementHandler } from '../handler.ts';

export const throwStatement: StatementHandler<'throw'> = (flow, { error, message, span }) => {
  flow.raise({ error, template: null }, [flow.expression(message)], span);
};

export const throwObjectStatement: StatementHandler<'throw-object'> = (flow, { object, span }) => {
  flow.throw(flow.expression(object), span);
};
