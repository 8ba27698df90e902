'use mixmod';
// libz: its stream, and the functions that this module calls. All that take a stream are called by wrappers, which are in one object: a
// host that has a zlib of its own, such as Node, may lend all of its functions or none.
import { lltype, rffi } from 'mixmod';

const libz = rffi.ExternalCompilationInfo({
  pre_include_bits: [
    `#if !__has_include(<zlib.h>)
     #error libz is missing. With Debian: apt-get install zlib1g-dev
     #endif`,
  ],
  includes: ['zlib.h'],
  libraries: ['z'],
  separate_module_sources: [
    `#include <stddef.h>
     #include <zlib.h>
     struct zlib_arena { char *next, *end; };
     static voidpf arena_take(voidpf opaque, uInt items, uInt size) {
       struct zlib_arena *arena = opaque;
       size_t bytes = ((size_t)items * size + 63) & ~(size_t)63;
       char *taken = arena->next;
       if ((size_t)(arena->end - taken) < bytes) return Z_NULL;
       arena->next = taken + bytes;
       return taken;
     }
     static void arena_give(voidpf opaque, voidpf address) { (void)opaque; (void)address; }
     void zlib_allocate_from(z_stream *stream, struct zlib_arena *arena) {
       stream->zalloc = arena_take;
       stream->zfree = arena_give;
       stream->opaque = arena;
     }
     const char *zlib_header_version(void) { return ZLIB_VERSION; }`,
  ],
});
const plain = { compilation_info: libz, random_effects_on_gcobjs: false } as const;
const wrapped = { compilation_info: libz, random_effects_on_gcobjs: false, macro: true } as const;

export const Z_STREAM = rffi.CStruct(
  'z_stream',
  ['next_in', rffi.UCHARP],
  ['avail_in', rffi.UINT],
  ['total_in', rffi.ULONG],
  ['next_out', rffi.UCHARP],
  ['avail_out', rffi.UINT],
  ['total_out', rffi.ULONG],
  ['msg', rffi.CCHARP],
  ['state', rffi.VOIDP],
  ['zalloc', rffi.VOIDP],
  ['zfree', rffi.VOIDP],
  ['opaque', rffi.VOIDP],
  ['data_type', rffi.INT],
  ['adler', rffi.ULONG],
  ['reserved', rffi.ULONG],
  { hints: { c_name: 'z_stream' } },
);
const S = lltype.Ptr(Z_STREAM);
export type Stream = lltype.Ptr<typeof Z_STREAM>;

/** What is left of the memory that a stream allocates from. */
export const ARENA = rffi.CStruct('zlib_arena', ['next', rffi.CCHARP], ['end', rffi.CCHARP]);

export const allocate_from = rffi.llexternal(
  'zlib_allocate_from',
  [S, lltype.Ptr(ARENA)],
  rffi.VOID,
  plain,
);
export const header_version = rffi.llexternal('zlib_header_version', [], rffi.CCHARP, plain);
export const zlibVersion = rffi.llexternal('zlibVersion', [], rffi.CCHARP, wrapped);
export const crc32_z = rffi.llexternal(
  'crc32_z',
  [rffi.ULONG, rffi.UCHARP, rffi.SIZE_T],
  rffi.ULONG,
  plain,
);
export const adler32_z = rffi.llexternal(
  'adler32_z',
  [rffi.ULONG, rffi.UCHARP, rffi.SIZE_T],
  rffi.ULONG,
  plain,
);
export const deflateInit2 = rffi.llexternal(
  'deflateInit2',
  [S, rffi.INT, rffi.INT, rffi.INT, rffi.INT, rffi.INT],
  rffi.INT,
  wrapped,
);
export const deflate = rffi.llexternal('deflate', [S, rffi.INT], rffi.INT, wrapped);
export const deflateEnd = rffi.llexternal('deflateEnd', [S], rffi.INT, wrapped);
export const deflateCopy = rffi.llexternal('deflateCopy', [S, S], rffi.INT, wrapped);
export const deflateSetDictionary = rffi.llexternal(
  'deflateSetDictionary',
  [S, rffi.UCHARP, rffi.UINT],
  rffi.INT,
  wrapped,
);
export const inflateInit2 = rffi.llexternal('inflateInit2', [S, rffi.INT], rffi.INT, wrapped);
export const inflate = rffi.llexternal('inflate', [S, rffi.INT], rffi.INT, wrapped);
export const inflateEnd = rffi.llexternal('inflateEnd', [S], rffi.INT, wrapped);
export const inflateCopy = rffi.llexternal('inflateCopy', [S, S], rffi.INT, wrapped);
export const inflateSetDictionary = rffi.llexternal(
  'inflateSetDictionary',
  [S, rffi.UCHARP, rffi.UINT],
  rffi.INT,
  wrapped,
);
