// `{ … }`: its statements in a scope of their own.
import type { StatementHandler } from '../handler.ts';

export const blockStatement: StatementHandler<'block'> = (flow, { body }) => {
  flow.statements(body);
};
