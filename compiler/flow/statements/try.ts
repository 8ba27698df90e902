// `try`: a raising op of the body has an exception link to the handler; `finally` is put on every way out (ECMA-262 14.15.3).
import type { CatchClause } from '../../program/nodes.ts';
import type { Span } from '../../source/source-file.ts';
import type { FunctionFlow } from '../function-flow.ts';
import type { StatementHandler } from '../handler.ts';

export const tryStatement: StatementHandler<'try'> = (flow, statement) => {
  const { body, handler, finalizer, span } = statement;
  const guarded = (): void => {
    if (!handler) return flow.statements(body);
    flow.withCatch(
      () => flow.statements(body),
      () => caught(flow, handler, span),
    );
  };
  if (finalizer) flow.withFinally(() => flow.statements(finalizer), guarded, span);
  else guarded();
};

function caught(flow: FunctionFlow, { local, body }: CatchClause, span: Span): void {
  flow.scoped(() => {
    if (local) flow.declareNew(local, flow.caughtError(span), span);
    flow.statementsOfScope(body);
  }, body);
}
