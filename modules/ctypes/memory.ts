// Memory of ctypes objects: a block that JavaScript owns, or what lies at an address. All that is read of C's memory passes through here.
import { addressOf } from '../_ffi/addresses.ts';
import { copy, TRANSFER_ADDRESS } from '../_ffi/copy.ts';
import { FETCH } from '../_ffi/fetch.ts';
import { F64, FETCH_ADDRESS, TRANSFER } from '../_ffi/frame.ts';

/** Where a value on its way from or to C's memory is seen: where `_ffi` sees it. */
export const PASSAGE = new DataView(F64.buffer, 8 * TRANSFER, 16);

/** One for all objects that lie in the same block. */
export class Memory {
  /** What the block's pointers point to, by their place: it must live as long as they do. */
  keep: Map<number, unknown> | null = null;
  /** What must live as long as the memory itself. */
  readonly owner: unknown;
  /** Of a block that JavaScript owns: where it begins in its view, and how long it is. */
  start = 0;
  size = 0;

  constructor(owner: unknown = null) {
    this.owner = owner;
  }

  keepAt(place: number, what: unknown): void {
    if (what !== undefined && what !== null) (this.keep ??= new Map()).set(place, what);
    else this.keep?.delete(place);
  }
}

/** A place in memory: of `view`, or where that is null, an address. */
export interface Located {
  readonly $view: DataView | null;
  readonly $at: number;
}

export const allocate = (size: number): DataView => new DataView(new ArrayBuffer(size));

const SLAB_SIZE = 16384;
const MOST_SHARED = 512;
let slab = allocate(SLAB_SIZE);
let used = 0;

/** A new block, all zero. Small ones lie together, because an ArrayBuffer for each takes microseconds. */
export function newBlock(size: number, memory: Memory): DataView {
  memory.size = size;
  if (size > MOST_SHARED) return allocate(size);
  if (used + size > SLAB_SIZE) nextSlab();
  memory.start = used;
  used += (size + 15) & -16;
  return slab;
}

/** Apart, so that what V8 puts into the callers of `newBlock` is small. */
function nextSlab(): void {
  slab = allocate(SLAB_SIZE);
  used = 0;
}

export function addressAt({ $view: view, $at: at }: Located, offset = 0): number {
  return view === null ? at + offset : addressOf(view) + at + offset;
}

/** C's memory → the passage. */
export function fetch(address: number, size: number): void {
  copy(TRANSFER_ADDRESS, address, size);
}

/** The same for one size. */
export function fetchOf(size: number): (address: number) => void {
  const call = (FETCH as { readonly [size: number]: (() => void) | undefined })[size];
  if (!call) return (address) => fetch(address, size);
  return (address) => {
    F64[FETCH_ADDRESS] = address;
    call();
  };
}

/** The passage → C's memory. */
export function put(address: number, size: number): void {
  copy(address, TRANSFER_ADDRESS, size);
}

/** A copy of `size` bytes. */
export function bytesAt(place: Located, offset: number, size: number): Uint8Array {
  const { $view: view, $at: at } = place;
  const bytes = new Uint8Array(new ArrayBuffer(size));
  if (size === 0) return bytes;
  if (view === null) copy(addressOf(bytes), at + offset, size);
  else bytes.set(new Uint8Array(view.buffer, view.byteOffset + at + offset, size));
  return bytes;
}

export function setBytesAt(place: Located, offset: number, bytes: Uint8Array): void {
  const { $view: view, $at: at } = place;
  if (bytes.length === 0) return;
  if (view === null) copy(at + offset, addressOf(bytes), bytes.length);
  else new Uint8Array(view.buffer, view.byteOffset + at + offset, bytes.length).set(bytes);
}
