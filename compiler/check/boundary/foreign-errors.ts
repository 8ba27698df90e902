// Errors that have come from JavaScript: when they go back they are the same (`runtime/library/host.ts`).
import { HOST_EXPORTS } from '../../program/crossing.ts';
import { ERROR_CLASSES, OPTIONAL_ERROR } from '../../program/error-classes.ts';
import type { CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { F64, INT_TYPES, VOID } from '../../program/types.ts';
import { compare, conditional, isize, letIn, once, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { convertNumber } from '../numbers/convert-number.ts';
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

/** Of an export: where one side knows errors of the other. */
export const leavingOf = (at: At): { readonly leaving?: CheckedFunction } =>
  at.context.classes.knowsErrors ? { leaving: leavingFunction(at) } : {};

/** An error that is a value, from the words. */
export function takeError(at: Words): Expression {
  const span = at.context.span(at.node);
  const number = callLibrary(
    ['boundary', 'takeNumber'],
    [at.words, at.cursor],
    at.node,
    at.context,
  );
  const code: Local = { name: 'code', type: INT_TYPES.isize, mutable: false };
  const given = readLocal(code, span);
  const others = [at.words, at.cursor, recentErrors(at), given];
  const value = conditional(
    compare('>', given, isize(0, span), span),
    instanceAt(given, ERROR_CLASSES.Error, at),
    callLibrary(['host', 'takeError'], others, at.node, at.context),
    span,
  );
  return letIn([{ local: code, value: convertNumber(number, INT_TYPES.isize, span) }], value, span);
}

/** Into the words. */
export const giveError = (error: Expression, at: Words): Expression =>
  once('error', error, at.context, (kept) => {
    const values = [at.words, at.cursor, recentErrors(at), kept, errorCode(kept, at)];
    return callLibrary(['host', 'giveError'], values, at.node, at.context);
  });

const markOf = (error: Expression, at: At): Expression =>
  once('error', error, at.context, (kept) =>
    callLibrary(
      ['host', 'markOf'],
      [recentErrors(at), kept, errorCode(kept, at)],
      at.node,
      at.context,
    ),
  );

/** What the glue asks of the errors of exported classes, by the names of their exports. */
export function errorFunctions(at: At): readonly (readonly [string, CheckedFunction])[] {
  const span = at.context.span(at.node);
  const { made } = at.context;
  const place: Local = { name: 'place', type: INT_TYPES.isize, mutable: false };
  const given = readLocal(place, span);
  const object = conditional(
    compare('>', given, isize(0, span), span),
    instanceAt(given, ERROR_CLASSES.Error, at),
    callLibrary(['host', 'errorAt'], [recentErrors(at), given], at.node, at.context),
    span,
  );
  const raise = made.once('an error is thrown by its place', () =>
    madeFunction(
      { id: 'an error is thrown by its place', parameters: [place], result: VOID },
      [{ kind: 'throw-object', object, span }],
      span,
    ),
  );
  const cause = made.once('the cause of an error', () => {
    const own = instanceAt(given, ERROR_CLASSES.Error, at);
    const field = { kind: 'property', object: own, field: 'cause' } as const;
    const value = once('cause', readPlace(field, OPTIONAL_ERROR, span), at.context, (kept) =>
      conditional(
        isPresent(kept, span),
        markOf(unwrap(kept, span), at),
        constant(F64, 0, span),
        span,
      ),
    );
    const signature = { id: 'the cause of an error', parameters: [place], result: F64 };
    return madeOf(signature, value, span);
  });
  return [
    [HOST_EXPORTS.raise, raise],
    [HOST_EXPORTS.cause, cause],
  ];
}
