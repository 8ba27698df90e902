// Data in pieces → pieces of output, as they come. Large pieces are worked on by another thread, small ones at once.
import {
  deflatedApart,
  inflatedApart,
  split,
  type RunApart,
  type SignalOption,
} from './app_apart.ts';
import { bytesOf, dataOf, kindOf, type Bytes, type Data } from './app_arguments.ts';
import { roomFor } from './app_compress.ts';
import { Z_FINISH, Z_NO_FLUSH, Z_SYNC_FLUSH } from './app_constants.ts';
import { Status, failure } from './app_error.ts';
import { begunDeflate, begunInflate, giveBack, setDictionary } from './app_memory.ts';
import { DEFLATING, INFLATING, deflated, inflated } from './app_run.ts';
import {
  compressSettings,
  decompressSettings,
  type CompressOptions,
  type DecompressOptions,
  type DecompressSettings,
} from './app_settings.ts';

/** From so many bytes on, a call on another thread is worth what it costs. */
const LARGE = 1 << 14;
/** Most bytes of a piece of decompressed data. */
const PIECE = 1 << 18;
/** Where a member of a gzip stream begins. */
const GZIP_BYTE = 0x1f;

/** Pieces in, pieces out; the last ones come at the end. */
export interface Steps {
  feed(piece: unknown): AsyncGenerator<Uint8Array, void>;
  end(): AsyncGenerator<Uint8Array, void>;
  /** Nothing more is wanted. */
  drop(): void;
}

class DeflateSteps implements Steps {
  #memory: Uint8Array | null;
  readonly #where: string;
  readonly #signal: AbortSignal | undefined;

  constructor(where: string, options: unknown) {
    const { others, signal } = split(where, options);
    this.#where = where;
    this.#signal = signal;
    this.#memory = begunDeflate(compressSettings(where, [others]), where);
  }

  async #run(bytes: Uint8Array, flush: number): Promise<Uint8Array> {
    this.#signal?.throwIfAborted();
    const memory = this.#memory;
    if (memory === null) throw failure(Status.streamError, DEFLATING, '');
    const room = roomFor(bytes.length);
    if (bytes.length < LARGE) return deflated(memory, bytes, flush, room, DEFLATING).output;
    this.#memory = null;
    const run = await deflatedApart(memory, bytes, flush, room, this.#signal);
    this.#memory = run.memory;
    return run.output;
  }

  async *feed(piece: unknown): AsyncGenerator<Uint8Array, void> {
    const output = await this.#run(dataOf(piece, this.#where), Z_NO_FLUSH);
    if (output.length > 0) yield output;
  }

  async *end(): AsyncGenerator<Uint8Array, void> {
    yield await this.#run(new Uint8Array(0), Z_FINISH);
    this.drop();
  }

  drop(): void {
    if (this.#memory !== null) giveBack(this.#memory);
    this.#memory = null;
  }
}

class InflateSteps implements Steps {
  readonly #settings: DecompressSettings;
  readonly #where: string;
  readonly #signal: AbortSignal | undefined;
  #memory: Uint8Array | null;
  #isGzip: boolean | null = null;
  #isEnd = false;

  constructor(where: string, options: unknown) {
    const { others, signal } = split(where, options);
    this.#where = where;
    this.#signal = signal;
    this.#settings = decompressSettings(where, [others]);
    this.#memory = begunInflate(this.#settings);
  }

  async #apart(memory: Uint8Array, bytes: Uint8Array): Promise<RunApart> {
    this.#memory = null;
    const run = await inflatedApart(memory, bytes, Z_SYNC_FLUSH, PIECE, PIECE, this.#signal);
    this.#memory = run.memory;
    return run;
  }

  async #run(bytes: Uint8Array): Promise<Omit<RunApart, 'memory'>> {
    this.#signal?.throwIfAborted();
    const memory = this.#memory;
    if (memory === null) throw failure(Status.streamError, INFLATING, '');
    if (bytes.length >= LARGE) return this.#apart(memory, bytes);
    return inflated(memory, bytes, Z_SYNC_FLUSH, Math.min(roomFor(4 * bytes.length), PIECE), PIECE);
  }

  /** Members of gzip may follow each other; anything else behind the end is ignored. */
  #hasNext(bytes: Uint8Array): boolean {
    if (!this.#isEnd) return true;
    if (this.#isGzip !== true || bytes[0] !== GZIP_BYTE) return false;
    this.drop();
    this.#memory = begunInflate(this.#settings);
    this.#isEnd = false;
    return true;
  }

  #dictionary(): void {
    const { zdict } = this.#settings;
    if (this.#memory === null || zdict === null)
      throw failure(Status.needDict, INFLATING, this.#memory ?? '');
    setDictionary(this.#memory, zdict);
  }

  async *feed(piece: unknown): AsyncGenerator<Uint8Array, void> {
    let bytes = bytesOf(piece, this.#where, 'data');
    if (bytes.length === 0) return;
    this.#isGzip ??= this.#settings.wbits > 15 && bytes[0] === GZIP_BYTE;
    for (let isFull = false; isFull || (bytes.length > 0 && this.#hasNext(bytes));) {
      const { output, rest, status } = await this.#run(bytes);
      bytes = bytes.subarray(bytes.length - rest);
      this.#isEnd = status === Status.streamEnd;
      isFull = output.length === PIECE && !this.#isEnd;
      if (status === Status.needDict) this.#dictionary();
      if (output.length > 0) yield output;
    }
  }

  // eslint-disable-next-line require-yield -- what there was has been given
  async *end(): AsyncGenerator<Uint8Array, void> {
    if (!this.#isEnd) throw failure(Status.bufError, INFLATING, '');
    this.drop();
  }

  drop(): void {
    if (this.#memory !== null) giveBack(this.#memory);
    this.#memory = null;
  }
}

export const deflateSteps = (where: string, options: unknown): Steps =>
  new DeflateSteps(where, options);
export const inflateSteps = (where: string, options: unknown): Steps =>
  new InflateSteps(where, options);

type Source<T> = Iterable<T> | AsyncIterable<T>;

async function* pieces(source: Source<unknown>, steps: Steps): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const piece of source) yield* steps.feed(piece);
    yield* steps.end();
  } finally {
    steps.drop();
  }
}

function iterable(source: unknown, where: string): Source<unknown> {
  const isIterable =
    typeof source === 'object' &&
    source !== null &&
    (Symbol.asyncIterator in source || Symbol.iterator in source) &&
    !ArrayBuffer.isView(source);
  if (isIterable) return source as Source<unknown>;
  throw new TypeError(`${where}: source must be an iterable of pieces, not ${kindOf(source)}`);
}

/** The data of `source`, compressed, as it comes. */
export function compress_pieces(
  source: Source<Data>,
  options: CompressOptions & SignalOption = {},
): AsyncGenerator<Uint8Array, void> {
  const where = 'compress_pieces';
  return pieces(iterable(source, where), deflateSteps(where, options));
}

/** The data of the stream in `source`, as it comes; of all members, if it is gzip. */
export function decompress_pieces(
  source: Source<Bytes>,
  options: DecompressOptions & SignalOption = {},
): AsyncGenerator<Uint8Array, void> {
  const where = 'decompress_pieces';
  return pieces(iterable(source, where), inflateSteps(where, options));
}
