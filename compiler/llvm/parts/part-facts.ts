// The facts of a module whose LLVM module is complete.
import { InternalError } from '../../graph/internal-error.ts';
import { representation } from '../../graph/representation.ts';
import type { Unit } from '../../graph/unit.ts';
import type { GlobalVariable } from '../../program/nodes.ts';
import { isView, viewedBytes } from '../boundary/viewed-bytes.ts';
import { isTraced, storedBytes } from '../heap/layout.ts';
import type { ModuleWriter } from '../writer.ts';
import type { GlobalFacts, PartFacts } from './facts.ts';
import { OpenTypes } from './open-types.ts';

export function partFacts({ globals, initializer, part }: Unit, { heap }: ModuleWriter): PartFacts {
  if (!part || !(heap instanceof OpenTypes)) throw new InternalError('the unit is no part');
  const { tellsFields } = part;
  return { ...heap.facts(), globals: globals.map(globalFacts), initializer, tellsFields };
}

const globalFacts = ({ id, type, constant, isOwn }: GlobalVariable): GlobalFacts => ({
  id,
  parts: representation(type).map((part) => ({
    bytes: storedBytes(part),
    isTraced: isTraced(part),
  })),
  isString: type.kind === 'string' && constant === null,
  viewedBytes: isView(type) && !isOwn ? viewedBytes(type) : 0,
});
