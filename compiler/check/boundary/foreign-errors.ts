// Errors that have come from JavaScript: when they go back they are the same (`runtime/library/host.ts`).
import type { Expression } from '../../program/nodes.ts';
import { callLibrary } from '../calls/generic.ts';
import { hiddenVariable } from './hidden-variable.ts';
import type { Words } from './library-calls.ts';
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
export const markForeign = (error: Expression, at: At): Expression =>
  callLibrary(
    ['host', 'markForeign'],
    [words(at.context.span(at.node), at.context), recentErrors(at), error],
    at.node,
    at.context,
  );
