'use mixmod';
// Output of a length that nobody knows: blocks of raw memory in a chain, then one array.
import type { isize } from 'mixmod';
import { lltype, rffi, u32 } from 'mixmod';
import type { Stream } from './interp_libz.ts';

interface BlockReference {
  readonly type: typeof BLOCK;
}
const BLOCK_REF = lltype.ForwardReference<BlockReference>();
const BYTES = rffi.CArray(rffi.UCHAR);
const BLOCK = lltype.Struct(
  'zlib_block',
  ['next', lltype.Ptr(BLOCK_REF)],
  ['size', lltype.Signed],
  ['bytes', BYTES],
);
BLOCK_REF.become(BLOCK);
type Block = lltype.Ptr<typeof BLOCK>;

/** Beyond it blocks do not grow. */
const LARGEST: isize = 1 << 24;

export class Output {
  first: Block = lltype.nullptr(BLOCK);
  last: Block = lltype.nullptr(BLOCK);
  /** Of all blocks, bytes. */
  size: isize = 0;

  /** A new block for the stream, of `least` bytes or as much as there is already; `most` bytes at most. */
  grow(stream: Stream, least: isize, most: isize): void {
    let size = this.size > LARGEST ? LARGEST : this.size;
    if (size < least) size = least;
    if (size > most) size = most;
    const block = lltype.malloc(BLOCK, size, { flavor: 'raw' });
    block.next = lltype.nullptr(BLOCK);
    block.size = size;
    if (this.last === null) this.first = block;
    else this.last.next = block;
    this.last = block;
    this.size += size;
    stream.c_next_out = block.bytes;
    stream.c_avail_out = u32(size);
  }

  /** All but the last `unused` bytes. */
  taken(unused: isize): Uint8Array {
    let left = this.size - unused;
    const result = new Uint8Array(left);
    using target = rffi.scoped_nonmovingbuffer(result);
    let to: isize = 0;
    for (let block = this.first; block !== null; block = block.next) {
      const count = block.size < left ? block.size : left;
      rffi.c_memcpy(rffi.ptradd(target.ptr, to), block.bytes, count);
      to += count;
      left -= count;
    }
    return result;
  }

  /** Frees the blocks. */
  free(): void {
    let block = this.first;
    while (block !== null) {
      const next = block.next;
      lltype.free(block, { flavor: 'raw' });
      block = next;
    }
    this.first = lltype.nullptr(BLOCK);
    this.last = this.first;
  }
}
