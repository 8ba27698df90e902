// The memory of streams: arrays of the host's, which collects them. A few that are not needed any more are kept for the next streams, since
// clean memory of this size is what beginning a stream costs most.
import { Status, failure } from './app_error.ts';
import type { CompressSettings, DecompressSettings } from './app_settings.ts';
import {
  deflate_begin,
  deflate_dictionary,
  inflate_begin,
  inflate_dictionary,
} from './interp_stream.ts';

const KEPT = 4;
/** More than any libz takes. */
const MOST_BYTES = 1 << 23;
const INFLATE_BYTES = 1 << 16;

const kept: Uint8Array[] = [];

/** Its contents are of no use. */
export function take(size: number): Uint8Array {
  const index = kept.findIndex((one) => one.length === size);
  const [found] = index < 0 ? [] : kept.splice(index, 1);
  return found ?? new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
}

/** The stream that had it must not be used any more. */
export function giveBack(memory: Uint8Array): void {
  if (kept.length === KEPT) kept.shift();
  kept.push(memory);
}

/** What zlib's own documentation says, with room for implementations that take more. */
function deflateBytes({ wbits, memLevel }: CompressSettings): number {
  const window = Math.abs(wbits) & 15;
  const hash = Math.max(memLevel + 7, 16);
  return 2 ** (window + 2) + 5 * 2 ** (memLevel + 6) + 2 ** (hash + 1) + (1 << 14);
}

/** Memory in which `begin` has begun a stream: more of it, where libz says that it was not enough. */
function begun(least: number, activity: string, begin: (memory: Uint8Array) => number): Uint8Array {
  for (let size = least; ; size *= 2) {
    const memory = take(size);
    const status = begin(memory);
    if (status === Status.ok) return memory;
    if (status !== Status.memError || size > MOST_BYTES) throw failure(status, activity, memory);
  }
}

export function begunDeflate(settings: CompressSettings, where: string): Uint8Array {
  const { level, method, wbits, memLevel, strategy, zdict } = settings;
  const activity = 'while creating compression object';
  const memory = begun(deflateBytes(settings), activity, (bytes) =>
    deflate_begin(bytes, level, method, wbits, memLevel, strategy),
  );
  if (zdict !== null && deflate_dictionary(memory, zdict) !== Status.ok)
    throw new RangeError(`${where}: zdict is not for a stream of this format`);
  return memory;
}

export function begunInflate({ wbits, zdict }: DecompressSettings): Uint8Array {
  const memory = begun(INFLATE_BYTES, 'while creating decompression object', (bytes) =>
    inflate_begin(bytes, wbits),
  );
  if (zdict !== null && wbits < 0) setDictionary(memory, zdict);
  return memory;
}

export function setDictionary(memory: Uint8Array, zdict: Uint8Array): void {
  const status = inflate_dictionary(memory, zdict);
  if (status !== Status.ok) throw failure(status, 'while setting zdict', memory);
}
