'use mixmod';
// libz's streams bound with rffi: data goes in and comes out in pieces of any size. A stream owns its z_stream and all that hangs on
// it; `using` gives both back on every way out.
import { i32, isize, lltype, rffi, u32, usize } from 'mixmod';

const zlib = rffi.ExternalCompilationInfo({ includes: ['zlib.h'], libraries: ['z'] });
const info = { compilation_info: zlib };

const Z_STREAM = rffi.CStruct(
  'z_stream_s',
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
);
const STREAM = lltype.Ptr(Z_STREAM);
type StreamPtr = lltype.Ptr<typeof Z_STREAM>;

const GZ_HEADER = rffi.CStruct(
  'gz_header_s',
  ['text', rffi.INT],
  ['time', rffi.ULONG],
  ['xflags', rffi.INT],
  ['os', rffi.INT],
  ['extra', rffi.UCHARP],
  ['extra_len', rffi.UINT],
  ['extra_max', rffi.UINT],
  ['name', rffi.UCHARP],
  ['name_max', rffi.UINT],
  ['comment', rffi.UCHARP],
  ['comm_max', rffi.UINT],
  ['hcrc', rffi.INT],
  ['done', rffi.INT],
);
const HEADER = lltype.Ptr(GZ_HEADER);
type HeaderPtr = lltype.Ptr<typeof GZ_HEADER>;

const INT = rffi.INT;
// The macros deflateInit2 and inflateInit2 call these with the version and size that the caller was compiled with.
const z_deflateInit2 = rffi.llexternal(
  'deflateInit2_',
  [STREAM, INT, INT, INT, INT, INT, rffi.CCHARP, INT],
  INT,
  info,
);
const z_inflateInit2 = rffi.llexternal('inflateInit2_', [STREAM, INT, rffi.CCHARP, INT], INT, info);
const z_deflate = rffi.llexternal('deflate', [STREAM, INT], INT, info);
const z_deflateEnd = rffi.llexternal('deflateEnd', [STREAM], INT, info);
const z_deflateReset = rffi.llexternal('deflateReset', [STREAM], INT, info);
const z_deflateParams = rffi.llexternal('deflateParams', [STREAM, INT, INT], INT, info);
const z_deflateSetHeader = rffi.llexternal('deflateSetHeader', [STREAM, HEADER], INT, info);
const z_deflateSetDictionary = rffi.llexternal(
  'deflateSetDictionary',
  [STREAM, rffi.UCHARP, rffi.UINT],
  INT,
  info,
);
const z_inflate = rffi.llexternal('inflate', [STREAM, INT], INT, info);
const z_inflateEnd = rffi.llexternal('inflateEnd', [STREAM], INT, info);
const z_inflateReset = rffi.llexternal('inflateReset', [STREAM], INT, info);
const z_inflateSync = rffi.llexternal('inflateSync', [STREAM], INT, info);
const z_inflateGetHeader = rffi.llexternal('inflateGetHeader', [STREAM, HEADER], INT, info);
const z_inflateSetDictionary = rffi.llexternal(
  'inflateSetDictionary',
  [STREAM, rffi.UCHARP, rffi.UINT],
  INT,
  info,
);
const z_zError = rffi.llexternal('zError', [INT], rffi.CCHARP, info);
const z_zlibVersion = rffi.llexternal('zlibVersion', [], rffi.CCHARP, info);
const SUM = [rffi.ULONG, rffi.UCHARP, rffi.SIZE_T] as const;
const z_crc32 = rffi.llexternal('crc32_z', SUM, rffi.ULONG, info);
const z_adler32 = rffi.llexternal('adler32_z', SUM, rffi.ULONG, info);
const COMBINED = [rffi.ULONG, rffi.ULONG, rffi.OFF_T] as const;
const z_crc32_combine = rffi.llexternal('crc32_combine', COMBINED, rffi.ULONG, info);
const z_adler32_combine = rffi.llexternal('adler32_combine', COMBINED, rffi.ULONG, info);

/** How much of what went in must have come out when `write` returns. */
export const enum Flush {
  /** As much as libz likes: the smallest result. */
  None = 0,
  Partial = 1,
  /** All of it, ended at a byte. */
  Sync = 2,
  /** The same, and what follows can be unpacked without what came before. */
  Full = 3,
  /** All of it, and the stream ends. */
  Finish = 4,
  /** All but the rest of the last block's last byte. */
  Block = 5,
}

/** What surrounds the compressed data, as libz's `windowBits` for a window of 32 KiB. */
export const enum Format {
  Raw = -15,
  Zlib = 15,
  Gzip = 31,
  /** For inflation: zlib or gzip, whichever it is. */
  Detected = 47,
}

const NO_BYTES = lltype.nullptr(rffi.UCHARP.to);

const Z_OK = 0;
const Z_STREAM_END = 1;
const Z_NEED_DICT = 2;
const Z_DATA_ERROR = -3;
const Z_BUF_ERROR = -5;
const Z_DEFLATED = 8;

/** What libz says, with its code. */
export class ZlibError extends Error {
  readonly code: i32;
  constructor(message: string, code: i32) {
    super(message);
    this.name = 'ZlibError';
    this.code = code;
  }
}

function failure(stream: StreamPtr, code: i32): ZlibError {
  const message = stream === null ? null : stream.c_msg;
  const text = message !== null ? message : z_zError(code);
  return new ZlibError(text === null ? 'zlib failed' : rffi.charp2str(text), code);
}

/** Bytes that arrive in pieces. */
class Collected {
  #bytes: Uint8Array;
  #length: isize = 0;
  constructor(capacity: isize) {
    this.#bytes = new Uint8Array(capacity);
  }
  /** Room for at least `count` more bytes behind those that are there. */
  room(count: isize): Uint8Array {
    const needed = this.#length + count;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(needed + this.#bytes.length);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    return this.#bytes.subarray(this.#length);
  }
  /** `count` bytes of the room are in use now. */
  advance(count: isize): void {
    this.#length += count;
  }
  taken(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** libz counts what it is given in an unsigned int. */
const MOST: isize = 0x40000000;
const PIECE: isize = 16384;

const least = (a: isize, b: isize): isize => (a < b ? a : b);

/** What a gzip file says of itself (RFC 1952). */
export class GzipHeader {
  name: string;
  comment: string;
  /** Seconds since 1970; 0: not known. */
  time: u32;
  /** The kind of file system; 3: Unix, 255: not known. */
  os: i32 = 255;
  isText = false;
  constructor(name: string = '', comment: string = '', time: u32 = 0) {
    this.name = name;
    this.comment = comment;
    this.time = time;
  }
}

/** Compresses a stream of bytes. */
export class Deflater implements Disposable {
  #stream: StreamPtr;
  #header: HeaderPtr = lltype.nullptr(GZ_HEADER);

  /**
   * `level` 0 to 9, or -1 for libz's own choice; `memory` 1 to 9; `strategy` 0: any data, 1: filtered, 2: Huffman only, 3: runs, 4: fixed
   * codes. Throws a ZlibError for other values and when memory is exhausted.
   */
  constructor(format: i32 = Format.Zlib, level: i32 = -1, memory: i32 = 8, strategy: i32 = 0) {
    const stream = lltype.malloc(Z_STREAM, { flavor: 'raw', zero: true });
    const code = z_deflateInit2(
      stream,
      level,
      Z_DEFLATED,
      format,
      memory,
      strategy,
      z_zlibVersion(),
      i32(rffi.sizeof(Z_STREAM)),
    );
    if (code !== Z_OK) {
      const error = failure(stream, code);
      lltype.free(stream, { flavor: 'raw' });
      throw error;
    }
    this.#stream = stream;
  }

  /** What comes out for `data`; with Flush.Finish, the end of the stream. */
  write(data: Uint8Array, flush: Flush = Flush.None): Uint8Array {
    const stream = this.#open();
    const out = new Collected(PIECE);
    using source = rffi.scoped_nonmovingbuffer(data);
    let at: isize = 0;
    do {
      const count = least(data.length - at, MOST);
      stream.c_next_in = rffi.cast(rffi.UCHARP, rffi.ptradd(source.ptr, at));
      stream.c_avail_in = u32(count);
      at += count;
      this.#run(stream, i32(at === data.length ? flush : Flush.None), out);
    } while (at < data.length);
    stream.c_next_in = NO_BYTES;
    return out.taken();
  }

  #run(stream: StreamPtr, flush: i32, out: Collected): void {
    for (;;) {
      const room = out.room(PIECE);
      using target = rffi.scoped_nonmovingbuffer(room);
      const size = least(room.length, MOST);
      stream.c_next_out = rffi.cast(rffi.UCHARP, target.ptr);
      stream.c_avail_out = u32(size);
      const code = z_deflate(stream, flush);
      out.advance(size - isize(stream.c_avail_out));
      stream.c_next_out = NO_BYTES;
      // Z_BUF_ERROR says that there was nothing to do, and is no error.
      if (code < 0 && code !== Z_BUF_ERROR) throw failure(stream, code);
      if (code === Z_STREAM_END) return;
      if (stream.c_avail_out > 0 && (flush !== Flush.Finish || code === Z_BUF_ERROR)) return;
    }
  }

  /** What follows is compressed in this way. Gives what of the data before had to come out. */
  parameters(level: i32, strategy: i32): Uint8Array {
    const stream = this.#open();
    const before = this.write(new Uint8Array(0), Flush.Block);
    using spare = rffi.scoped_alloc_buffer(PIECE);
    stream.c_next_out = rffi.cast(rffi.UCHARP, spare.ptr);
    stream.c_avail_out = u32(PIECE);
    const code = z_deflateParams(stream, level, strategy);
    if (code !== Z_OK) throw failure(stream, code);
    const count = PIECE - isize(stream.c_avail_out);
    const result = new Uint8Array(before.length + count);
    result.set(before);
    for (let i: isize = 0; i < count; i++) result[before.length + i] = spare.ptr[i];
    return result;
  }

  /** Before the first `write`: bytes that are likely to come, the likeliest last. */
  dictionary(bytes: Uint8Array): void {
    const stream = this.#open();
    using source = rffi.scoped_nonmovingbuffer(bytes);
    const code = z_deflateSetDictionary(stream, source.ptr, u32(bytes.length));
    if (code !== Z_OK) throw failure(stream, code);
  }

  /** Before the first `write`, for Format.Gzip. */
  header(header: GzipHeader): void {
    const stream = this.#open();
    this.#freeHeader();
    const raw = lltype.malloc(GZ_HEADER, { flavor: 'raw', zero: true });
    this.#header = raw; // from here on the stream owns it
    raw.c_text = header.isText ? 1 : 0;
    raw.c_time = header.time;
    raw.c_os = header.os;
    raw.c_hcrc = 1;
    if (header.name !== '') raw.c_name = rffi.cast(rffi.UCHARP, rffi.str2charp(header.name));
    if (header.comment !== '') {
      raw.c_comment = rffi.cast(rffi.UCHARP, rffi.str2charp(header.comment));
    }
    const code = z_deflateSetHeader(stream, raw);
    if (code !== Z_OK) throw failure(stream, code);
  }

  /** The checksum of what went in: Adler-32 of zlib's format, CRC-32 of gzip's. */
  get checksum(): u32 {
    return u32(this.#open().c_adler);
  }
  get bytesIn(): usize {
    return this.#open().c_total_in;
  }
  get bytesOut(): usize {
    return this.#open().c_total_out;
  }

  /** Begins a new stream with the same settings. */
  reset(): void {
    const stream = this.#open();
    const code = z_deflateReset(stream);
    if (code !== Z_OK) throw failure(stream, code);
  }

  [Symbol.dispose](): void {
    if (this.#stream === null) return;
    z_deflateEnd(this.#stream);
    lltype.free(this.#stream, { flavor: 'raw' });
    this.#stream = lltype.nullptr(Z_STREAM);
    this.#freeHeader();
  }

  #freeHeader(): void {
    const header = this.#header;
    if (header === null) return;
    rffi.free_charp(rffi.cast(rffi.CCHARP, header.c_name));
    rffi.free_charp(rffi.cast(rffi.CCHARP, header.c_comment));
    lltype.free(header, { flavor: 'raw' });
    this.#header = lltype.nullptr(GZ_HEADER);
  }

  #open(): StreamPtr {
    if (this.#stream === null) throw new Error('the stream is closed');
    return this.#stream;
  }
}

/** Longer names and comments in the header of a gzip file are cut. */
const LONGEST_NAME: u32 = 1024;

/** Decompresses a stream of bytes. */
export class Inflater implements Disposable {
  #stream: StreamPtr;
  #header: HeaderPtr = lltype.nullptr(GZ_HEADER);
  /** Of the header: libz forgets them where a file has none. */
  #name: BytesPtr = NO_BYTES;
  #comment: BytesPtr = NO_BYTES;
  #dictionary: Uint8Array | null = null;
  /** The end of the stream was read; what follows it belongs to somebody else. */
  isEnded = false;
  /** How many bytes of the last `write` were behind the end. */
  surplus: isize = 0;

  constructor(format: i32 = Format.Detected) {
    const stream = lltype.malloc(Z_STREAM, { flavor: 'raw', zero: true });
    const code = z_inflateInit2(stream, format, z_zlibVersion(), i32(rffi.sizeof(Z_STREAM)));
    if (code !== Z_OK) {
      const error = failure(stream, code);
      lltype.free(stream, { flavor: 'raw' });
      throw error;
    }
    this.#stream = stream;
  }

  /** What comes out for `data`, the next piece of the stream. A ZlibError where it is damaged. */
  write(data: Uint8Array): Uint8Array {
    const stream = this.#open();
    const out = new Collected(PIECE);
    using source = rffi.scoped_nonmovingbuffer(data);
    let at: isize = 0;
    while (at < data.length && !this.isEnded) {
      const count = least(data.length - at, MOST);
      stream.c_next_in = rffi.cast(rffi.UCHARP, rffi.ptradd(source.ptr, at));
      stream.c_avail_in = u32(count);
      this.#run(stream, out);
      at += count - isize(stream.c_avail_in);
    }
    stream.c_next_in = NO_BYTES;
    stream.c_avail_in = 0;
    this.surplus = data.length - at;
    return out.taken();
  }

  #run(stream: StreamPtr, out: Collected): void {
    for (;;) {
      const room = out.room(PIECE);
      using target = rffi.scoped_nonmovingbuffer(room);
      const size = least(room.length, MOST);
      stream.c_next_out = rffi.cast(rffi.UCHARP, target.ptr);
      stream.c_avail_out = u32(size);
      let code = z_inflate(stream, Flush.None);
      out.advance(size - isize(stream.c_avail_out));
      stream.c_next_out = NO_BYTES;
      if (code === Z_NEED_DICT) {
        this.#giveDictionary(stream);
        code = Z_OK;
        if (stream.c_avail_in > 0) continue;
      }
      if (code < 0 && code !== Z_BUF_ERROR) throw failure(stream, code);
      if (code === Z_STREAM_END) this.isEnded = true;
      if (code === Z_STREAM_END || stream.c_avail_out > 0) return;
    }
  }

  #giveDictionary(stream: StreamPtr): void {
    const dictionary = this.#dictionary;
    if (dictionary === null) throw new ZlibError('need dictionary', Z_NEED_DICT);
    using bytes = rffi.scoped_nonmovingbuffer(dictionary);
    const code = z_inflateSetDictionary(stream, bytes.ptr, u32(dictionary.length));
    if (code === Z_DATA_ERROR) throw new ZlibError('the dictionary is another one', code);
    if (code !== Z_OK) throw failure(stream, code);
  }

  /** What the other side gave to `Deflater.dictionary`. `now`: for Format.Raw, whose data do not ask for it. */
  dictionary(bytes: Uint8Array, now: boolean = false): void {
    this.#dictionary = bytes.slice();
    if (now) this.#giveDictionary(this.#open());
  }

  /** Before the first `write`: `header` will be known. */
  keepHeader(): void {
    const stream = this.#open();
    this.#freeHeader();
    const raw = lltype.malloc(GZ_HEADER, { flavor: 'raw', zero: true });
    this.#header = raw;
    this.#name = newBytes(isize(LONGEST_NAME));
    this.#comment = newBytes(isize(LONGEST_NAME));
    raw.c_name = this.#name;
    raw.c_name_max = LONGEST_NAME - 1;
    raw.c_comment = this.#comment;
    raw.c_comm_max = LONGEST_NAME - 1;
    const code = z_inflateGetHeader(stream, raw);
    if (code !== Z_OK) throw failure(stream, code);
  }

  /** null: not read yet, or the stream has none. */
  get header(): GzipHeader | null {
    const raw = this.#header;
    if (raw === null || raw.c_done !== 1) return null;
    const header = new GzipHeader(textOf(raw.c_name), textOf(raw.c_comment), u32(raw.c_time));
    header.os = raw.c_os;
    header.isText = raw.c_text !== 0;
    return header;
  }

  get checksum(): u32 {
    return u32(this.#open().c_adler);
  }
  get bytesIn(): usize {
    return this.#open().c_total_in;
  }
  get bytesOut(): usize {
    return this.#open().c_total_out;
  }

  /** Looks for the next Flush.Full in `data` and begins there. Gives the position behind it, or -1. */
  skipDamage(data: Uint8Array): isize {
    const stream = this.#open();
    using source = rffi.scoped_nonmovingbuffer(data);
    stream.c_next_in = rffi.cast(rffi.UCHARP, source.ptr);
    stream.c_avail_in = u32(least(data.length, MOST));
    const code = z_inflateSync(stream);
    const at = data.length - isize(stream.c_avail_in);
    stream.c_next_in = NO_BYTES;
    stream.c_avail_in = 0;
    return code === Z_OK ? at : -1;
  }

  /** Begins a new stream of the same format. */
  reset(): void {
    const stream = this.#open();
    const code = z_inflateReset(stream);
    if (code !== Z_OK) throw failure(stream, code);
    this.isEnded = false;
    this.surplus = 0;
  }

  [Symbol.dispose](): void {
    if (this.#stream === null) return;
    z_inflateEnd(this.#stream);
    lltype.free(this.#stream, { flavor: 'raw' });
    this.#stream = lltype.nullptr(Z_STREAM);
    this.#freeHeader();
  }

  #freeHeader(): void {
    const header = this.#header;
    if (header === null) return;
    lltype.free(this.#name, { flavor: 'raw' });
    lltype.free(this.#comment, { flavor: 'raw' });
    lltype.free(header, { flavor: 'raw' });
    this.#header = lltype.nullptr(GZ_HEADER);
    this.#name = NO_BYTES;
    this.#comment = NO_BYTES;
  }

  #open(): StreamPtr {
    if (this.#stream === null) throw new Error('the stream is closed');
    return this.#stream;
  }
}

type BytesPtr = lltype.Ptr<typeof rffi.UCHARP.to>;

function newBytes(size: isize): BytesPtr {
  return lltype.malloc(rffi.UCHARP.to, size, { flavor: 'raw', zero: true });
}
function textOf(bytes: BytesPtr): string {
  return bytes === null ? '' : rffi.charp2str(bytes);
}

/** libz's version, e.g. '1.2.13'. */
export function version(): string {
  const text = z_zlibVersion();
  return text === null ? '' : rffi.charp2str(text);
}

/** CRC-32 of `data`, behind data whose CRC-32 is `before`. */
export function crc32(data: Uint8Array, before: u32 = 0): u32 {
  using source = rffi.scoped_nonmovingbuffer(data);
  return u32(z_crc32(before, source.ptr, data.length));
}
/** Adler-32 of `data`, behind data whose Adler-32 is `before`. */
export function adler32(data: Uint8Array, before: u32 = 1): u32 {
  using source = rffi.scoped_nonmovingbuffer(data);
  return u32(z_adler32(before, source.ptr, data.length));
}
/** CRC-32 of two pieces, one behind the other, of which the second has `length` bytes. */
export function crc32Combined(first: u32, second: u32, length: isize): u32 {
  return u32(z_crc32_combine(first, second, length));
}
/** The same of Adler-32. */
export function adler32Combined(first: u32, second: u32, length: isize): u32 {
  return u32(z_adler32_combine(first, second, length));
}
