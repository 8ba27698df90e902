// A function that only raises: what an expression calls where its value is an error. One for each id in the program.
import type { CheckedFunction, ErrorName } from '../program/nodes.ts';
import { NEVER, STRING } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { Context } from './context.ts';
import { constant } from './numbers/literal.ts';

export interface Raised {
  readonly id: string;
  /** For stack traces. */
  readonly name: string;
  readonly error: ErrorName;
  readonly message: string;
}

export const raisingFunction = (
  { id, name, error, message }: Raised,
  span: Span,
  context: Context,
): CheckedFunction =>
  context.made.raising(id, () => ({
    id,
    name,
    parameters: [],
    closure: null,
    captures: [],
    self: null,
    result: NEVER,
    body: [{ kind: 'throw', error, message: constant(STRING, message, span), span }],
    span,
    extent: span,
    documentation: '',
  }));
