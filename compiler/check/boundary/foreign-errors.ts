// Errors that have come from JavaScript: when they go back they are the same (`runtime/library/host.ts`).
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { VOID } from '../../program/types.ts';
import { readLocal } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { hiddenVariable } from './hidden-variable.ts';
import type { Words } from './library-calls.ts';
import { madeOf } from './made-function.ts';
import { words } from './words.ts';

type At = Pick<Words, 'node' | 'context'>;

const RECENT = {};

export const recentErrors = (at: At): Expression =>
  hiddenVariable(
    RECENT,
    'errors of JavaScript',
    () => callLibrary(['host', 'noErrors'], [], at.node, at.context),
    at,
  );

/** Says whether an error that leaves is one of them. */
export function leavingFunction(at: At): CheckedFunction {
  const span = at.context.span(at.node);
  const error: Local = { name: 'error', type: ERROR_CLASSES.Error, mutable: false };
  const signature = { id: 'an error leaves', parameters: [error], result: VOID };
  return at.context.made.once(signature.id, () => {
    const values = [words(span, at.context), recentErrors(at), readLocal(error, span)];
    const value = callLibrary(['host', 'markForeign'], values, at.node, at.context);
    return madeOf(signature, value, span);
  });
}
