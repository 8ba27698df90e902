// An expression that only raises: the call of a function that is made for it, one for each id in the program.
import type { ErrorName, Expression } from '../program/nodes.ts';
import { NEVER, STRING } from '../program/types.ts';
import { sequence } from './build.ts';
import type { Context } from './context.ts';
import { constant } from './numbers/literal.ts';

export interface Raised {
  readonly id: string;
  /** For stack traces. */
  readonly name: string;
  readonly error: ErrorName;
  readonly message: string;
}

/** `never`: what stands for its value, of the type that is wanted there. */
export function raising(
  { id, name, error, message }: Raised,
  never: Expression,
  context: Context,
): Expression {
  const { span } = never;
  const callee = context.made.once(id, () => ({
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
  return sequence([{ kind: 'call', callee, arguments: [], type: NEVER, span }], never, span);
}
