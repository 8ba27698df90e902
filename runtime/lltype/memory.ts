// Raw memory, untranslated: blocks of bytes with their histories, so that every access to freed or foreign memory is found (RPython's lltype
// emulation and leakfinder.py). Blocks lie at their real addresses, between guards, so that C can be handed them.
import { nativeFfi } from '../native.ts';
import { callSite, sitesOf } from './call-site.ts';
import { showBlocks } from './leaks.ts';

/** One block. `bytes` is null once it is freed. */
export interface Block {
  /** Address of its first byte. */
  readonly base: number;
  readonly size: number;
  /** How messages name it. */
  readonly description: string;
  bytes: DataView | null;
  /** For each byte 1 once it has been written, and 2 once that was an immutable field; null where all count as written. */
  readonly written: Uint8Array | null;
  /** False for memory that JavaScript owns (a typed array's). */
  readonly mallocked: boolean;
  /** Prebuilt memory once it is made: what the compiled module has in its read-only data. */
  readonly constant?: boolean;
  /** With its guards. Kept while a dangling pointer to it is to be known. */
  readonly buffer: ArrayBuffer | null;
  /** No leak: it is meant to stay. */
  immortal?: boolean;
  /** Of JavaScript's memory that is no longer shown: as long as it is here, nothing else gets the address. */
  held?: ArrayBufferLike;
  readonly allocatedAt: Error | null;
  freedAt: Error | null;
}

const GUARD = 32;
const GUARD_BYTE = 0xa5;
const GAP = 64;
const FIRST_ADDRESS = 0x10000;
/** Freed blocks are kept up to so many bytes and blocks; then the oldest may be given out again. */
const MOST_BYTES = 1 << 26;
const MOST_BLOCKS = 1 << 16;
const MOST_CONCEALED = 256;

/** In order of their addresses, freed ones included. */
const blocks: Block[] = [];
/** Of JavaScript's memory, newest last: they may overlap. */
const exposed: Block[] = [];
const concealed: Block[] = [];
const freed: Block[] = [];
let freedBytes = 0;
let concealedBytes = 0;
let nextAddress = FIRST_ADDRESS;

/** A new block of C's memory. */
export function allocate(size: number, description: string, zero: boolean): Block {
  if (!Number.isSafeInteger(size) || size < 0 || size > 2 ** 32)
    throw new RangeError('out of memory');
  const buffer = guarded(size);
  const bytes = new DataView(buffer, GUARD, size);
  return place({
    size,
    description,
    bytes,
    written: new Uint8Array(size).fill(zero ? 1 : 0),
    mallocked: true,
    buffer,
  });
}

function guarded(size: number): ArrayBuffer {
  const buffer = new ArrayBuffer(size + 2 * GUARD);
  new Uint8Array(buffer, 0, GUARD).fill(GUARD_BYTE);
  new Uint8Array(buffer, GUARD + size).fill(GUARD_BYTE);
  return buffer;
}

/** Stands for arrays without elements, which have no address of their own. */
const NOTHING = new Uint8Array(1);

/** Gives bytes that JavaScript owns an address. */
export function expose(array: ArrayBufferView, description: string): Block {
  const bytes = new DataView(array.buffer, array.byteOffset, array.byteLength);
  const size = array.byteLength;
  const parts = { size, description, bytes, written: null, mallocked: false, buffer: null };
  const native = nativeFfi();
  if (!native) return place(parts);
  const shown = size === 0 ? NOTHING : new Uint8Array(array.buffer, array.byteOffset, size);
  const base = native.address_of(shown);
  const block = { ...parts, base, allocatedAt: callSite(), freedAt: null };
  exposed.push(block);
  return block;
}

/** Of C's memory whose length somebody has declared, newest last. */
const bounded: Bounds[] = [];

interface Bounds {
  readonly base: number;
  readonly size: number;
  readonly description: string;
  readonly declaredAt: Error | null;
}

/** Until what it gives is called, pointers to the `size` bytes at `base` reach no further. */
export function bound(base: number, size: number, description: string): () => void {
  const bounds = { base, size, description, declaredAt: callSite() };
  bounded.push(bounds);
  return () => void bounded.splice(bounded.indexOf(bounds), 1);
}

/** Throws where a pointer to C's memory is used beyond the length that was declared. */
export function requireBounds(pointer: number, address: number, size: number): void {
  const found = bounded.findLast(({ base, size: all }) => pointer >= base && pointer <= base + all);
  if (!found || (address >= found.base && address + size <= found.base + found.size)) return;
  const { base, size: all, description, declaredAt } = found;
  throw new RangeError(
    `access to ${size} bytes at offset ${address - base} of ${description} of ${all} bytes${sitesOf({ allocatedAt: declaredAt, freedAt: null })}`,
  );
}

/** Bytes that nothing writes any more. */
export function freeze(bytes: DataView, description: string): Block {
  const size = bytes.byteLength;
  const buffer = guarded(size);
  const own = new Uint8Array(buffer, GUARD, size);
  own.set(new Uint8Array(bytes.buffer, bytes.byteOffset, size));
  const copy = new DataView(buffer, GUARD, size);
  const parts = { size, description, bytes: copy, written: null, mallocked: false, buffer };
  return place({ ...parts, constant: true });
}

/** Takes the address back; the bytes stay JavaScript's. */
export function conceal(block: Block): void {
  const { bytes } = block;
  block.bytes = null;
  block.freedAt = callSite();
  const index = exposed.indexOf(block);
  if (index < 0 || !bytes) return;
  exposed.splice(index, 1);
  block.held = bytes.buffer;
  concealed.push(block);
  concealedBytes += bytes.buffer.byteLength;
  while (concealed.length > MOST_CONCEALED || concealedBytes > MOST_BYTES)
    concealedBytes -= concealed.shift()?.held?.byteLength ?? 0;
}

/** C's free. Throws for an address that `allocate` did not give, and for one that is freed already. */
export function release(address: number): void {
  const block = blockAt(address);
  if (!block || !block.mallocked)
    throw new Error(
      `free of a pointer that lltype.malloc did not give${block ? `: ${block.description}${sitesOf(block)}` : ''}`,
    );
  if (!block.bytes) throw new Error(`double free of ${block.description}${sitesOf(block)}`);
  if (block.base !== address) {
    throw new Error(`free of a pointer into the middle of ${block.description}${sitesOf(block)}`);
  }
  checkGuards(block);
  block.bytes = null;
  block.freedAt = callSite();
  freed.push(block);
  freedBytes += block.size;
  while (freedBytes > MOST_BYTES || freed.length > MOST_BLOCKS) forgetOldest();
}

function forgetOldest(): void {
  const oldest = freed.shift();
  if (!oldest) return;
  freedBytes -= oldest.size;
  blocks.splice(indexOf(oldest.base), 1);
}

/** Throws where C has written beside the block. */
export function checkGuards(block: Block): void {
  const { buffer, size, description } = block;
  if (!buffer || !nativeFfi()) return;
  const bytes = new Uint8Array(buffer);
  for (let i = 0; i < GUARD; i++) {
    const before = bytes[GUARD - 1 - i] !== GUARD_BYTE;
    if (before || bytes[GUARD + size + i] !== GUARD_BYTE) {
      const where = before ? `${i + 1} bytes before` : `${i} bytes behind`;
      throw new RangeError(
        `C has written ${where} ${description} of ${size} bytes${sitesOf(block)}`,
      );
    }
  }
}

/** The block in which an address lies; its end counts as inside where no other block begins. */
export function blockAt(address: number): Block | undefined {
  const isIn = (block: Block): boolean =>
    address >= block.base && address <= block.base + block.size;
  const isInside = (block: Block): boolean =>
    address >= block.base && address < block.base + block.size;
  const shown = exposed.findLast(isInside) ?? exposed.findLast(isIn);
  if (shown) return shown;
  const found = blocks[indexOf(address)];
  const own = found && isIn(found) ? found : undefined;
  return own?.bytes ? own : (concealed.findLast(isIn) ?? own);
}

/** Of the last block that begins at the address or before it; -1: none. */
function indexOf(address: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block || address < block.base) high = middle - 1;
    else low = middle + 1;
  }
  return high;
}

interface Place {
  readonly bytes: DataView;
  readonly offset: number;
}

/**
 * The bytes of `size` bytes at an address, and where they start in them. Throws where that memory may not be used. `writes` null: it is
 * neither read nor written yet. Of memory that is not the program's own, a copy, which a writer hands back to `settle`.
 */
export function access(address: number, size: number, writes: boolean | null): Place {
  const block = blockAt(address);
  if (!block) return foreign(address, size);
  const { bytes } = block;
  if (!bytes) throw new Error(`access to freed ${block.description}${sitesOf(block)}`);
  const offset = address - block.base;
  if (offset + size > block.size) {
    throw new RangeError(
      `access to ${size} bytes at offset ${offset} of ${block.description} of ${block.size} bytes${sitesOf(block)}`,
    );
  }
  if (writes && block.constant) throw new TypeError(`write to ${block.description}`);
  if (block.written && writes !== null) {
    if (writes) markWritten(block.written, offset, size);
    else if (block.written.subarray(offset, offset + size).includes(0)) {
      throw new Error(
        `read of uninitialised memory at offset ${offset} of ${block.description}${sitesOf(block)}`,
      );
    }
  }
  return { bytes, offset };
}

/** What was written once for all stays so. */
function markWritten(written: Uint8Array, offset: number, size: number): void {
  for (let i = offset; i < offset + size; i++) if (written[i] === 0) written[i] = 1;
}

/** Before an immutable field is written: throws where it has been. */
export function writeOnce(address: number, size: number, label: string): void {
  const block = blockAt(address);
  if (!block?.bytes || !block.written) return;
  const offset = address - block.base;
  if (block.written.subarray(offset, offset + size).includes(2))
    throw new TypeError(`second write of the immutable field ${label}${sitesOf(block)}`);
  block.written.fill(2, offset, offset + size);
}

/** Before a pointer becomes one to something of a size: throws where the block has less left. */
export function requireRoom(address: number, size: number, label: string): void {
  const block = address === 0 ? undefined : blockAt(address);
  if (!block?.bytes) return;
  const left = block.base + block.size - address;
  if (size > left)
    throw new TypeError(
      `cast of ${block.description}, of which ${left} bytes are left, to ${label} of ${size} bytes${sitesOf(block)}`,
    );
}

/** A guard is no memory of C's. */
function foreign(address: number, size: number): Place {
  const before = blocks[indexOf(address)];
  const after = blocks[indexOf(address) + 1];
  const near =
    before && address < before.base + before.size + GUARD
      ? before
      : after && address + size > after.base - GUARD
        ? after
        : null;
  if (near) {
    throw new RangeError(
      `access to ${size} bytes at offset ${address - near.base} of ${near.description} of ${near.size} bytes${sitesOf(near)}`,
    );
  }
  const native = nativeFfi();
  const bytes = new Uint8Array(size);
  if (native && address > 0 && native.read_memory(address, bytes))
    return { bytes: new DataView(bytes.buffer), offset: 0 };
  throw new Error(`access to the unknown address 0x${address.toString(16)}`);
}

/** What was written to the copy goes to memory that is not the program's own. */
export function settle(address: number, { bytes, offset }: Place, size: number): void {
  if (blockAt(address)) return;
  const native = nativeFfi();
  const data = new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);
  if (!native?.write_memory(address, data))
    throw new Error(`write to the address 0x${address.toString(16)}, which cannot be written`);
}

/** Bytes that were never written stay so where they are copied to. */
export function copyBytes(to: number, from: number, size: number): void {
  if (size === 0) return;
  const source = access(from, size, null);
  const target = access(to, size, null);
  if (blockAt(to)?.constant) access(to, size, true);
  const bytes = viewOf(source, size).slice();
  viewOf(target, size).set(bytes);
  settle(to, target, size);
  const [written, were] = [blockAt(to)?.written, blockAt(from)?.written];
  const [at, start] = [target.offset, source.offset];
  if (written && were) written.set(were.slice(start, start + size), at);
  else written?.fill(1, at, at + size);
}

export function fillBytes(to: number, byte: number, size: number): void {
  if (size === 0) return;
  const target = access(to, size, true);
  viewOf(target, size).fill(byte);
  settle(to, target, size);
}

const viewOf = ({ bytes, offset }: Place, size: number): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);

/** C may have written to all of it. Throws where it wrote beside it. */
export function writtenByC(address: number): void {
  const block = blockAt(address);
  if (!block) return;
  block.written?.fill(1);
  checkGuards(block);
}

/** The whole of it may be used; throws where it is freed. */
export function requireLive(address: number, what: string): void {
  const block = address === 0 ? undefined : blockAt(address);
  if (block && !block.bytes)
    throw new Error(`${what} points to freed ${block.description}${sitesOf(block)}`);
}

/** Blocks that `malloc` gave and `free` did not take back yet. */
export const liveBlocks = (): readonly Block[] =>
  blocks.filter(({ mallocked, bytes, immortal }) => mallocked && bytes && !immortal);

export const liveAllocations = (): number => liveBlocks().length;

// Whoever runs programs asks for them.
showBlocks(liveBlocks);

function place(block: Omit<Block, 'base' | 'allocatedAt' | 'freedAt'>): Block {
  const base = addressFor(block);
  const placed = { ...block, base, allocatedAt: callSite(), freedAt: null };
  blocks.splice(indexOf(base) + 1, 0, placed);
  return placed;
}

function addressFor({ buffer, size }: Pick<Block, 'buffer' | 'size'>): number {
  const native = buffer && nativeFfi();
  if (native) return native.address_of(new Uint8Array(buffer)) + GUARD;
  const base = nextAddress;
  nextAddress += Math.ceil((size + GAP) / 16) * 16;
  return base;
}
