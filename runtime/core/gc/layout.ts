// How the heap lies in memory: chunks of blocks of lines, what is known of each block, headers and type descriptors.
// Addresses are numbers here (usize): most of the collector's work is arithmetic on them.
import { usize, type u32, lltype } from 'mixmod';

// ---- chunks: aligned; block 0 holds what is known of the others ----

export const CHUNK_BYTES: usize = 1048576;
export const CHUNK_MASK: usize = 1048575;
export const BLOCK_BYTES: usize = 32768;
export const BLOCK_MASK: usize = 32767;
export const BLOCK_SHIFT: usize = 15;
export const BLOCKS: usize = 32;
export const LINE_BYTES: usize = 256;
export const LINE_SHIFT: usize = 8;
/** Lines of a block. */
export const LINES: usize = 128;

/** In block 0: records of the blocks, a byte for each line, a bit for every 8 bytes where an object starts. */
export const RECORDS_OFFSET: usize = 1024;
export const RECORD_SHIFT: usize = 6;
export const LINES_OFFSET: usize = 4096;
export const LINES_BYTES: usize = 4096;
export const STARTS_OFFSET: usize = 8192;
export const STARTS_BYTES: usize = 16384;
/** Bytes of the starts of one block. */
export const BLOCK_STARTS: usize = 512;

export const CHUNK = lltype.Struct(
  'gc_chunk',
  ['next', lltype.Unsigned], // the next chunk of the heap; 0: none
);
export type Chunk = lltype.Ptr<typeof CHUNK>;

/** What is known of a block; 64 bytes. */
export const BLOCK = lltype.Struct(
  'gc_block',
  ['next', lltype.Unsigned], // record of the next block in the list that it is in; 0: none
  ['end', lltype.Unsigned], // of a young block: where its objects end
  ['state', lltype.Unsigned],
  ['flags', lltype.Unsigned],
  ['live', lltype.Unsigned], // of an old block: bytes of objects that the last marking has reached, or were made since
  ['spare', lltype.FixedSizeArray(lltype.Unsigned, 3)],
);
export type Block = lltype.Ptr<typeof BLOCK>;

/** Nothing is in it; its lines and starts are clear. */
export const FREE: usize = 0;
/** Of the nursery: objects lie one after the other from its start to `end`. */
export const YOUNG: usize = 1;
/** Starts and lines say where its objects are. */
export const OLD_BLOCK: usize = 2;

// ---- headers ----

/** The collector's word: old, and not remembered: the write barrier must note a store. */
export const REMEMBER: u32 = 1;
/** Constant data of the module. */
export const STATIC: u32 = 2;
export const OLD: u32 = 4;
/** The new address lies behind the header. */
export const FORWARDED: u32 = 8;
/** In memory of its own. */
export const LARGE: u32 = 16;
/** Something that looks like a reference, on the native stack, may mean it: it stays where it is. */
export const PINNED: u32 = 32;
/** Of large objects: reached in this collection. */
export const MARKED: u32 = 64;

/** The rest is the object's identity hash, 0 before it is asked for (`mm.identity_hash` of the prelude). */
export const HASH_BITS: u32 = 4294967040;

export const TYPE_OFFSET: usize = 0;
export const WORD_OFFSET: usize = 4;
/** Of a forwarded object, its new address; of one of variable size, its count. */
export const BODY_OFFSET: usize = 8;
/** In a WeakRef, behind its target: the call from the host during which the target is kept (`mm.weak_keep` of the prelude). */
export const CALL_OFFSET: usize = 16;
/** In place of a call, for good: the WeakRef keeps its target, and collections say whether nothing else does (`mm.weak_toggle`). */
export const HOLDS = usize(18446744073709551615n);
/** The last major collection has found nothing else that refers to the target. */
export const HOLDS_ALONE = usize(18446744073709551614n);
/** Larger objects are not in blocks. */
export const LARGEST_SMALL: usize = 8192;

// ---- type descriptors ----

export const DESCRIPTOR = lltype.Struct(
  'gc_descriptor',
  ['kind', lltype.UniChar],
  ['size', lltype.UniChar],
  ['item_size', lltype.UniChar],
  ['ref_count', lltype.UniChar],
  ['refs', lltype.Unsigned], // address of ref_count offsets, u32
);
export type Descriptor = lltype.Ptr<typeof DESCRIPTOR>;

export const FIXED: u32 = 0;
/** Items without references. */
export const PLAIN_ITEMS: u32 = 1;
export const REFERENCE_ITEMS: u32 = 2;
/** The slot behind the header does not keep what it refers to. */
export const WEAK: u32 = 3;

// ---- flags of blocks ----

/** The starts of a young block's objects have been marked. */
export const WALKED: usize = 1;
/** Objects of the young block stay where they are: it becomes an old one. */
export const HAS_PINS: usize = 2;
/** Its objects are moved away. */
export const EVACUATE: usize = 4;
