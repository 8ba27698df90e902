// Runs on other threads: a stream's memory goes there and comes back, without a copy.
import { bytesOf, dataOf, kindOf, type Bytes, type Data } from './app_arguments.ts';
import { roomFor, wholeSettings, type WholeCompressOptions } from './app_compress.ts';
import { Z_FINISH } from './app_constants.ts';
import { checkWhole, wholeDecompress, type WholeDecompressOptions } from './app_decompress.ts';
import { failure } from './app_error.ts';
import { begunDeflate, begunInflate, giveBack } from './app_memory.ts';
import { DEFLATING, UNLIMITED, isGood } from './app_run.ts';
import { deflate_apart, inflate_apart } from './interp_stream.ts';

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

type Options = Parameters<typeof deflate_apart>[4];

/** With the stream's memory. An options object must not have an undefined signal. */
const apart = (
  memory: Uint8Array,
  signal: AbortSignal | undefined,
  transfer: readonly ArrayBuffer[] = [],
): NonNullable<Options> => ({
  transfer: [memory.buffer as ArrayBuffer, ...transfer],
  ...(signal === undefined ? {} : { signal }),
});

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
  { signal, transfer }: ApartOptions,
): Promise<RunApart> {
  const run = await deflate_apart(memory, input, flush, room, apart(memory, signal, transfer));
  if (!isGood(run.status)) throw failure(run.status, DEFLATING, run.memory);
  return run;
}

/** Whatever the status is. */
export const inflatedApart = async (
  memory: Uint8Array,
  input: Uint8Array,
  flush: number,
  room: number,
  limit: number,
  { signal, transfer }: ApartOptions,
): Promise<RunApart> =>
  inflate_apart(memory, input, flush, room, limit, apart(memory, signal, transfer));

/** As `compress`, on another thread. */
export async function compress_async(
  data: Data,
  options: WholeCompressOptions & ApartOptions = {},
): Promise<Uint8Array> {
  const where = 'compress_async';
  const bytes = dataOf(data, where);
  const { others, ...how } = split(where, options);
  const begun = begunDeflate(wholeSettings(where, [others]), where);
  const room = roomFor(bytes.length);
  const { memory, output } = await deflatedApart(begun, bytes, Z_FINISH, room, how);
  giveBack(memory);
  return output;
}

/** As `decompress`, on another thread. */
export async function decompress_async(
  data: Bytes,
  options: WholeDecompressOptions & ApartOptions = {},
): Promise<Uint8Array> {
  const where = 'decompress_async';
  const bytes = bytesOf(data, where);
  const { others, ...how } = split(where, options);
  const { wbits, room } = wholeDecompress(where, bytes.length, [others]);
  const begun = begunInflate({ wbits, zdict: null });
  const run = await inflatedApart(begun, bytes, Z_FINISH, room, UNLIMITED, how);
  checkWhole(run.status, run.memory);
  giveBack(run.memory);
  return run.output;
}
