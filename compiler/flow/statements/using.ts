// `using`: its `dispose` runs on every way out of the body.
import type { StatementHandler } from '../handler.ts';

export const usingStatement: StatementHandler<'using'> = (
  flow,
  { local, value, dispose, body },
) => {
  flow.scoped(() => {
    flow.declare(local, flow.expression(value));
    flow.withCleanup(
      () => void flow.expression(dispose),
      () => flow.statements(body),
    );
  }, body);
};
