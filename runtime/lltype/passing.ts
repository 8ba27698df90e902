// How values travel in calls of C: what the descriptions of the platforms' ABIs (`system-v.ts`, `aapcs64.ts`) have in common.
import { alignOf, fieldPlace, sizeOf } from './layout.ts';
import type { LowLevelType, MachineType } from './types.ts';

/** Bytes of a structure that travel as one operand. */
export interface Piece {
  /** LLVM's type: of one register, or an array of those that follow each other. */
  readonly type: string;
  readonly offset: number;
  /** Of `type`: may be more than the structure has from there on. */
  readonly bytes: number;
}

export type Passed =
  | {
      readonly kind: 'scalar';
      readonly type: string;
      /** What the ABI says of the bits around a narrow integer. */
      readonly attribute: string;
    }
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'memory'; readonly size: number; readonly align: number }
  | { readonly kind: 'nothing' };

export interface CAbi {
  /** LLVM's type of `long double`. */
  readonly longDouble: 'x86_fp80' | 'fp128';
  /** An argument in memory: it lies among the arguments, or is the address of a copy that is the callee's. */
  readonly inMemory: 'among arguments' | 'by address';
  /** As a result, or as the first argument. */
  readonly classify: (type: LowLevelType) => Passed;
  /** Asked for each argument of a call in order: how it travels. `result`: how that does. */
  readonly arguments: (result: Passed) => (type: LowLevelType) => Passed;
}

/** A number or address inside a structure. */
export interface Leaf {
  readonly offset: number;
  readonly size: number;
  readonly align: number;
  readonly machine: MachineType;
}

const ADDRESS_SIZE = 8;

export function leavesOf(type: LowLevelType, offset: number): readonly Leaf[] {
  switch (type.kind) {
    case 'struct':
      return type.fields.flatMap(({ name }): readonly Leaf[] => {
        const place = fieldPlace(type, name);
        if (!place.bits) return leavesOf(place.type, offset + place.offset);
        const first = offset + place.offset + Math.floor(place.bits.shift / 8);
        const last =
          offset + place.offset + Math.floor((place.bits.shift + place.bits.width - 1) / 8);
        return [bytesAt(first), bytesAt(last)];
      });
    case 'fixed-array':
      return Array.from({ length: type.count }, (_, index) =>
        leavesOf(type.item, offset + index * sizeOf(type.item)),
      ).flat();
    case 'opaque':
      return Array.from({ length: type.size ?? 0 }, (_, index) => bytesAt(offset + index));
    case 'primitive':
      return [{ offset, size: sizeOf(type), align: alignOf(type), machine: type.machine }];
    default:
      return [{ offset, size: ADDRESS_SIZE, align: ADDRESS_SIZE, machine: 'u64' }];
  }
}

const bytesAt = (offset: number): Leaf => ({ offset, size: 1, align: 1, machine: 'u8' });
