'use mixmod';
// Streams in memory of the host's: begun, fed, copied. What is wrong is a status of libz.
import type { i32, isize } from 'mixmod';
import { offthread, rffi, u32 } from 'mixmod';
import {
  deflateCopy,
  deflateInit2,
  deflateSetDictionary,
  inflateCopy,
  inflateInit2,
  inflateSetDictionary,
} from './interp_libz.ts';
import { Copying, cleared, opened } from './interp_memory.ts';
import { REST, STATUS, run_deflate, run_inflate } from './interp_run.ts';

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

/** As `run_deflate`. */
export function deflate_run(
  memory: Uint8Array,
  input: Uint8Array,
  flush: i32,
  room: isize,
  report: Float64Array,
): Uint8Array {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  return run_deflate(opened(bytes.ptr, memory.length).stream, input, flush, room, report);
}

/** As `run_inflate`. */
export function inflate_run(
  memory: Uint8Array,
  input: Uint8Array,
  flush: i32,
  room: isize,
  limit: isize,
  report: Float64Array,
): Uint8Array {
  using bytes = rffi.scoped_nonmovingbuffer(memory);
  return run_inflate(opened(bytes.ptr, memory.length).stream, input, flush, room, limit, report);
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
