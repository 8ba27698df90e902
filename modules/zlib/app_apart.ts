// Runs on other threads: a stream's memory goes there and comes back, without a copy.
import { bytesOf, dataOf, kindOf, type Bytes, type Data } from './app_arguments.ts';
import { roomFor, wholeSettings, type WholeCompressOptions } from './app_compress.ts';
import { checkWhole, wholeDecompress, type WholeDecompressOptions } from './app_decompress.ts';
import { Status, failure } from './app_error.ts';
import { DEFLATING, INFLATING, isGood } from './app_run.ts';
import { deflate_apart, inflate_apart } from './interp_stream.ts';
import { deflate_whole, inflate_whole } from './interp_whole.ts';

export interface SignalOption {
  /** When it aborts, what waits is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ApartOptions extends SignalOption {
  /** ArrayBuffers of the data that are taken from the caller in place of being copied, as with `structuredClone`. */
  readonly transfer?: readonly ArrayBuffer[] | undefined;
}

interface Split {
  readonly signal: AbortSignal | undefined;
  readonly transfer: readonly ArrayBuffer[];
  /** The other options. */
  readonly others: object;
}

/** Options that are objects, without those that are for threads. */
export function split(where: string, options: unknown): Split {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`${where}: options must be an object, not ${kindOf(options)}`);
  const { signal, transfer = [], ...others } = options as ApartOptions;
  if (signal !== undefined && !(signal instanceof AbortSignal))
    throw new TypeError(`${where}: signal must be an AbortSignal, not ${kindOf(signal)}`);
  if (!Array.isArray(transfer) || !transfer.every((one) => one instanceof ArrayBuffer))
    throw new TypeError(`${where}: transfer must be an array of ArrayBuffers`);
  return { signal, transfer, others };
}

/** As the compiled functions take them: without a signal that is undefined. */
const threadOptions = (signal: AbortSignal | undefined, transfer: readonly ArrayBuffer[]) => ({
  transfer,
  ...(signal === undefined ? {} : { signal }),
});

const taking = (memory: Uint8Array): readonly ArrayBuffer[] => [memory.buffer as ArrayBuffer];

export interface RunApart {
  /** The stream's. That which was given is gone. */
  readonly memory: Uint8Array;
  readonly output: Uint8Array;
  readonly rest: number;
  readonly status: number;
}

/** Rejects with `error` for what libz does not take. */
export async function deflatedApart(
  memory: Uint8Array,
  input: Uint8Array,
  flush: number,
  room: number,
  signal: AbortSignal | undefined,
): Promise<RunApart> {
  const how = threadOptions(signal, taking(memory));
  const run = await deflate_apart(memory, input, flush, room, how);
  if (!isGood(run.status)) throw failure(run.status, DEFLATING, run.memory);
  return run;
}

/** Rejects with `error` for what is no stream; 'dictionary needed' is no error. */
export async function inflatedApart(
  memory: Uint8Array,
  input: Uint8Array,
  flush: number,
  room: number,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<RunApart> {
  const how = threadOptions(signal, taking(memory));
  const run = await inflate_apart(memory, input, flush, room, limit, how);
  if (!isGood(run.status)) throw failure(run.status, INFLATING, run.memory);
  return run;
}

/** As `compress`, on another thread. */
export async function compress_async(
  data: Data,
  options: WholeCompressOptions & ApartOptions = {},
): Promise<Uint8Array> {
  const where = 'compress_async';
  const bytes = dataOf(data, where);
  const { others, signal, transfer } = split(where, options);
  const { level, wbits } = wholeSettings(where, [others]);
  const room = roomFor(bytes.length);
  const how = threadOptions(signal, transfer);
  const { output, status, words } = await deflate_whole(bytes, level, wbits, room, how);
  if (status !== Status.streamEnd) throw failure(status, DEFLATING, words);
  return output;
}

/** As `decompress`, on another thread. */
export async function decompress_async(
  data: Bytes,
  options: WholeDecompressOptions & ApartOptions = {},
): Promise<Uint8Array> {
  const where = 'decompress_async';
  const bytes = bytesOf(data, where);
  const { others, signal, transfer } = split(where, options);
  const { wbits, room } = wholeDecompress(where, bytes.length, [others]);
  const how = threadOptions(signal, transfer);
  const { output, status, words } = await inflate_whole(bytes, wbits, room, how);
  checkWhole(status, words);
  return output;
}
