'use mixmod';
// Whole buffers through libz's streams in small pieces: what JavaScript can call.
import { i32, isize, u32 } from 'mixmod';
import { Deflater, Flush, Format, GzipHeader, Inflater } from './zlib-streams.ts';
export {
  adler32,
  adler32Combined,
  crc32,
  crc32Combined,
  Flush,
  Format,
  version,
} from './zlib-streams.ts';

/** The results of several calls, one behind the other. */
class Joined {
  #pieces: Uint8Array[] = [];
  length: isize = 0;
  add(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }
  all(): Uint8Array {
    const result = new Uint8Array(this.length);
    let at: isize = 0;
    for (const piece of this.#pieces) {
      result.set(piece, at);
      at += piece.length;
    }
    return result;
  }
}

function writeAll(to: Deflater, data: Uint8Array, step: isize, flush: Flush): Uint8Array {
  const out = new Joined();
  for (let at: isize = 0; at < data.length; at += step) {
    out.add(to.write(data.subarray(at, at + step), flush));
  }
  out.add(to.write(new Uint8Array(0), Flush.Finish));
  return out.all();
}
function readAll(from: Inflater, data: Uint8Array, step: isize): Uint8Array {
  const out = new Joined();
  for (let at: isize = 0; at < data.length && !from.isEnded; at += step) {
    out.add(from.write(data.subarray(at, at + step)));
  }
  if (!from.isEnded) throw new RangeError('the data end too early');
  return out.all();
}

/** `data`, written in pieces of `step` bytes with `flush` behind each. */
export function pack(
  data: Uint8Array,
  format: i32,
  step: i32,
  flush: i32,
  level: i32 = -1,
  memory: i32 = 8,
  strategy: i32 = 0,
): Uint8Array {
  using to = new Deflater(format, level, memory, strategy);
  return writeAll(to, data, step, flush);
}

/** What `data` are the compressed form of, read in pieces of `step` bytes. */
export function unpack(data: Uint8Array, format: i32, step: i32): Uint8Array {
  using from = new Inflater(format);
  return readAll(from, data, step);
}

/** The second half is compressed in another way than the first. */
export function packInTwoWays(data: Uint8Array, first: i32, second: i32): Uint8Array {
  using to = new Deflater(Format.Zlib, first);
  const half: isize = data.length >> 1;
  const out = new Joined();
  out.add(to.write(data.subarray(0, half)));
  out.add(to.parameters(second, 0));
  out.add(to.write(data.subarray(half), Flush.Finish));
  return out.all();
}

export function packWithDictionary(data: Uint8Array, words: Uint8Array, format: i32): Uint8Array {
  using to = new Deflater(format, 9);
  to.dictionary(words);
  return writeAll(to, data, 1000, Flush.None);
}
export function unpackWithDictionary(
  data: Uint8Array,
  words: Uint8Array | null,
  format: i32,
): Uint8Array {
  using from = new Inflater(format);
  if (words !== null) from.dictionary(words, format === Format.Raw);
  return readAll(from, data, 10);
}

/** A gzip file with a name and a comment in it. */
export function gzip(data: Uint8Array, name: string, comment: string, time: u32): Uint8Array {
  using to = new Deflater(Format.Gzip);
  to.header(new GzipHeader(name, comment, time));
  return writeAll(to, data, 4096, Flush.None);
}
/** What the header of a gzip file says, and the sizes and checksum of its data. */
export function describe(file: Uint8Array): string {
  using from = new Inflater(Format.Gzip);
  from.keepHeader();
  readAll(from, file, 100);
  const header = from.header;
  if (header === null) return 'no header';
  const { name, comment, time, os } = header;
  return `${name}|${comment}|${time}|${os}|${from.bytesIn}|${from.bytesOut}|${from.checksum}`;
}

/** How many bytes are behind the first stream in `data`. */
export function surplus(data: Uint8Array): i32 {
  using from = new Inflater();
  from.write(data);
  return from.isEnded ? i32(from.surplus) : -1;
}

/** Goes on behind the first damage, at the next Flush.Full; null if there is none. */
export function rescued(data: Uint8Array): Uint8Array | null {
  using from = new Inflater(Format.Raw);
  const at = from.skipDamage(data);
  return at < 0 ? null : from.write(data.subarray(at));
}

/** Two streams, one after the other, by one Deflater and one Inflater. */
export function twice(a: Uint8Array, b: Uint8Array): boolean {
  using to = new Deflater(Format.Zlib);
  using from = new Inflater(Format.Zlib);
  const first = from.write(to.write(a, Flush.Finish));
  to.reset();
  from.reset();
  const second = from.write(to.write(b, Flush.Finish));
  return isSame(first, a) && isSame(second, b) && from.isEnded;
}
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i: isize = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A stream after its end of life. */
export function closed(): void {
  const to = new Deflater();
  to[Symbol.dispose]();
  to[Symbol.dispose]();
  to.write(new Uint8Array(1));
}
