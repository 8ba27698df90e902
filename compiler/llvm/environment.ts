// Where the module-level variables lie behind the environment's structure: an offset for each low value of each one.
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import type { GlobalVariable } from '../program/nodes.ts';
import { typeName, type RtsType } from '../program/types.ts';

export interface GlobalPart {
  readonly type: RtsType;
  readonly offset: number;
}

export interface EnvironmentLayout {
  readonly parts: ReadonlyMap<string, readonly GlobalPart[]>;
  readonly bytes: number;
}

export function layoutEnvironment(globals: readonly GlobalVariable[]): EnvironmentLayout {
  const parts = new Map<string, readonly GlobalPart[]>();
  let end = 0;
  for (const { id, type } of globals) {
    parts.set(
      id,
      representation(type).map((part) => {
        const size = storedSize(part);
        const offset = Math.ceil(end / size) * size;
        end = offset + size;
        return { type: part, offset };
      }),
    );
  }
  return { parts, bytes: end };
}

/** Also the alignment. */
function storedSize(type: RtsType): number {
  switch (type.kind) {
    case 'int':
      return type.bits / 8;
    case 'float':
      return type.name === 'f32' ? 4 : 8;
    case 'boolean':
      return 1;
    case 'address':
    case 'string':
    case 'object':
    case 'array':
    case 'function':
      return 8;
    default:
      throw new InternalError(`a global holds a ${typeName(type)}`);
  }
}
