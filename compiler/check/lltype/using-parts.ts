// What `using x = rffi.scoped_…(…)` becomes.
import type { Expression, Local } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';

export interface UsingParts {
  readonly value: Expression;
  /** The type of the declared name; `value` is of it. */
  readonly type: RtsType;
  /** The expression that frees it, on the declared local. */
  readonly dispose: (local: Local) => Expression;
}
