// Decompression: of whole data, and by an object.
import { bytesOf, integerOf, named, type Bytes } from './app_arguments.ts';
import { DEF_BUF_SIZE, MAX_WBITS, Z_FINISH, Z_SYNC_FLUSH } from './app_constants.ts';
import { Status, failure } from './app_error.ts';
import { begunInflate, giveBack, setDictionary, take } from './app_memory.ts';
import { decompressSettings, decompressWbits, type DecompressOptions } from './app_settings.ts';
import { INFLATING, UNLIMITED, inflated } from './app_run.ts';
import { inflate_copy } from './interp_stream.ts';

/** The first room for output, if nobody has said it, is so many times the input, up to `MOST_ROOM`. */
const FACTOR = 4;
const MOST_ROOM = 1 << 20;

export interface WholeDecompressOptions {
  readonly wbits?: number | undefined;
  /** The first room for output, in bytes; it grows. */
  readonly bufsize?: number | undefined;
}

export interface WholeDecompress {
  readonly wbits: number;
  readonly room: number;
}

export function wholeDecompress(
  where: string,
  length: number,
  given: readonly unknown[],
): WholeDecompress {
  const { wbits = MAX_WBITS, bufsize } = named(where, ['wbits', 'bufsize'], given);
  const room =
    bufsize === undefined
      ? Math.min(Math.max(FACTOR * length, DEF_BUF_SIZE), MOST_ROOM)
      : Math.max(integerOf(bufsize, 0, 2 ** 31 - 1, where, 'bufsize'), 1);
  return { wbits: decompressWbits(wbits, where), room };
}

/** `error` unless the stream has come to its end. */
export function checkWhole(status: number, said: Uint8Array | string): void {
  if (status === Status.streamEnd) return;
  throw failure(status === Status.ok ? Status.bufError : status, INFLATING, said);
}

/** The data of a whole stream. What follows it is ignored. */
export function decompress(data: Bytes, wbits?: number, bufsize?: number): Uint8Array;
export function decompress(data: Bytes, options: WholeDecompressOptions): Uint8Array;
export function decompress(data: Bytes, ...options: readonly unknown[]): Uint8Array {
  const bytes = bytesOf(data, 'decompress');
  const { wbits, room } = wholeDecompress('decompress', bytes.length, options);
  const memory = begunInflate({ wbits, zdict: null });
  const { output, status } = inflated(memory, bytes, Z_FINISH, room, UNLIMITED);
  checkWhole(status, memory);
  giveBack(memory);
  return output;
}

const NOTHING: Uint8Array = new Uint8Array(0);

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** A decompressor for data in pieces, from `decompressobj`. */
export class Decompress implements Disposable {
  #memory: Uint8Array | null;
  readonly #zdict: Uint8Array | null;
  #unused: Uint8Array = NOTHING;
  #tail: Uint8Array = NOTHING;
  #isEnd = false;

  /** Use `decompressobj`. */
  constructor(memory: Uint8Array | null, zdict: Uint8Array | null) {
    this.#memory = memory;
    this.#zdict = zdict;
  }

  /** What was given beyond the end of the stream. */
  get unused_data(): Uint8Array {
    return this.#unused;
  }
  /** What has not been read because of `max_length`; to be given again. */
  get unconsumed_tail(): Uint8Array {
    return this.#tail;
  }
  /** The end of the stream has been read. */
  get eof(): boolean {
    return this.#isEnd;
  }

  /** What the data give, `max_length` bytes at most unless that is 0. */
  decompress(data: Bytes, max_length = 0): Uint8Array {
    const bytes = bytesOf(data, 'decompress');
    const most = integerOf(max_length, 0, UNLIMITED, 'decompress', 'max_length');
    return this.#run(bytes, Z_SYNC_FLUSH, DEF_BUF_SIZE, most === 0 ? UNLIMITED : most);
  }

  /** What `unconsumed_tail` gives. `length` is the first room for it in bytes. */
  flush(length: number = DEF_BUF_SIZE): Uint8Array {
    const room = integerOf(length, 1, 2 ** 31 - 1, 'flush', 'length');
    return this.#run(this.#tail, Z_FINISH, room, UNLIMITED);
  }

  #run(bytes: Uint8Array, flush: number, room: number, most: number): Uint8Array {
    if (this.#isEnd) {
      if (bytes.length > 0) this.#unused = joined(this.#unused, bytes);
      return new Uint8Array(0);
    }
    const memory = this.#memory;
    if (memory === null) throw failure(Status.streamError, INFLATING, '');
    let run = inflated(memory, bytes, flush, room, most);
    if (run.status === Status.needDict) {
      if (this.#zdict === null) throw failure(run.status, INFLATING, memory);
      setDictionary(memory, this.#zdict);
      run = inflated(memory, bytes.subarray(bytes.length - run.rest), flush, room, most);
    }
    const rest = bytes.slice(bytes.length - run.rest);
    this.#isEnd = run.status === Status.streamEnd;
    if (!this.#isEnd) this.#tail = rest;
    else {
      [this.#unused, this.#tail] = [rest, NOTHING];
      this[Symbol.dispose]();
    }
    return run.output;
  }

  /** Another decompressor in the same state. */
  copy(): Decompress {
    let memory: Uint8Array | null = null;
    if (!this.#isEnd) {
      if (this.#memory === null) throw failure(Status.streamError, 'while copying', '');
      memory = take(this.#memory.length);
      const status = inflate_copy(this.#memory, memory);
      if (status !== Status.ok) throw failure(status, 'while copying decompression object', '');
    }
    const copy = new Decompress(memory, this.#zdict);
    copy.#unused = this.#unused;
    copy.#tail = this.#tail;
    copy.#isEnd = this.#isEnd;
    return copy;
  }

  /** Gives the memory back. Does nothing after the end. */
  [Symbol.dispose](): void {
    if (this.#memory !== null) giveBack(this.#memory);
    this.#memory = null;
  }
}

/** An object that decompresses data in pieces. */
export function decompressobj(wbits?: number, zdict?: Bytes): Decompress;
export function decompressobj(options: DecompressOptions): Decompress;
export function decompressobj(...options: readonly unknown[]): Decompress {
  const settings = decompressSettings('decompressobj', options);
  return new Decompress(begunInflate(settings), settings.zdict);
}
