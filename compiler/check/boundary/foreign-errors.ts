// Errors that have come from JavaScript: when they go back they are the same (`runtime/library/host.ts`).
import { HOST_EXPORTS } from '../../program/crossing.ts';
import { ERROR_CLASSES, OPTIONAL_ERROR } from '../../program/error-classes.ts';
import type { CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { INT_TYPES, VOID } from '../../program/types.ts';
import { conditional, isize, once, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { hiddenVariable } from './hidden-variable.ts';
import { errorCode, instanceAt } from './instances.ts';
import type { Words } from './library-calls.ts';
import { madeFunction, madeOf } from './made-function.ts';
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
    const given = readLocal(error, span);
    const own = words(span, at.context);
    const isRaw = callLibrary(['host', 'leavesAsItIs'], [own], at.node, at.context);
    const code = conditional(isRaw, isize(0, span), errorCode(given, at), span);
    const values = [own, recentErrors(at), given, code];
    const value = callLibrary(['host', 'markForeign'], values, at.node, at.context);
    return madeOf(signature, value, span);
  });
}

/** What the glue asks of the errors of exported classes, by the names of their exports. */
export function errorFunctions(at: At): readonly (readonly [string, CheckedFunction])[] {
  const span = at.context.span(at.node);
  const { made } = at.context;
  const place: Local = { name: 'place', type: INT_TYPES.isize, mutable: false };
  const object = instanceAt(readLocal(place, span), ERROR_CLASSES.Error, at);
  const raise = made.once('an error is thrown by its place', () =>
    madeFunction(
      { id: 'an error is thrown by its place', parameters: [place], result: VOID },
      [{ kind: 'throw-object', object, span }],
      span,
    ),
  );
  const cause = made.once('the cause of an error', () => {
    const field = { kind: 'property', object, field: 'cause' } as const;
    const value = once('cause', readPlace(field, OPTIONAL_ERROR, span), at.context, (kept) =>
      conditional(isPresent(kept, span), errorCode(unwrap(kept, span), at), isize(0, span), span),
    );
    const signature = { id: 'the cause of an error', parameters: [place], result: INT_TYPES.isize };
    return madeOf(signature, value, span);
  });
  return [
    [HOST_EXPORTS.raise, raise],
    [HOST_EXPORTS.cause, cause],
  ];
}
