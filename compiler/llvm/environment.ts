// Where the module-level variables lie behind the environment's structure: an offset for each low value of each one.
import type llvm from 'llvm-bindings';
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import type { GlobalVariable } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';

import { isTraced, storedBytes } from './heap/layout.ts';
import { offsetName } from './parts/names.ts';
import type { ModuleWriter } from './writer.ts';

export interface GlobalPart {
  readonly type: RtsType;
  readonly offset: number;
}

export interface EnvironmentLayout {
  readonly parts: ReadonlyMap<string, readonly GlobalPart[]>;
  readonly bytes: number;
}

/**
 * Where a part of a variable lies. In a program that is compiled in parts, the program's own object says it, when all modules are known.
 * Emitted where the builder stands.
 */
export function globalOffset(
  id: string,
  index: number,
  { parts }: EnvironmentLayout,
  writer: ModuleWriter,
): llvm.Value {
  if (writer.unit.part) return writer.programConstant(offsetName(id, index), 64);
  const part = parts.get(id)?.[index];
  if (!part) throw new InternalError(`no part ${index} of the variable ${id}`);
  return writer.constants.int(64, part.offset);
}

export function layoutEnvironment(globals: readonly GlobalVariable[]): EnvironmentLayout {
  const parts = new Map<string, readonly GlobalPart[]>();
  let end = 0;
  for (const { id, type } of globals) {
    parts.set(
      id,
      representation(type).map((part) => {
        const size = storedBytes(part);
        const offset = Math.ceil(end / size) * size;
        end = offset + size;
        return { type: part, offset };
      }),
    );
  }
  return { parts, bytes: end };
}

/** Offsets of the references: the roots that the collector looks at. */
export const rootOffsets = ({ parts }: EnvironmentLayout): readonly number[] =>
  [...parts.values()]
    .flat()
    .filter(({ type }) => isTraced(type))
    .map(({ offset }) => offset);
