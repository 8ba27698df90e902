// Ops that raise → what has to hold so that they do not, where that can be told before the loop starts.
import type { Op, Value } from '../../graph/graph.ts';
import { definingOp, type Structure } from '../ranges/structure.ts';
import { signedSource } from '../ranges/branches.ts';
import { INT_TYPES } from '../../program/types.ts';

export type Requirement =
  /** 0 <= index < limit, or <= limit. */
  | {
      readonly kind: 'range';
      readonly index: Value;
      readonly limit: Value;
      readonly isStrict: boolean;
    }
  | { readonly kind: 'true'; readonly condition: Value }
  | { readonly kind: 'nonzero'; readonly value: Value };

/** null: the op is no check. */
export function requirementOf(op: Op, structure: Structure): Requirement | null {
  const [a, b] = op.args;
  if (op.name === 'check_index' && a && b) {
    return { kind: 'range', index: a, limit: b, isStrict: true };
  }
  if (op.name === 'check_nonzero' && a?.type.kind === 'int') return { kind: 'nonzero', value: a };
  if (op.name !== 'check' || !a) return null;
  return unsignedRange(a, structure) ?? { kind: 'true', condition: a };
}

/** 0 <= a < b as one comparison of unsigned forms: follows from the signed one. */
function unsignedRange(condition: Value, structure: Structure): Requirement | null {
  const op = definingOp(structure, condition);
  const [a, b] = op?.args ?? [];
  if ((op?.name !== 'int_lt' && op?.name !== 'int_le') || !a || !b) return null;
  const [index, limit] = [signedSource(a, structure), signedSource(b, structure)];
  if (index?.type !== INT_TYPES.isize || limit?.type !== INT_TYPES.isize) return null;
  return { kind: 'range', index, limit, isStrict: op.name === 'int_lt' };
}
