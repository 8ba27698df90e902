// A loop over an iterator, which is closed wherever the loop is left before its end (ECMA-262 7.4.11 IteratorClose).
import type { Expression, Local, Statement } from '../../program/nodes.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import { BOOLEAN } from '../../program/types.ts';
import { assign, readLocal } from '../build.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';

/** `close` runs unless the loop came to its end or the iterator itself threw. What the loop throws is more than what closing throws. */
export function closing(loop: Statement, close: Statement, context: Context): Statement {
  const { span } = loop;
  if (loop.kind !== 'loop') return loop;
  const open = context.temporary('open', BOOLEAN, true);
  const set = (value: boolean): Expression =>
    assign({ kind: 'local', local: open }, constant(BOOLEAN, value, span), span);
  const effect = (expression: Expression): Statement => ({ kind: 'expression', expression, span });
  const error: Local = { name: 'error', type: ERROR_CLASSES.Error, mutable: false };
  const closeIfOpen = (body: Statement[]): Statement => ({
    kind: 'if',
    test: readLocal(open, span),
    whenTrue: body,
    whenFalse: [],
    span,
  });
  const silently: Statement = {
    kind: 'try',
    body: [effect(set(false)), close],
    handler: { local: null, body: [] },
    finalizer: null,
    span,
  };
  // Open while the body has the item: not while the iterator looks for the next one.
  const inside: Statement = {
    ...loop,
    body: [effect(set(true)), ...loop.body],
    update: set(false),
  };
  return {
    kind: 'block',
    body: [
      { kind: 'declare', local: open, value: constant(BOOLEAN, false, span), span },
      {
        kind: 'try',
        body: [inside],
        handler: {
          local: error,
          body: [
            closeIfOpen([silently]),
            { kind: 'throw-object', object: readLocal(error, span), span },
          ],
        },
        finalizer: [closeIfOpen([close])],
        span,
      },
    ],
    span,
  };
}
