// Does a call of this unit ever leave memory behind that must be freed when it ends? Most units do not, and their wrappers are shorter.
import type { OpName } from '../../graph/ops.ts';
import type { Unit } from '../../graph/unit.ts';
import { reversePostorder } from '../../graph/walk.ts';
import type { RtsType } from '../../program/types.ts';

/** The ops that allocate blocks, or hand retained strings over to the end of the call. */
const OPS: ReadonlySet<OpName> = new Set(['scratch_alloc', 'runtime_call', 'string_retain']);

export function usesCallMemory(unit: Unit): boolean {
  const takesString = unit.exports.some(
    (item) =>
      item.kind === 'function' && item.parameters.some(({ inputType }) => holdsString(inputType)),
  );
  return (
    takesString ||
    [...unit.graphs.values()].some((graph) =>
      reversePostorder(graph).some(({ ops }) => ops.some(({ name }) => OPS.has(name))),
    )
  );
}

export const holdsString = (type: RtsType): boolean =>
  type.kind === 'string' || (type.kind === 'nullable' && type.base.kind === 'string');
