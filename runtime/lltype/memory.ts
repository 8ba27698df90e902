// Raw memory, untranslated: blocks of bytes at made-up addresses. Addresses are never used twice and blocks lie apart,
// so that every access to freed or foreign memory is found (RPython's lltype emulation and leakfinder.py).

/** One block. `bytes` is null once it is freed. */
export interface Block {
  /** Address of its first byte. */
  readonly base: number;
  readonly size: number;
  /** How messages name it. */
  readonly description: string;
  bytes: DataView | null;
  /** 1 for each byte that has been written; null where all count as written. */
  readonly written: Uint8Array | null;
  /** False for memory that JavaScript owns (a typed array's). */
  readonly mallocked: boolean;
  /** Prebuilt memory once it is made: what the compiled module has in its read-only data. */
  readonly constant?: boolean;
}

const GAP = 64;
const FIRST_ADDRESS = 0x10000;

/** In order of their addresses, freed ones included: what a dangling pointer pointed to can still be named. */
const blocks: Block[] = [];
let nextAddress = FIRST_ADDRESS;
let live = 0;

/** A new block of C's memory. */
export function allocate(size: number, description: string, zero: boolean): Block {
  if (!Number.isSafeInteger(size) || size < 0 || size > 2 ** 32)
    throw new RangeError('out of memory');
  live++;
  return place({
    size,
    description,
    bytes: new DataView(new ArrayBuffer(size)),
    written: zero ? null : new Uint8Array(size),
    mallocked: true,
  });
}

/** Gives bytes that JavaScript owns an address. */
export function expose(array: ArrayBufferView, description: string): Block {
  const bytes = new DataView(array.buffer, array.byteOffset, array.byteLength);
  return place({ size: array.byteLength, description, bytes, written: null, mallocked: false });
}

/** Bytes that nothing writes any more. */
export function freeze(bytes: DataView, description: string): Block {
  const size = bytes.byteLength;
  return place({ size, description, bytes, written: null, mallocked: false, constant: true });
}

/** Takes the address back; the bytes stay JavaScript's. */
export function conceal(block: Block): void {
  block.bytes = null;
}

/** C's free. Throws for an address that `allocate` did not give, and for one that is freed already. */
export function release(address: number): void {
  const block = blockAt(address);
  if (!block || !block.mallocked)
    throw new Error('free of a pointer that lltype.malloc did not give');
  if (!block.bytes) throw new Error(`double free of ${block.description}`);
  if (block.base !== address) {
    throw new Error(`free of a pointer into the middle of ${block.description}`);
  }
  block.bytes = null;
  live--;
}

/** The block in which an address lies; its end counts as inside. */
export function blockAt(address: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block || address < block.base) high = middle - 1;
    else if (address > block.base + block.size) low = middle + 1;
    else return block;
  }
  return undefined;
}

/**
 * The bytes of `size` bytes at an address, and where they start in them. Throws where that memory may not be used. `writes` null: it is
 * neither read nor written yet.
 */
export function access(
  address: number,
  size: number,
  writes: boolean | null,
): { bytes: DataView; offset: number } {
  const block = blockAt(address);
  if (!block) throw new Error(`access to the unknown address 0x${address.toString(16)}`);
  const { bytes } = block;
  if (!bytes) throw new Error(`access to freed ${block.description}`);
  const offset = address - block.base;
  if (offset + size > block.size) {
    throw new RangeError(
      `access to ${size} bytes at offset ${offset} of ${block.description} of ${block.size} bytes`,
    );
  }
  if (writes && block.constant) throw new TypeError(`write to ${block.description}`);
  if (block.written && writes !== null) {
    if (writes) block.written.fill(1, offset, offset + size);
    else if (block.written.subarray(offset, offset + size).includes(0)) {
      throw new Error(`read of uninitialised memory at offset ${offset} of ${block.description}`);
    }
  }
  return { bytes, offset };
}

/** Bytes that were never written stay so where they are copied to. */
export function copyBytes(to: number, from: number, size: number): void {
  if (size === 0) return;
  const source = access(from, size, null);
  const target = access(to, size, null);
  if (blockAt(to)?.constant) access(to, size, true);
  const bytes = viewOf(source, size).slice();
  viewOf(target, size).set(bytes);
  const [written, were] = [blockAt(to)?.written, blockAt(from)?.written];
  const [at, start] = [target.offset, source.offset];
  if (written && were) written.set(were.slice(start, start + size), at);
  else written?.fill(1, at, at + size);
}

export function fillBytes(to: number, byte: number, size: number): void {
  if (size > 0) viewOf(access(to, size, true), size).fill(byte);
}

const viewOf = ({ bytes, offset }: { bytes: DataView; offset: number }, size: number): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);

/** Blocks that `malloc` gave and `free` did not take back yet. */
export const liveAllocations = (): number => live;

function place(block: Omit<Block, 'base'>): Block {
  const placed = { ...block, base: nextAddress };
  nextAddress += Math.ceil((block.size + GAP) / 16) * 16;
  blocks.push(placed);
  return placed;
}
