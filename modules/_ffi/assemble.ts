// Instructions with labels between them → bytes.
import { half } from './little-endian.ts';

/** Bytes, a place, or a jump to one. */
export type Piece = readonly number[] | { readonly label: string } | Jump;

interface Jump {
  readonly opcode: readonly number[];
  readonly to: string;
}

const jump =
  (...opcode: number[]) =>
  (to: string): Piece => ({ opcode, to });

export const je = jump(0x0f, 0x84);
export const jne = jump(0x0f, 0x85);
export const ja = jump(0x0f, 0x87);
export const js = jump(0x0f, 0x88);
export const jmp = jump(0xe9);
export const label = (name: string): Piece => ({ label: name });

const isBytes = (piece: Piece): piece is readonly number[] => Array.isArray(piece);
/** Jumps have four bytes for the distance. */
const sizeOf = (piece: Piece): number =>
  isBytes(piece) ? piece.length : 'label' in piece ? 0 : piece.opcode.length + 4;

export function assemble(pieces: readonly Piece[]): number[] {
  const labels = new Map<string, number>();
  let at = 0;
  for (const piece of pieces) {
    if ('label' in piece) labels.set(piece.label, at);
    at += sizeOf(piece);
  }
  at = 0;
  return pieces.flatMap((piece) => {
    at += sizeOf(piece);
    if (isBytes(piece)) return [...piece];
    if ('label' in piece) return [];
    const to = labels.get(piece.to);
    if (to === undefined) throw new Error(`there is no label ${piece.to}`);
    return [...piece.opcode, ...half(to - at)];
  });
}
