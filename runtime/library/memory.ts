'use mixmod';
// Raw memory in checked builds: every block with its history, so that each access to freed or foreign memory is found, as untranslated
// (`runtime/lltype/memory.ts`, which says the same in the same words). Blocks lie between guards; freed ones are kept for a while.
import { i32, isize, lltype, rffi, type u8, usize } from 'mixmod';

const BYTES = rffi.CArray(rffi.UCHAR);
type Bytes = lltype.Ptr<typeof BYTES>;

const GUARD: usize = 32;
const GUARD_BYTE: u8 = 0xa5;
const MOST_BYTES: usize = 67108864;
const MOST_BLOCKS = 65536;
/** Nothing is mapped below. */
const FIRST: usize = 4096;

const READ: i32 = 0;
const WRITE: i32 = 1;
/** An immutable field, which is written once. */
const WRITE_ONCE: i32 = 2;
/** Neither read nor written yet. */
const LOOK: i32 = 3;

class Block {
  freedAt = '';
  isFreed = false;
  constructor(
    readonly base: usize,
    readonly size: usize,
    readonly name: string,
    readonly allocatedAt: string,
    /** What malloc gave; 0: it is not ours to free. */
    readonly memory: usize,
    /** For each byte 0 before it is written, and 2 once that was an immutable field; null: all count as written. */
    readonly written: Bytes | null,
  ) {}
}

export class Blocks {
  /** In order of their addresses, freed ones included. */
  readonly all: Block[] = [];
  /** JavaScript's memory that C may see, newest last. */
  readonly shown: Block[] = [];
  readonly freed: Block[] = [];
  freedBytes: usize = 0;
}

export function newBlocks(): Blocks {
  return new Blocks();
}

// ---- blocks ----

/** Of the last block that begins at the address or before it; -1: none. */
function indexOf(blocks: Blocks, address: usize): isize {
  let low: isize = 0;
  let high = isize(blocks.all.length) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (address < blocks.all[middle].base) high = middle - 1;
    else low = middle + 1;
  }
  return high;
}

function contains(block: Block, address: usize): boolean {
  return address >= block.base && address <= block.base + block.size;
}

/** Its end counts as inside. */
function blockAt(blocks: Blocks, address: usize): Block | null {
  for (let i = blocks.shown.length - 1; i >= 0; i--)
    if (contains(blocks.shown[i], address)) return blocks.shown[i];
  const index = indexOf(blocks, address);
  if (index < 0) return null;
  const block = blocks.all[index];
  return contains(block, address) ? block : null;
}

/** What a string became has none. */
function hasGuards(block: Block): boolean {
  return block.written !== null;
}

/** The block whose guards the bytes touch: a guard is no memory of C's. */
function blockBeside(blocks: Blocks, start: usize, size: isize): Block | null {
  const index = indexOf(blocks, start);
  if (index >= 0) {
    const before = blocks.all[index];
    if (hasGuards(before) && start < before.base + before.size + GUARD) return before;
  }
  if (index + 1 >= isize(blocks.all.length)) return null;
  const after = blocks.all[index + 1];
  return hasGuards(after) && start + usize(size) > after.base - GUARD ? after : null;
}

function sites(block: Block): string {
  return `\n  allocated at ${block.allocatedAt}${block.isFreed ? `\n  freed at ${block.freedAt}` : ''}`;
}

function add(blocks: Blocks, block: Block): void {
  blocks.all.splice(Number(indexOf(blocks, block.base)) + 1, 0, block);
}

function raw(address: usize): Bytes {
  return rffi.cast(lltype.Ptr(BYTES), address);
}

/** `count` items behind `offset` bytes; `least`: bytes of what has a fixed size. Where a length is stored: `lengthOffset`, else -1. */
export function allocate(
  blocks: Blocks,
  count: isize,
  offset: isize,
  itemSize: isize,
  lengthOffset: isize,
  least: isize,
  zero: boolean,
  name: string,
  at: string,
): usize {
  if (count < 0 || (itemSize > 0 && count > 4294967296)) throw new RangeError('out of memory');
  const needed = offset + count * itemSize;
  const size = usize(needed > least ? needed : least);
  const memory = lltype.malloc(BYTES, isize(size + 2 * GUARD), { flavor: 'raw', zero: true });
  const address = rffi.cast(rffi.SIZE_T, memory);
  rffi.c_memset(memory, i32(GUARD_BYTE), isize(GUARD));
  rffi.c_memset(raw(address + GUARD + size), i32(GUARD_BYTE), isize(GUARD));
  const written = lltype.malloc(BYTES, isize(size) + 1, { flavor: 'raw', zero: true });
  if (zero) rffi.c_memset(written, 1, isize(size));
  const base = address + GUARD;
  add(blocks, new Block(base, size, name, at, address, written));
  if (lengthOffset >= 0) {
    rffi.cast(rffi.LONGP, base + usize(lengthOffset))[0] = count;
    rffi.c_memset(rffi.ptradd(written, lengthOffset), 1, 8);
  }
  return base;
}

/** What a string became for C. */
export function adopt(blocks: Blocks, address: usize, name: string, at: string): void {
  const memory = raw(address);
  let size: isize = 0;
  while (memory[size] !== 0) size++;
  forget(blocks, address);
  add(blocks, new Block(address, usize(size) + 1, name, at, address, null));
}

/** A freed block at an address that malloc has given out again. */
function forget(blocks: Blocks, address: usize): void {
  const index = indexOf(blocks, address);
  if (index >= 0 && blocks.all[index].base === address) blocks.all.splice(Number(index), 1);
}

export function show(blocks: Blocks, address: usize, size: isize, name: string, at: string): void {
  blocks.shown.push(new Block(address, usize(size), name, at, 0, null));
}

/** The end of the block in which JavaScript's memory was shown. */
export function conceal(blocks: Blocks, address: usize): void {
  for (let i = blocks.shown.length - 1; i >= 0; i--)
    if (blocks.shown[i].base === address) {
      blocks.shown.splice(i, 1);
      return;
    }
}

export function release(blocks: Blocks, address: usize, at: string): void {
  if (address === 0) return;
  const block = blockAt(blocks, address);
  if (block === null) throw new Error('free of a pointer that lltype.malloc did not give');
  const { name } = block;
  if (block.memory === 0)
    throw new Error(`free of a pointer that lltype.malloc did not give: ${name}${sites(block)}`);
  if (block.isFreed) throw new Error(`double free of ${name}${sites(block)}`);
  if (block.base !== address)
    throw new Error(`free of a pointer into the middle of ${name}${sites(block)}`);
  checkGuards(block);
  block.isFreed = true;
  block.freedAt = at;
  blocks.freed.push(block);
  blocks.freedBytes += block.size;
  while (blocks.freedBytes > MOST_BYTES || blocks.freed.length > MOST_BLOCKS) {
    const oldest = blocks.freed.shift();
    if (!oldest) break;
    blocks.freedBytes -= oldest.size;
    const index = indexOf(blocks, oldest.base);
    if (index >= 0) blocks.all.splice(Number(index), 1);
    giveBack(oldest);
  }
}

function giveBack(block: Block): void {
  if (block.written !== null) lltype.free(block.written, { flavor: 'raw' });
  lltype.free(raw(block.memory), { flavor: 'raw' });
}

function checkGuards(block: Block): void {
  if (!hasGuards(block) || block.isFreed) return;
  const before = raw(block.memory);
  const behind = raw(block.base + block.size);
  for (let i: isize = 0; i < 32; i++) {
    const isBefore = before[31 - i] !== GUARD_BYTE;
    if (isBefore || behind[i] !== GUARD_BYTE) {
      const where = isBefore ? `${i + 1} bytes before` : `${i} bytes behind`;
      throw new RangeError(
        `C has written ${where} ${block.name} of ${block.size} bytes${sites(block)}`,
      );
    }
  }
}

// ---- uses ----

/** `mode`: 0 reads, 1 writes, 2 writes an immutable field. `label`: of what is used, for messages. */
export function access(
  blocks: Blocks,
  address: usize,
  offset: isize,
  size: isize,
  mode: i32,
  label: string,
): void {
  const start = address + usize(offset);
  if (address < FIRST)
    throw new TypeError(`${mode === READ ? 'read' : 'write'} of ${label} through NULL`);
  const block = blockAt(blocks, start) ?? blockAt(blocks, address);
  if (block === null) {
    const near = blockBeside(blocks, start, size);
    if (near !== null) requireWithin(near, isize(start - near.base), size);
    return;
  }
  if (block.isFreed) throw new Error(`access to freed ${block.name}${sites(block)}`);
  const from = isize(start - block.base);
  requireWithin(block, from, size);
  const { written } = block;
  if (written !== null && mode !== LOOK) useBytes(block, written, from, size, mode, label);
}

function requireWithin(block: Block, from: isize, size: isize): void {
  if (from < 0 || from + size > isize(block.size))
    throw new RangeError(
      `access to ${size} bytes at offset ${from} of ${block.name} of ${block.size} bytes${sites(block)}`,
    );
}

/** `problem`: what to say of a number of bytes or items that is none. */
export function requireSize(_blocks: Blocks, size: isize, problem: string): void {
  if (size < 0) throw new RangeError(`${problem}, got ${size}`);
}

function useBytes(
  block: Block,
  written: Bytes,
  from: isize,
  size: isize,
  mode: i32,
  label: string,
): void {
  for (let i = from; i < from + size; i++) {
    if (mode === READ) {
      if (written[i] === 0)
        throw new Error(
          `read of uninitialised memory at offset ${from} of ${block.name}${sites(block)}`,
        );
    } else if (mode === WRITE_ONCE) {
      if (written[i] === 2)
        throw new TypeError(`second write of the immutable field ${label}${sites(block)}`);
      written[i] = 2;
    } else if (written[i] === 0) written[i] = 1;
  }
}

/** Up to the NUL. */
export function accessString(blocks: Blocks, address: usize): void {
  access(blocks, address, 0, 1, READ, 'a string');
  const block = blockAt(blocks, address);
  if (block === null) return;
  const bytes = raw(address);
  const left = isize(block.base + block.size - address);
  let size: isize = 0;
  while (size < left && bytes[size] !== 0) size++;
  access(blocks, address, 0, size + 1, READ, 'a string');
}

/** Bytes that were never written stay so where they are copied to. */
export function copied(blocks: Blocks, to: usize, from: usize, size: isize): void {
  if (size === 0) return;
  const source = blockAt(blocks, from);
  const were = source?.written ?? null;
  access(blocks, from, 0, size, LOOK, 'memory');
  access(blocks, to, 0, size, WRITE, 'memory');
  const target = blockAt(blocks, to);
  const written = target?.written ?? null;
  if (source === null || were === null || target === null || written === null) return;
  for (let i: isize = 0; i < size; i++)
    written[isize(to - target.base) + i] = were[isize(from - source.base) + i];
}

/** A pointer that C gets. */
export function passed(blocks: Blocks, address: usize, what: string): void {
  const block = address === 0 ? null : blockAt(blocks, address);
  if (block !== null && block.isFreed)
    throw new Error(`${what} points to freed ${block.name}${sites(block)}`);
}

/** C may have written to all of it. */
export function returned(blocks: Blocks, address: usize): void {
  const block = address === 0 ? null : blockAt(blocks, address);
  if (block === null) return;
  const { written } = block;
  if (written !== null) rffi.c_memset(written, 1, isize(block.size));
  checkGuards(block);
}

/** A pointer is cast to one to something of a size. */
export function castTo(blocks: Blocks, address: usize, size: isize, label: string): void {
  const block = address === 0 ? null : blockAt(blocks, address);
  if (block === null || block.isFreed) return;
  const left = isize(block.base + block.size - address);
  if (size > left)
    throw new TypeError(
      `cast of ${block.name}, of which ${left} bytes are left, to ${label} of ${size} bytes${sites(block)}`,
    );
}

/** It is no leak. */
export function immortal(blocks: Blocks, address: usize): void {
  const index = indexOf(blocks, address);
  if (index < 0 || blocks.all[index].base !== address || blocks.all[index].isFreed)
    throw new TypeError('lltype.render_immortal expects a pointer to memory that is there');
  const block = blocks.all[index];
  blocks.all[index] = new Block(
    block.base,
    block.size,
    block.name,
    '',
    block.memory,
    block.written,
  );
}

/** When the module ends. */
export function reportLeaks(blocks: Blocks): void {
  let count = 0;
  let text = '';
  for (const block of blocks.all) {
    if (block.isFreed || block.memory === 0 || block.allocatedAt === '') continue;
    count++;
    if (count <= 20)
      text += `\n  ${block.name} of ${block.size} bytes, allocated at ${block.allocatedAt}`;
  }
  if (count > 0)
    console.error(
      `mixmod: ${count} allocation${count === 1 ? ' was' : 's were'} never freed:${text}`,
    );
}
