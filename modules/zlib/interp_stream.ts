'use mixmod';
// Streams in memory of the host's: begun, fed, copied. What is wrong is a status of libz.
import type { i32 } from 'mixmod';
import { aborted, f64, isize, offthread, rffi, u32 } from 'mixmod';
import {
  deflate,
  deflateCopy,
  deflateInit2,
  deflateSetDictionary,
  inflate,
  inflateCopy,
  inflateInit2,
  inflateSetDictionary,
  type Stream,
} from './interp_libz.ts';
import { Copying, cleared, opened, type Bytes } from './interp_memory.ts';
import { Output } from './interp_output.ts';

const OK: i32 = 0;
const STREAM_END: i32 = 1;
const NEED_DICT: i32 = 2;
const BUF_ERROR: i32 = -5;
const NO_FLUSH: i32 = 0;

const UNLIMITED: isize = 9007199254740991;
/** Bytes that libz is given at a time; it counts in 32 bits, and the caller may have given up meanwhile. */
const PIECE: isize = 1 << 22;

/** Places of what a run reports: the bytes at the end of the input that have not been read, and the status. */
const REST = 0;
const STATUS = 1;

/** A run on another thread. */
export interface Run {
  memory: Uint8Array;
  output: Uint8Array;
  rest: number;
  status: number;
}

export function deflate_begin(
  memory: Uint8Array,
  level: i32,
  method: i32,
  wbits: i32,
  mem_level: i32,
  strategy: i32,
): i32 {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  const stream = cleared(bytes.ptr, memory.length).stream;
  return deflateInit2(stream, level, method, wbits, mem_level, strategy);
}

export function inflate_begin(memory: Uint8Array, wbits: i32): i32 {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  return inflateInit2(cleared(bytes.ptr, memory.length).stream, wbits);
}

export function deflate_dictionary(memory: Uint8Array, dictionary: Uint8Array): i32 {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  using words = rffi.scoped_nonmovingbuffer(dictionary);
  const stream = opened(bytes.ptr, memory.length).stream;
  return deflateSetDictionary(
    stream,
    dictionary.length === 0 ? bytes.ptr : words.ptr,
    u32(dictionary.length),
  );
}

export function inflate_dictionary(memory: Uint8Array, dictionary: Uint8Array): i32 {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  using words = rffi.scoped_nonmovingbuffer(dictionary);
  const stream = opened(bytes.ptr, memory.length).stream;
  return inflateSetDictionary(
    stream,
    dictionary.length === 0 ? bytes.ptr : words.ptr,
    u32(dictionary.length),
  );
}

/** `to` is as long as `from`, or longer. */
export function deflate_copy(from: Uint8Array, to: Uint8Array): i32 {
  using source = rffi.scoped_nonmovingbuffer(from);
  using target = rffi.scoped_nonmovingbuffer(to);
  const copying = new Copying(opened(source.ptr, from.length), cleared(target.ptr, to.length));
  const status = deflateCopy(copying.to.stream, copying.from.stream);
  copying.done();
  return status;
}

export function inflate_copy(from: Uint8Array, to: Uint8Array): i32 {
  using source = rffi.scoped_nonmovingbuffer(from);
  using target = rffi.scoped_nonmovingbuffer(to);
  const copying = new Copying(opened(source.ptr, from.length), cleared(target.ptr, to.length));
  const status = inflateCopy(copying.to.stream, copying.from.stream);
  copying.done();
  return status;
}

/** libz's own words for what is wrong, empty where it has none. */
export function message_of(memory: Uint8Array): string {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  const text = opened(bytes.ptr, memory.length).stream.c_msg;
  return text === null ? '' : rffi.charp2str(text);
}

const isGood = (status: i32): boolean => status >= OK || status === BUF_ERROR;

/** Gives the stream the next piece of its input, of which `rest` bytes are left; how many are left behind that. */
function feed(stream: Stream, start: Bytes, length: isize, rest: isize): isize {
  const count = rest < PIECE ? rest : PIECE;
  stream.c_next_in = rffi.cast(rffi.UCHARP, rffi.ptradd(start, length - rest));
  stream.c_avail_in = u32(count);
  return rest - count;
}

/** All of the input is read. Output begins with `room` bytes. Where `report` has an error, the output is of no use. */
export function deflate_run(
  memory: Uint8Array,
  input: Uint8Array,
  flush: i32,
  room: isize,
  report: Float64Array,
): Uint8Array {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  using source = rffi.scoped_nonmovingbuffer(input);
  const stream = opened(bytes.ptr, memory.length).stream;
  const output = new Output();
  stream.c_avail_out = 0;
  try {
    let rest: isize = input.length;
    let status = OK;
    do {
      rest = feed(stream, source.ptr, input.length, rest);
      do {
        if (stream.c_avail_out === 0) output.grow(stream, room, UNLIMITED);
        status = deflate(stream, rest > 0 ? NO_FLUSH : flush);
      } while (stream.c_avail_out === 0 && isGood(status));
    } while (rest > 0 && isGood(status) && !aborted());
    report[REST] = f64(rest);
    report[STATUS] = status;
    return output.taken(isize(stream.c_avail_out));
  } finally {
    output.free();
  }
}

/**
 * Ends where the stream does, where it needs a dictionary, or with `limit` bytes of output, which begins with `room` bytes. Where `report`
 * has an error, the output is of no use.
 */
export function inflate_run(
  memory: Uint8Array,
  input: Uint8Array,
  flush: i32,
  room: isize,
  limit: isize,
  report: Float64Array,
): Uint8Array {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  using source = rffi.scoped_nonmovingbuffer(input);
  const stream = opened(bytes.ptr, memory.length).stream;
  const output = new Output();
  stream.c_avail_out = 0;
  try {
    let rest: isize = input.length;
    let status = OK;
    do {
      rest = feed(stream, source.ptr, input.length, rest);
      do {
        if (stream.c_avail_out === 0) {
          if (output.size >= limit) break;
          output.grow(stream, room, limit - output.size);
        }
        status = inflate(stream, rest > 0 ? NO_FLUSH : flush);
      } while (stream.c_avail_out === 0 && status !== NEED_DICT && isGood(status));
      rest += isize(stream.c_avail_in);
    } while (
      rest > 0 &&
      stream.c_avail_in === 0 &&
      status < STREAM_END &&
      isGood(status) &&
      !aborted()
    );
    report[REST] = f64(rest);
    report[STATUS] = status;
    return output.taken(isize(stream.c_avail_out));
  } finally {
    output.free();
  }
}

export const deflate_apart = offthread(
  (memory: Uint8Array, input: Uint8Array, flush: i32, room: isize): Run => {
    const report = new Float64Array(2);
    const output = deflate_run(memory, input, flush, room, report);
    return { memory, output, rest: report[REST], status: report[STATUS] };
  },
);

export const inflate_apart = offthread(
  (memory: Uint8Array, input: Uint8Array, flush: i32, room: isize, limit: isize): Run => {
    const report = new Float64Array(2);
    const output = inflate_run(memory, input, flush, room, limit, report);
    return { memory, output, rest: report[REST], status: report[STATUS] };
  },
);
