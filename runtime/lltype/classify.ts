// Low-level type → how C passes a value of it: in which registers, or in memory (System V x86-64 ABI 3.2.3).
import { alignOf, fieldPlace, sizeOf } from './layout.ts';
import type { LowLevelType, MachineType } from './types.ts';

/** Where a value lies in registers: `x87` results only. */
type RegisterClass = 'integer' | 'sse' | 'x87';

/** Bytes of a structure that travel in one register. */
export interface Piece {
  /** LLVM's type. */
  readonly type: string;
  readonly offset: number;
  readonly class: RegisterClass;
}

export type Passed =
  | {
      readonly kind: 'scalar';
      readonly type: string;
      /** The caller extends integers narrower than 32 bits, as compilers do it. */
      readonly attribute: string;
      readonly class: RegisterClass;
    }
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'memory'; readonly size: number; readonly align: number }
  | { readonly kind: 'nothing' };

const scalar = (type: string, attribute = '', of: RegisterClass = 'integer'): Passed => ({
  kind: 'scalar',
  type,
  attribute,
  class: of,
});

const MACHINE: { readonly [M in MachineType]: Passed } = {
  i8: scalar('i8', 'signext'),
  u8: scalar('i8', 'zeroext'),
  bool: scalar('i1', 'zeroext'),
  i16: scalar('i16', 'signext'),
  u16: scalar('i16', 'zeroext'),
  i32: scalar('i32'),
  u32: scalar('i32'),
  i64: scalar('i64'),
  u64: scalar('i64'),
  f32: scalar('float', '', 'sse'),
  f64: scalar('double', '', 'sse'),
  f80: scalar('x86_fp80', '', 'x87'),
  void: { kind: 'nothing' },
};

const POINTER = scalar('i8*');
const EIGHTBYTE = 8;
/** Structures of more bytes travel in memory. */
const MOST = 16;

export function classify(type: LowLevelType): Passed {
  if (type.kind === 'primitive') return MACHINE[type.machine];
  if (type.kind === 'ptr' || type.kind === 'func' || type.kind === 'array') return POINTER;
  return classifyBytes(type);
}

/** A number or address inside a structure; `f80` with others makes it travel in memory. */
interface Leaf {
  readonly offset: number;
  readonly size: number;
  readonly align: number;
  readonly machine: MachineType;
}

function classifyBytes(type: LowLevelType): Passed {
  const [size, align] = [sizeOf(type), Math.max(alignOf(type), EIGHTBYTE)];
  const leaves = leavesOf(type, 0);
  // One alone is a result in st(0). Arguments of it are on the stack.
  if (size === MOST && leaves.length === 1 && leaves[0]?.machine === 'f80')
    return { kind: 'pieces', pieces: [{ type: 'x86_fp80', offset: 0, class: 'x87' }] };
  const isUnfit = leaves.some(
    ({ offset, align: wanted, machine }) => offset % wanted !== 0 || machine === 'f80',
  );
  if (size > MOST || isUnfit) return { kind: 'memory', size, align };
  const pieces: Piece[] = [];
  for (let offset = 0; offset < size; offset += EIGHTBYTE) {
    const inside = leaves.filter(
      (leaf) => Math.floor(leaf.offset / EIGHTBYTE) * EIGHTBYTE === offset,
    );
    if (inside.length > 0) pieces.push(pieceOf(inside, offset, Math.min(EIGHTBYTE, size - offset)));
  }
  return pieces.length === 0 ? { kind: 'nothing' } : { kind: 'pieces', pieces };
}

function pieceOf(leaves: readonly Leaf[], offset: number, bytes: number): Piece {
  const isFloat = leaves.every(({ machine }) => machine === 'f32' || machine === 'f64');
  if (!isFloat) return { type: `i${bytes * 8}`, offset, class: 'integer' };
  if (leaves.some(({ machine }) => machine === 'f64'))
    return { type: 'double', offset, class: 'sse' };
  return { type: bytes > 4 ? '<2 x float>' : 'float', offset, class: 'sse' };
}

function leavesOf(type: LowLevelType, offset: number): readonly Leaf[] {
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
      return [{ offset, size: EIGHTBYTE, align: EIGHTBYTE, machine: 'u64' }];
  }
}

const bytesAt = (offset: number): Leaf => ({ offset, size: 1, align: 1, machine: 'u8' });

/** What is left of the registers for arguments. */
export interface Registers {
  integer: number;
  sse: number;
}

export const argumentRegisters = (result: Passed): Registers => ({
  // The address of a result in memory is the first argument.
  integer: result.kind === 'memory' ? 5 : 6,
  sse: 8,
});

/** How the next argument travels: a structure goes into registers whole or not at all. */
export function nextArgument(type: LowLevelType, left: Registers): Passed {
  const passed = classify(type);
  if (passed.kind === 'scalar') {
    if (passed.class !== 'x87') left[passed.class] = Math.max(0, left[passed.class] - 1);
    return passed;
  }
  if (passed.kind !== 'pieces') return passed;
  const count = (wanted: Piece['class']): number =>
    passed.pieces.filter((piece) => piece.class === wanted).length;
  if (count('x87') > 0 || count('integer') > left.integer || count('sse') > left.sse)
    return { kind: 'memory', size: sizeOf(type), align: Math.max(alignOf(type), EIGHTBYTE) };
  left.integer -= count('integer');
  left.sse -= count('sse');
  return passed;
}
