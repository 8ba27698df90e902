'use mixmod';
// libz's loops: a stream takes all of its input, its output is as large as it comes.
import type { i32, lltype } from 'mixmod';
import { aborted, f64, isize, rffi, u32 } from 'mixmod';
import { deflate, inflate, type Stream } from './interp_libz.ts';
import { Output } from './interp_output.ts';

export const OK: i32 = 0;
const STREAM_END: i32 = 1;
const NEED_DICT: i32 = 2;
const BUF_ERROR: i32 = -5;
const NO_FLUSH: i32 = 0;

export const UNLIMITED: isize = 9007199254740991;
/** Bytes that libz is given at a time; it counts in 32 bits, and the caller may have given up meanwhile. */
const PIECE: isize = 1 << 22;

/** Places of what a run reports: the bytes at the end of the input that have not been read, and the status. */
export const REST = 0;
export const STATUS = 1;
type Bytes = lltype.Ptr<typeof rffi.CCHARP.to>;

const isGood = (status: i32): boolean => status >= OK || status === BUF_ERROR;

/** Gives the stream the next piece of its input, of which `rest` bytes are left; how many are left behind that. */
function feed(stream: Stream, start: Bytes, length: isize, rest: isize): isize {
  const count = rest < PIECE ? rest : PIECE;
  stream.c_next_in = rffi.cast(rffi.UCHARP, rffi.ptradd(start, length - rest));
  stream.c_avail_in = u32(count);
  return rest - count;
}

/** All of the input is read. Output begins with `room` bytes. Where `report` has an error, the output is of no use. */
export function run_deflate(
  stream: Stream,
  input: Uint8Array,
  flush: i32,
  room: isize,
  report: Float64Array,
): Uint8Array {
  using source = rffi.scoped_nonmovingbuffer(input);
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
export function run_inflate(
  stream: Stream,
  input: Uint8Array,
  flush: i32,
  room: isize,
  limit: isize,
  report: Float64Array,
): Uint8Array {
  using source = rffi.scoped_nonmovingbuffer(input);
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
