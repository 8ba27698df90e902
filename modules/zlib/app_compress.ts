// Compression: of whole data, and by an object.
import { dataOf, integerOf, named, type Bytes, type Data } from './app_arguments.ts';
import {
  DEFLATED,
  DEF_BUF_SIZE,
  DEF_MEM_LEVEL,
  MAX_WBITS,
  Z_BLOCK,
  Z_DEFAULT_COMPRESSION,
  Z_DEFAULT_STRATEGY,
  Z_FINISH,
  Z_NO_FLUSH,
} from './app_constants.ts';
import { Status, ZlibError, failure } from './app_error.ts';
import { begunDeflate, giveBack, take } from './app_memory.ts';
import {
  compressSettings,
  compressWbits,
  type CompressOptions,
  type CompressSettings,
} from './app_settings.ts';
import { DEFLATING, deflated } from './app_run.ts';
import { deflate_copy } from './interp_stream.ts';

const FLUSHING = 'while flushing';
/** The first room for output grows with the data, up to this. */
const MOST_ROOM = 1 << 20;

export const roomFor = (length: number): number =>
  Math.min(length + (length >>> 9) + 64, MOST_ROOM);

/** What `compress` takes by name. */
export type WholeCompressOptions = Pick<CompressOptions, 'level' | 'wbits'>;

export function wholeSettings(where: string, given: readonly unknown[]): CompressSettings {
  const { level = Z_DEFAULT_COMPRESSION, wbits = MAX_WBITS } = named(where, WHOLE, given);
  return {
    level: integerOf(level, -1, 9, where, 'level'),
    method: DEFLATED,
    wbits: compressWbits(wbits, where),
    memLevel: DEF_MEM_LEVEL,
    strategy: Z_DEFAULT_STRATEGY,
    zdict: null,
  };
}
const WHOLE = ['level', 'wbits'] as const;

/** The data, compressed. */
export function compress(data: Data, level?: number, wbits?: number): Uint8Array;
export function compress(data: Data, options: WholeCompressOptions): Uint8Array;
export function compress(data: Data, ...options: readonly unknown[]): Uint8Array {
  const bytes = dataOf(data, 'compress');
  const memory = begunDeflate(wholeSettings('compress', options), 'compress');
  const { output } = deflated(memory, bytes, Z_FINISH, roomFor(bytes.length), DEFLATING);
  giveBack(memory);
  return output;
}

/** A compressor for data in pieces, from `compressobj`. */
export class Compress implements Disposable {
  #memory: Uint8Array | null;

  /** Use `compressobj`. */
  constructor(memory: Uint8Array) {
    this.#memory = memory;
  }

  #opened(activity: string): Uint8Array {
    if (this.#memory === null) throw failure(Status.streamError, activity, '');
    return this.#memory;
  }

  /** What there is of the output already, often nothing. */
  compress(data: Data): Uint8Array {
    const bytes = dataOf(data, 'compress');
    const memory = this.#opened(DEFLATING);
    return deflated(memory, bytes, Z_NO_FLUSH, DEF_BUF_SIZE, DEFLATING).output;
  }

  /** The rest of the output. After `Z_FINISH` nothing more can be compressed; after other modes it can. */
  flush(mode: number = Z_FINISH): Uint8Array {
    const how = integerOf(mode, Z_NO_FLUSH, Z_BLOCK, 'flush', 'mode');
    if (how === Z_NO_FLUSH) return new Uint8Array(0);
    const memory = this.#opened(FLUSHING);
    const { output, status } = deflated(memory, new Uint8Array(0), how, DEF_BUF_SIZE, FLUSHING);
    if (status === Status.streamEnd) this[Symbol.dispose]();
    return output;
  }

  /** Another compressor in the same state. */
  copy(): Compress {
    if (this.#memory === null) throw new ZlibError('copy: the stream has ended');
    const memory = take(this.#memory.length);
    const status = deflate_copy(this.#memory, memory);
    if (status !== Status.ok) throw failure(status, 'while copying compression object', '');
    return new Compress(memory);
  }

  /** Gives the memory back. Does nothing after the end. */
  [Symbol.dispose](): void {
    if (this.#memory !== null) giveBack(this.#memory);
    this.#memory = null;
  }
}

/** An object that compresses data in pieces. */
export function compressobj(
  level?: number,
  method?: number,
  wbits?: number,
  memLevel?: number,
  strategy?: number,
  zdict?: Bytes,
): Compress;
export function compressobj(options: CompressOptions): Compress;
export function compressobj(...options: readonly unknown[]): Compress {
  return new Compress(begunDeflate(compressSettings('compressobj', options), 'compressobj'));
}
