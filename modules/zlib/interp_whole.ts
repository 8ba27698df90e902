'use mixmod';
// Whole data on other threads, by streams that nobody else has: their memory is libz's own, and ends with the call.
import type { i32, isize } from 'mixmod';
import { lltype, offthread, rffi } from 'mixmod';
import {
  Z_STREAM,
  deflateEnd,
  deflateInit2,
  inflateEnd,
  inflateInit2,
  type Stream,
} from './interp_libz.ts';
import { OK, STATUS, UNLIMITED, run_deflate, run_inflate } from './interp_run.ts';

const FINISH: i32 = 4;
const DEFLATED: i32 = 8;
const DEFAULT_MEMORY: i32 = 8;
const DEFAULT_STRATEGY: i32 = 0;

export interface Whole {
  output: Uint8Array;
  status: number;
  /** libz's words for what is wrong, empty where it has none. */
  words: string;
}

function words_of(stream: Stream): string {
  const text = stream.c_msg;
  return text === null ? '' : rffi.charp2str(text);
}

const not_begun = (status: i32, stream: Stream): Whole => ({
  output: new Uint8Array(0),
  status,
  words: words_of(stream),
});

/** Output begins with `room` bytes. */
export const deflate_whole = offthread(
  (data: Uint8Array, level: i32, wbits: i32, room: isize): Whole => {
    using memory = lltype.scoped_alloc(Z_STREAM, { zero: true });
    const stream = memory.ptr;
    const begun = deflateInit2(stream, level, DEFLATED, wbits, DEFAULT_MEMORY, DEFAULT_STRATEGY);
    if (begun !== OK) return not_begun(begun, stream);
    try {
      const report = new Float64Array(2);
      const output = run_deflate(stream, data, FINISH, room, report);
      return { output, status: report[STATUS], words: words_of(stream) };
    } finally {
      deflateEnd(stream);
    }
  },
);

/** Output begins with `room` bytes. */
export const inflate_whole = offthread((data: Uint8Array, wbits: i32, room: isize): Whole => {
  using memory = lltype.scoped_alloc(Z_STREAM, { zero: true });
  const stream = memory.ptr;
  const begun = inflateInit2(stream, wbits);
  if (begun !== OK) return not_begun(begun, stream);
  try {
    const report = new Float64Array(2);
    const output = run_inflate(stream, data, FINISH, room, UNLIMITED, report);
    return { output, status: report[STATUS], words: words_of(stream) };
  } finally {
    inflateEnd(stream);
  }
});
