'use mixmod';
// The memory of a stream: one array of the host's, which collects it as every other. It begins with libz's structure; what libz
// allocates for the stream lies behind. So there is nothing to free, and nothing that an error could leave behind.
import type { isize, usize } from 'mixmod';
import { lltype, rffi } from 'mixmod';
import { ARENA, Z_STREAM, allocate_from } from './interp_libz.ts';

const MEMORY = lltype.Struct(
  'zlib_memory',
  ['stream', Z_STREAM],
  ['arena', ARENA],
  ['address', lltype.Unsigned],
);
const MEMORYP = lltype.Ptr(MEMORY);
export type Memory = lltype.Ptr<typeof MEMORY>;
export type Bytes = lltype.Ptr<typeof rffi.CCHARP.to>;

/** Bytes before those that libz allocates: cache lines, as libz may count on them. */
const HEAD: isize = 192;

function all_for_libz(memory: Memory, length: isize): void {
  const start = rffi.cast(rffi.CCHARP, memory);
  memory.arena.c_next = rffi.ptradd(start, HEAD);
  memory.arena.c_end = rffi.ptradd(start, length);
}

/** Makes a stream of it that allocates from it. RangeError where it is shorter than what stands before libz's own. */
export function cleared(start: Bytes, length: isize): Memory {
  if (length < HEAD) throw new RangeError('the memory is too short for a stream');
  rffi.c_memset(start, 0, HEAD);
  const memory = rffi.cast(MEMORYP, start);
  memory.address = rffi.cast(lltype.Unsigned, start);
  all_for_libz(memory, length);
  allocate_from(memory.stream, memory.arena);
  return memory;
}

/** libz's pointers are of use at one address only. Error where the memory is another. */
export function opened(start: Bytes, length: isize): Memory {
  const memory = rffi.cast(MEMORYP, start);
  if (length < HEAD || memory.address !== rffi.cast(lltype.Unsigned, start))
    throw new Error('the memory of the stream has been moved');
  return memory;
}

/** Where a copy of a stream is made: libz allocates by the structure that it copies, so for the while that has the copy's memory. */
export class Copying {
  readonly from: Memory;
  readonly to: Memory;
  readonly next: usize;
  readonly end: usize;

  constructor(from: Memory, to: Memory) {
    this.from = from;
    this.to = to;
    this.next = rffi.cast(lltype.Unsigned, from.arena.c_next);
    this.end = rffi.cast(lltype.Unsigned, from.arena.c_end);
    from.arena.c_next = to.arena.c_next;
    from.arena.c_end = to.arena.c_end;
  }

  done(): void {
    const { from, to } = this;
    to.arena.c_next = from.arena.c_next;
    allocate_from(to.stream, to.arena);
    from.arena.c_next = rffi.cast(rffi.CCHARP, this.next);
    from.arena.c_end = rffi.cast(rffi.CCHARP, this.end);
  }
}
