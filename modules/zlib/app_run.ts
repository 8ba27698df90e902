// A run of a stream with some input. What the compiled function reports comes in an array, since a record of it would keep the output for
// as long as the compiled side does not collect.
import { Status, failure } from './app_error.ts';
import { deflate_run, inflate_run } from './interp_stream.ts';

/** What libz was asked for, in messages. */
export const DEFLATING = 'while compressing data';
export const INFLATING = 'while decompressing data';

/** Bytes of output. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

const report = new Float64Array(2);

export interface Run {
  readonly output: Uint8Array;
  /** Bytes at the end of the input that have not been read. */
  readonly rest: number;
  readonly status: number;
}

export const isGood = (status: number): boolean => status >= 0 || status === Status.bufError;

/** Throws `error` for what libz does not take. */
export function deflated(
  memory: Uint8Array,
  input: Uint8Array,
  flush: number,
  room: number,
  activity: string,
): Run {
  const output = deflate_run(memory, input, flush, room, report);
  const [rest = 0, status = 0] = report;
  if (!isGood(status)) throw failure(status, activity, memory);
  return { output, rest, status };
}

/** The same; 'dictionary needed' is no error. */
export function inflated(
  memory: Uint8Array,
  input: Uint8Array,
  flush: number,
  room: number,
  limit: number,
): Run {
  const output = inflate_run(memory, input, flush, room, limit, report);
  const [rest = 0, status = 0] = report;
  if (!isGood(status)) throw failure(status, INFLATING, memory);
  return { output, rest, status };
}
