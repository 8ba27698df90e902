'use mixmod';
// DEFLATE (RFC 1951) in both directions, with the wrappers of zlib (RFC 1950) and gzip (RFC 1952): LZ77 with hash chains and lazy
// matching, stored, fixed and dynamic blocks, Huffman codes limited in length.
import { i32 } from 'mixmod';

class FormatError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'FormatError';
  }
}

// ---- bytes and bits ----

/** Bytes that grow. */
class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length: i32 = 0;

  get length(): number {
    return this.#length;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const longer = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    longer.set(this.#bytes);
    this.#bytes = longer;
  }

  byte(value: i32): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length++;
  }

  bytes(values: Uint8Array): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.#length);
    this.#length = (this.#length + values.length) | 0;
  }

  /** What lies `distance` back, again; it may overlap what is written. */
  copy(distance: i32, count: i32): void {
    if (distance > this.#length) throw new FormatError('a distance beyond the start');
    this.#reserve(count);
    const bytes = this.#bytes;
    let to = this.#length;
    for (let from: i32 = to - distance; from < to - distance + count; from++) {
      bytes[to] = bytes[from];
      to++;
      if (to === this.#length + count) break;
    }
    this.#length = to;
  }

  finished(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Bits from the lowest of each byte (RFC 1951, 3.1.1). */
class BitWriter {
  readonly bytes = new ByteWriter();
  #held: i32 = 0;
  #count: i32 = 0;

  bits(value: i32, count: i32): void {
    this.#held |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.bytes.byte(this.#held & 255);
      this.#held >>= 8;
      this.#count -= 8;
    }
  }

  align(): void {
    if (this.#count > 0) this.bytes.byte(this.#held & 255);
    this.#held = 0;
    this.#count = 0;
  }
}

class BitReader {
  readonly #bytes: Uint8Array;
  #at: i32;
  #held: i32 = 0;
  #count: i32 = 0;

  constructor(bytes: Uint8Array, start: i32) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** At most 16. */
  bits(count: i32): i32 {
    while (this.#count < count) {
      if (this.#at >= this.#bytes.length) throw new FormatError('the data ends too early');
      this.#held |= this.#bytes[this.#at] << this.#count;
      this.#at++;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>= count;
    this.#count -= count;
    return value;
  }

  bit(): i32 {
    return this.bits(1);
  }

  align(): void {
    this.#held = 0;
    this.#count = 0;
  }

  /** Whole bytes, after `align`. */
  take(count: i32): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new FormatError('the data ends too early');
    const taken = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += count;
    return taken;
  }

  /** Of the first byte that is not read, after `align`. */
  get position(): i32 {
    return this.#at;
  }
}

// ---- tables of the format (RFC 1951, 3.2.5) ----

const END_OF_BLOCK = 256;
const LITERALS = 286;
const DISTANCES: i32 = 30;
const LONGEST_CODE = 15;

const LENGTH_BASES = Int32Array.of(
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  13,
  15,
  17,
  19,
  23,
  27,
  31,
  35,
  43,
  51,
  59,
  67,
  83,
  99,
  115,
  131,
  163,
  195,
  227,
  258,
);
const LENGTH_BITS = Int32Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
);
const DISTANCE_BASES = Int32Array.of(
  1,
  2,
  3,
  4,
  5,
  7,
  9,
  13,
  17,
  25,
  33,
  49,
  65,
  97,
  129,
  193,
  257,
  385,
  513,
  769,
  1025,
  1537,
  2049,
  3073,
  4097,
  6145,
  8193,
  12289,
  16385,
  24577,
);
const DISTANCE_BITS = Int32Array.of(
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
);
/** The order in which the lengths of the codes for code lengths stand (3.2.7). */
const CODE_LENGTH_ORDER = Int32Array.of(
  16,
  17,
  18,
  0,
  8,
  7,
  9,
  6,
  10,
  5,
  11,
  4,
  12,
  3,
  13,
  2,
  14,
  1,
  15,
);

/** By length 3 … 258: the length's symbol. */
const LENGTH_SYMBOLS = symbolsOf(LENGTH_BASES, 259);

function symbolsOf(bases: Int32Array, end: number): Int32Array {
  const symbols = new Int32Array(end);
  let symbol = 0;
  for (let value = bases[0]; value < end; value++) {
    while (symbol + 1 < bases.length && bases[symbol + 1] <= value) symbol++;
    symbols[value] = symbol;
  }
  return symbols;
}

/** By halving: there are too many distances for a table. */
function distanceSymbol(distance: i32): i32 {
  let low: i32 = 0;
  let high: i32 = DISTANCES - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (DISTANCE_BASES[middle] <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

function fixedLengths(): Uint8Array {
  const lengths = new Uint8Array(288);
  lengths.fill(8, 0, 144);
  lengths.fill(9, 144, 256);
  lengths.fill(7, 256, 280);
  lengths.fill(8, 280, 288);
  return lengths;
}

const FIXED_LITERALS = fixedLengths();
const FIXED_DISTANCES = new Uint8Array(30).fill(5);

// ---- Huffman codes ----

/** A canonical code for reading: how many codes each length has, and the symbols in order (3.2.2). */
class Decoder {
  readonly #counts = new Int32Array(LONGEST_CODE + 1);
  readonly #symbols: Int32Array;

  constructor(lengths: Uint8Array) {
    this.#symbols = new Int32Array(lengths.length);
    for (const length of lengths) this.#counts[length]++;
    this.#counts[0] = 0;
    let left = 1;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      left = left * 2 - this.#counts[length];
      if (left < 0) throw new FormatError('too many codes of one length');
    }
    const starts = new Int32Array(LONGEST_CODE + 2);
    for (let length = 1; length <= LONGEST_CODE; length++)
      starts[length + 1] = starts[length] + this.#counts[length];
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol];
      if (length === 0) continue;
      this.#symbols[starts[length]] = symbol;
      starts[length]++;
    }
  }

  read(bits: BitReader): i32 {
    const counts = this.#counts;
    let code: i32 = 0;
    let first: i32 = 0;
    let index: i32 = 0;
    for (let length: i32 = 1; length <= LONGEST_CODE; length++) {
      code |= bits.bit();
      const count: i32 = counts[length];
      if (code - first < count) {
        const symbol: i32 = this.#symbols[index + (code - first)];
        return symbol;
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new FormatError('a code that is none');
  }
}

/** Codes for writing, their bits in the order in which they are written. */
class Encoder {
  readonly lengths: Uint8Array;
  readonly #codes: Int32Array;

  constructor(lengths: Uint8Array) {
    this.lengths = lengths;
    this.#codes = new Int32Array(lengths.length);
    const counts = new Int32Array(LONGEST_CODE + 2);
    for (const length of lengths) if (length > 0) counts[length + 1]++;
    const next = new Int32Array(LONGEST_CODE + 2);
    let code = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code = (code + counts[length]) * 2;
      next[length] = code;
    }
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length: i32 = lengths[symbol];
      if (length === 0) continue;
      const own: i32 = next[length];
      this.#codes[symbol] = reversed(own, length);
      next[length]++;
    }
  }

  write(symbol: i32, bits: BitWriter): void {
    bits.bits(this.#codes[symbol], this.lengths[symbol]);
  }
}

function reversed(code: i32, length: i32): i32 {
  let result: i32 = 0;
  for (let i: i32 = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
}

/** A heap of nodes, the lightest first; of equal weight the older. */
class NodeHeap {
  readonly #weights: Int32Array;
  readonly #nodes: i32[] = [];

  constructor(weights: Int32Array) {
    this.#weights = weights;
  }

  get size(): number {
    return this.#nodes.length;
  }

  #isBefore(a: i32, b: i32): boolean {
    const weights = this.#weights;
    return weights[a] < weights[b] || (weights[a] === weights[b] && a < b);
  }

  push(node: i32): void {
    const nodes = this.#nodes;
    nodes.push(node);
    let at = nodes.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(node, nodes[parent])) break;
      nodes[at] = nodes[parent];
      at = parent;
    }
    nodes[at] = node;
  }

  pop(): i32 {
    const nodes = this.#nodes;
    const top = nodes[0];
    const last = nodes.pop() ?? top;
    const { length } = nodes;
    if (length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#isBefore(nodes[child + 1], nodes[child])) child++;
      if (!this.#isBefore(nodes[child], last)) break;
      nodes[at] = nodes[child];
      at = child;
    }
    nodes[at] = last;
    return top;
  }
}

/** The lengths of a Huffman code for these weights, none longer than `longest`. */
function codeLengths(weights: Int32Array, longest: number): Uint8Array {
  const count = weights.length;
  const lengths = new Uint8Array(count);
  const all = new Int32Array(count * 2);
  const parents = new Int32Array(count * 2);
  const heap = new NodeHeap(all);
  let used = 0;
  let only = 0;
  for (let symbol: i32 = 0; symbol < count; symbol++) {
    all[symbol] = weights[symbol];
    if (weights[symbol] === 0) continue;
    used++;
    only = symbol;
    heap.push(symbol);
  }
  // A code of one symbol has one bit all the same.
  if (used === 1) lengths[only] = 1;
  if (used < 2) return lengths;
  let next: i32 = 0;
  while (next < count) next++;
  while (heap.size > 1) {
    const [a, b] = [heap.pop(), heap.pop()];
    all[next] = all[a] + all[b];
    parents[a] = next;
    parents[b] = next;
    heap.push(next);
    next++;
  }
  const depths = new Int32Array(count * 2);
  for (let node = next - 2; node >= 0; node--) {
    if (node < count && weights[node] === 0) continue;
    depths[node] = depths[parents[node]] + 1;
    if (node < count) lengths[node] = Math.min(depths[node], longest);
  }
  repair(lengths, weights, longest);
  return lengths;
}

/** Codes that were cut made too many: lighter ones become longer until all have room. */
function repair(lengths: Uint8Array, weights: Int32Array, longest: number): void {
  const whole = 2 ** longest;
  let taken = 0;
  for (const length of lengths) if (length > 0) taken += whole / 2 ** length;
  while (taken > whole) {
    let lightest = -1;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol];
      if (length === 0 || length >= longest) continue;
      if (
        lightest < 0 ||
        length > lengths[lightest] ||
        (length === lengths[lightest] && weights[symbol] < weights[lightest])
      )
        lightest = symbol;
    }
    taken -= whole / 2 ** (lengths[lightest] + 1);
    lengths[lightest]++;
  }
}

// ---- decompression ----

export function inflateRaw(data: Uint8Array): Uint8Array {
  const bits = new BitReader(data, 0);
  return inflated(bits);
}

function inflated(bits: BitReader): Uint8Array {
  const out = new ByteWriter();
  for (;;) {
    const isLast = bits.bit() === 1;
    switch (bits.bits(2)) {
      case 0:
        stored(bits, out);
        break;
      case 1:
        block(bits, out, new Decoder(FIXED_LITERALS), new Decoder(FIXED_DISTANCES));
        break;
      case 2:
        dynamic(bits, out);
        break;
      default:
        throw new FormatError('a block of an unknown kind');
    }
    if (isLast) break;
  }
  bits.align();
  return out.finished();
}

function stored(bits: BitReader, out: ByteWriter): void {
  bits.align();
  const head = bits.take(4);
  const length: i32 = head[0] | (head[1] << 8);
  const complement = head[2] | (head[3] << 8);
  if ((length ^ complement) !== 0xffff) throw new FormatError('a stored block of two lengths');
  out.bytes(bits.take(length));
}

function dynamic(bits: BitReader, out: ByteWriter): void {
  const literals = bits.bits(5) + 257;
  const distances = bits.bits(5) + 1;
  const codes = bits.bits(4) + 4;
  if (literals > LITERALS || distances > DISTANCES) throw new FormatError('too many codes');
  const codeLengthLengths = new Uint8Array(19);
  for (let i = 0; i < codes; i++) codeLengthLengths[CODE_LENGTH_ORDER[i]] = bits.bits(3);
  const decoder = new Decoder(codeLengthLengths);
  const lengths = new Uint8Array(literals + distances);
  let at = 0;
  while (at < lengths.length) {
    const symbol = decoder.read(bits);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) throw new FormatError('nothing to repeat');
    const value = symbol === 16 ? lengths[at - 1] : 0;
    const count =
      symbol === 16 ? bits.bits(2) + 3 : symbol === 17 ? bits.bits(3) + 3 : bits.bits(7) + 11;
    if (at + count > lengths.length) throw new FormatError('too many code lengths');
    lengths.fill(value, at, at + count);
    at += count;
  }
  if (lengths[END_OF_BLOCK] === 0) throw new FormatError('a block without an end');
  const literalDecoder = new Decoder(lengths.slice(0, literals));
  block(bits, out, literalDecoder, new Decoder(lengths.slice(literals)));
}

function block(bits: BitReader, out: ByteWriter, literals: Decoder, distances: Decoder): void {
  for (;;) {
    const symbol = literals.read(bits);
    if (symbol === END_OF_BLOCK) return;
    if (symbol < END_OF_BLOCK) {
      out.byte(symbol);
      continue;
    }
    const which = symbol - 257;
    if (which >= LENGTH_BASES.length) throw new FormatError('a length that is none');
    const lengthBase: i32 = LENGTH_BASES[which];
    const length = lengthBase + bits.bits(LENGTH_BITS[which]);
    const far = distances.read(bits);
    if (far >= DISTANCE_BASES.length) throw new FormatError('a distance that is none');
    const distanceBase: i32 = DISTANCE_BASES[far];
    out.copy(distanceBase + bits.bits(DISTANCE_BITS[far]), length);
  }
}

// ---- compression ----

const WINDOW: i32 = 32768;
const HASH_SIZE = 32768;
const SHORTEST: i32 = 3;
const LONGEST = 258;
/** Symbols in one block. */
const BLOCK = 16384;

/** How hard a level looks: steps along a chain, and from which length on a match is good enough. */
interface Effort {
  readonly steps: i32;
  readonly good: i32;
  readonly isLazy: boolean;
}

const EFFORTS: readonly Effort[] = [
  { steps: 0, good: 0, isLazy: false },
  { steps: 4, good: 8, isLazy: false },
  { steps: 8, good: 16, isLazy: false },
  { steps: 16, good: 32, isLazy: false },
  { steps: 16, good: 32, isLazy: true },
  { steps: 32, good: 64, isLazy: true },
  { steps: 64, good: 128, isLazy: true },
  { steps: 128, good: 192, isLazy: true },
  { steps: 512, good: 258, isLazy: true },
  { steps: 2048, good: 258, isLazy: true },
];

class Compressor {
  readonly #data: Uint8Array;
  readonly #effort: Effort;
  readonly #bits = new BitWriter();
  /** The last place of each hash, and for each place in the window the one before; one more, so that 0 is none. */
  readonly #heads = new Int32Array(HASH_SIZE);
  readonly #before = new Int32Array(WINDOW);
  /** A literal, or a length times 65536 plus a distance. */
  readonly #symbols = new Int32Array(BLOCK);
  #count: i32 = 0;
  #blockStart: i32 = 0;
  #matchStart: i32 = 0;

  constructor(data: Uint8Array, level: number) {
    this.#data = data;
    this.#effort = EFFORTS[level];
  }

  compressed(): Uint8Array {
    const length: i32 = this.#data.length | 0;
    if (this.#effort.steps === 0) this.#storedBlocks(0, length, true);
    else this.#matches(length);
    this.#bits.align();
    return this.#bits.bytes.finished();
  }

  #matches(length: i32): void {
    const { isLazy, good } = this.#effort;
    let at: i32 = 0;
    /** Of the match that starts one byte before; 0 without one. */
    let waiting: i32 = 0;
    let waitingDistance: i32 = 0;
    while (at < length) {
      let found: i32 = 0;
      if (at + SHORTEST <= length) {
        if (waiting < good) found = this.#longest(at, length, waiting);
        this.#insert(at);
      }
      const distance: i32 = at - this.#matchStart;
      if (waiting > 0 && waiting >= found) {
        this.#emit(waiting * 65536 + waitingDistance, at - 1 + waiting);
        this.#insertAll(at + 1, at - 1 + waiting, length);
        at = at - 1 + waiting;
        waiting = 0;
        continue;
      }
      if (waiting > 0) this.#emit(this.#data[at - 1], at);
      waiting = 0;
      if (found >= SHORTEST && isLazy && found < good) {
        waiting = found;
        waitingDistance = distance;
        at++;
      } else if (found >= SHORTEST) {
        this.#emit(found * 65536 + distance, at + found);
        this.#insertAll(at + 1, at + found, length);
        at += found;
      } else {
        this.#emit(this.#data[at], at + 1);
        at++;
      }
    }
    if (waiting > 0) this.#emit(waiting * 65536 + waitingDistance, at - 1 + waiting);
    this.#flush(length, true);
  }

  #hash(at: i32): i32 {
    const data = this.#data;
    return ((data[at] << 10) ^ (data[at + 1] << 5) ^ data[at + 2]) & (HASH_SIZE - 1);
  }

  #insert(at: i32): void {
    const hash = this.#hash(at);
    this.#before[at & (WINDOW - 1)] = this.#heads[hash];
    this.#heads[hash] = at + 1;
  }

  #insertAll(from: i32, to: i32, length: i32): void {
    for (let at = from; at < to && at + SHORTEST <= length; at++) this.#insert(at);
  }

  /** The length of the longest match at a place that is longer than `least`, or 0; `#matchStart` is where it begins. */
  #longest(at: i32, length: i32, least: i32): i32 {
    const data = this.#data;
    const before = this.#before;
    const most: i32 = length - at < LONGEST ? length - at : LONGEST;
    let best: i32 = least < SHORTEST ? SHORTEST - 1 : least;
    let found: i32 = 0;
    let candidate: i32 = this.#heads[this.#hash(at)];
    candidate--;
    let steps = this.#effort.steps;
    const oldest: i32 = at - (WINDOW - 262);
    while (candidate >= 0 && candidate > oldest && steps > 0) {
      if (
        best < most &&
        data[candidate + best] === data[at + best] &&
        data[candidate] === data[at]
      ) {
        let matched: i32 = 0;
        while (matched < most && data[candidate + matched] === data[at + matched]) matched++;
        if (matched > best) {
          best = matched;
          found = matched;
          this.#matchStart = candidate;
          if (matched >= most || matched >= this.#effort.good) break;
        }
      }
      const next: i32 = before[candidate & (WINDOW - 1)];
      if (next - 1 >= candidate) break;
      candidate = next - 1;
      steps--;
    }
    return found;
  }

  /** `end`: how far the symbols of the block reach with it. */
  #emit(symbol: i32, end: i32): void {
    this.#symbols[this.#count] = symbol;
    this.#count++;
    if (this.#count === BLOCK) this.#flush(end, false);
  }

  #flush(end: i32, isLast: boolean): void {
    const literalWeights = new Int32Array(LITERALS);
    const distanceWeights = new Int32Array(DISTANCES);
    literalWeights[END_OF_BLOCK] = 1;
    let extra = 0;
    for (let i = 0; i < this.#count; i++) {
      const symbol: i32 = this.#symbols[i];
      if (symbol < 65536) {
        literalWeights[symbol]++;
        continue;
      }
      const length: i32 = LENGTH_SYMBOLS[symbol >> 16];
      const distance = distanceSymbol(symbol & 65535);
      literalWeights[257 + length]++;
      distanceWeights[distance]++;
      extra += LENGTH_BITS[length] + DISTANCE_BITS[distance];
    }
    const literals = new Encoder(codeLengths(literalWeights, LONGEST_CODE));
    const distances = new Encoder(codeLengths(distanceWeights, LONGEST_CODE));
    const header = new DynamicHeader(literals.lengths, distances.lengths);
    const own =
      header.bits +
      extra +
      cost(literalWeights, literals.lengths) +
      cost(distanceWeights, distances.lengths);
    const fixed =
      extra + cost(literalWeights, FIXED_LITERALS) + cost(distanceWeights, FIXED_DISTANCES);
    const plain = (end - this.#blockStart) * 8 + 40;
    if (plain <= Math.min(own, fixed)) this.#storedBlocks(this.#blockStart, end, isLast);
    else if (fixed <= own) {
      this.#head(1, isLast);
      this.#write(new Encoder(FIXED_LITERALS), new Encoder(FIXED_DISTANCES));
    } else {
      this.#head(2, isLast);
      header.write(this.#bits);
      this.#write(literals, distances);
    }
    this.#count = 0;
    this.#blockStart = end;
  }

  #head(kind: i32, isLast: boolean): void {
    this.#bits.bits(isLast ? 1 : 0, 1);
    this.#bits.bits(kind, 2);
  }

  #write(literals: Encoder, distances: Encoder): void {
    const bits = this.#bits;
    for (let i = 0; i < this.#count; i++) {
      const symbol: i32 = this.#symbols[i];
      if (symbol < 65536) {
        literals.write(symbol, bits);
        continue;
      }
      const length = symbol >> 16;
      const lengthSymbol: i32 = LENGTH_SYMBOLS[length];
      literals.write(257 + lengthSymbol, bits);
      const lengthBase: i32 = LENGTH_BASES[lengthSymbol];
      bits.bits(length - lengthBase, LENGTH_BITS[lengthSymbol]);
      const distance = symbol & 65535;
      const distanceIndex = distanceSymbol(distance);
      distances.write(distanceIndex, bits);
      const distanceBase: i32 = DISTANCE_BASES[distanceIndex];
      bits.bits(distance - distanceBase, DISTANCE_BITS[distanceIndex]);
    }
    literals.write(END_OF_BLOCK, bits);
  }

  #storedBlocks(start: i32, end: i32, isLast: boolean): void {
    let at = start;
    do {
      const count: i32 = end - at < 65535 ? end - at : 65535;
      this.#head(0, isLast && at + count === end);
      this.#bits.align();
      const { bytes } = this.#bits;
      for (const half of [count, count ^ 0xffff]) {
        bytes.byte(half & 255);
        bytes.byte((half >> 8) & 255);
      }
      bytes.bytes(this.#data.subarray(at, at + count));
      at += count;
    } while (at < end);
  }
}

function cost(weights: Int32Array, lengths: Uint8Array): number {
  let bits = 0;
  for (let symbol = 0; symbol < weights.length; symbol++) bits += weights[symbol] * lengths[symbol];
  return bits;
}

/** The lengths of both codes, as a block with codes of its own begins (3.2.7). */
class DynamicHeader {
  readonly #symbols: i32[] = [];
  readonly #extra: i32[] = [];
  readonly #code: Encoder;
  readonly #literals: number;
  readonly #distances: number;
  #codes: i32 = 19;
  readonly bits: number;

  constructor(literalLengths: Uint8Array, distanceLengths: Uint8Array) {
    this.#literals = Math.max(257, usedCount(literalLengths));
    this.#distances = Math.max(1, usedCount(distanceLengths));
    const all = new Uint8Array(this.#literals + this.#distances);
    all.set(literalLengths.subarray(0, this.#literals));
    all.set(distanceLengths.subarray(0, this.#distances), this.#literals);
    this.#runs(all);
    const weights = new Int32Array(19);
    for (const symbol of this.#symbols) weights[symbol]++;
    this.#code = new Encoder(codeLengths(weights, 7));
    while (this.#codes > 4 && this.#code.lengths[CODE_LENGTH_ORDER[this.#codes - 1]] === 0)
      this.#codes--;
    const extra = weights[16] * 2 + weights[17] * 3 + weights[18] * 7;
    this.bits = 14 + this.#codes * 3 + cost(weights, this.#code.lengths) + extra;
  }

  #runs(lengths: Uint8Array): void {
    let at = 0;
    while (at < lengths.length) {
      const length: i32 = lengths[at];
      let count: i32 = 1;
      while (at + count < lengths.length && lengths[at + count] === length) count++;
      at += count;
      if (length !== 0) {
        this.#add(length, 0);
        count--;
      }
      while (count > 0) {
        if (length === 0 && count >= 11) {
          const taken: i32 = count < 138 ? count : 138;
          this.#add(18, taken - 11);
          count -= taken;
        } else if (length === 0 && count >= 3) {
          this.#add(17, count - 3);
          count = 0;
        } else if (count >= 3) {
          const taken: i32 = count < 6 ? count : 6;
          this.#add(16, taken - 3);
          count -= taken;
        } else {
          this.#add(length, 0);
          count--;
        }
      }
    }
  }

  #add(symbol: i32, extra: i32): void {
    this.#symbols.push(symbol);
    this.#extra.push(extra);
  }

  write(bits: BitWriter): void {
    bits.bits((this.#literals - 257) | 0, 5);
    bits.bits((this.#distances - 1) | 0, 5);
    bits.bits(this.#codes - 4, 4);
    for (let i = 0; i < this.#codes; i++) bits.bits(this.#code.lengths[CODE_LENGTH_ORDER[i]], 3);
    this.#symbols.forEach((symbol, i) => {
      this.#code.write(symbol, bits);
      if (symbol === 16) bits.bits(this.#extra[i], 2);
      else if (symbol === 17) bits.bits(this.#extra[i], 3);
      else if (symbol === 18) bits.bits(this.#extra[i], 7);
    });
  }
}

function usedCount(lengths: Uint8Array): number {
  let count = lengths.length;
  while (count > 0 && lengths[count - 1] === 0) count--;
  return count;
}

export const deflateRaw = (data: Uint8Array, level: number): Uint8Array =>
  new Compressor(data, Math.min(9, Math.max(0, Math.trunc(level)))).compressed();

// ---- checksums and wrappers ----

function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  let at = 0;
  while (at < data.length) {
    const end = Math.min(at + 3800, data.length);
    for (; at < end; at++) {
      a += data[at];
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}

const CRC_TABLE = crcTable();

function crcTable(): Int32Array {
  const table = new Int32Array(256);
  for (let n: i32 = 0; n < 256; n++) {
    let c: number = n;
    for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    table[n] = c;
  }
  return table;
}

function crc32(data: Uint8Array): number {
  let crc: i32 = -1;
  for (const byte of data) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** Four bytes, the highest first or last. */
function number32(bytes: Uint8Array, highestFirst: boolean): number {
  let value = 0;
  for (let i = 0; i < 4; i++) value = value * 256 + bytes[highestFirst ? i : 3 - i];
  return value;
}

function write32(out: ByteWriter, value: number, highestFirst: boolean): void {
  for (let i = 0; i < 4; i++) {
    const shift = highestFirst ? 24 - i * 8 : i * 8;
    out.byte((value >>> shift) & 255);
  }
}

export function zlibCompressed(data: Uint8Array, level: number): Uint8Array {
  const out = new ByteWriter();
  out.byte(0x78);
  out.byte(level >= 7 ? 0xda : level >= 6 ? 0x9c : level >= 2 ? 0x5e : 0x01);
  out.bytes(deflateRaw(data, level));
  write32(out, adler32(data), true);
  return out.finished();
}

export function zlibDecompressed(data: Uint8Array): Uint8Array {
  if (data.length < 6) throw new FormatError('the data ends too early');
  const head = data[0] * 256 + data[1];
  if (head % 31 !== 0 || (data[0] & 15) !== 8) throw new FormatError('no zlib data');
  if ((data[1] & 32) !== 0) throw new FormatError('a dictionary is needed');
  const bits = new BitReader(data, 2);
  const result = inflated(bits);
  if (number32(bits.take(4), true) !== adler32(result)) throw new FormatError('a wrong checksum');
  return result;
}

export function gzipCompressed(data: Uint8Array, level: number): Uint8Array {
  const out = new ByteWriter();
  for (const byte of [31, 139, 8, 0, 0, 0, 0, 0, 0, 255]) out.byte(byte | 0);
  out.bytes(deflateRaw(data, level));
  write32(out, crc32(data), false);
  write32(out, data.length, false);
  return out.finished();
}

export function gzipDecompressed(data: Uint8Array): Uint8Array {
  if (data.length < 18) throw new FormatError('the data ends too early');
  if (data[0] !== 31 || data[1] !== 139 || data[2] !== 8) throw new FormatError('no gzip data');
  const flags = data[3];
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + data[at] + data[at + 1] * 256;
  // A name and a comment end with a zero.
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    while (at < data.length && data[at] !== 0) at++;
    at++;
  }
  if ((flags & 2) !== 0) at += 2;
  const bits = new BitReader(data, at | 0);
  const result = inflated(bits);
  if (number32(bits.take(4), false) !== crc32(result)) throw new FormatError('a wrong checksum');
  if (number32(bits.take(4), false) !== result.length) throw new FormatError('a wrong length');
  return result;
}

// ---- the benchmark ----

const WORDS = [
  'the',
  'compiler',
  'checks',
  'a',
  'program',
  'and',
  'lowers',
  'it',
  'to',
  'graphs',
  '\n',
];

/** Text, numbers and noise, the same every time. */
export function sample(length: number): Uint8Array {
  const data = new Uint8Array(length);
  let state: i32 = 12345;
  let at = 0;
  while (at < length) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    if ((state >> 16) % 50 === 0) {
      for (let i = 0; i < 40 && at < length; i++) {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        data[at++] = (state >> 12) & 255;
      }
      continue;
    }
    const word = WORDS[(state >> 16) % WORDS.length];
    for (let i = 0; i < word.length && at < length; i++) data[at++] = word.charCodeAt(i);
    if (at < length) data[at++] = 32;
  }
  return data;
}

/** Compresses at two levels and decompresses: the lengths. */
export function run(length: number): number {
  const data = sample(length);
  let sum = 0;
  for (const level of [1, 6]) {
    const small = zlibCompressed(data, level);
    const back = zlibDecompressed(small);
    if (back.length !== data.length || crc32(back) !== crc32(data)) return -1;
    sum += small.length;
  }
  return sum;
}
