// Temporaries of desugaring: each value in order, then the body.
import type { ExpressionHandler } from '../handler.ts';
import { bindLet } from '../let-bindings.ts';

export const letExpression: ExpressionHandler<'let'> = (flow, { bindings, body }) =>
  flow.scoped(() => {
    bindLet(flow, bindings);
    return flow.expression(body);
  });
