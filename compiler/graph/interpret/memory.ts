// A simulated machine memory: byte addresses, regions with a life, every access checked. Nothing is ever reused, so that
// an access to freed memory is always noticed. Little endian as x86-64.
import { loadExtended, storeExtended } from '../../../runtime/lltype/extended.ts';
import type { StoredType } from '../ops.ts';
import { InterpreterError, type Held } from './held.ts';

interface Region {
  readonly start: number;
  readonly size: number;
  readonly what: string;
  /** JavaScript's own bytes, where the region is an ArrayBuffer; null: our bytes at the region's address. */
  readonly foreign: Uint8Array | null;
  live: boolean;
}

/** Where fresh memory begins; everything below is NULL's neighbourhood. */
const FIRST = 4096;
const ALIGNMENT = 16;
/** What malloc gives, so that nothing can rely on zeros. */
const GARBAGE = 0xa5;
const LIMIT = 2 ** 30;

type Codec = {
  readonly bytes: number;
  readonly load: (view: DataView, at: number) => Held;
  readonly store: (view: DataView, at: number, value: Held) => void;
};

const number = (
  bytes: number,
  load: (view: DataView, at: number) => number,
  store: (view: DataView, at: number, value: number) => void,
): Codec => ({ bytes, load, store: (view, at, value) => store(view, at, Number(value)) });
const wide = (
  load: (view: DataView, at: number) => bigint,
  store: (view: DataView, at: number, value: bigint) => void,
): Codec => ({
  bytes: 8,
  load,
  store: (view, at, value) => store(view, at, BigInt(value as bigint)),
});

const u8 = number(
  1,
  (v, at) => v.getUint8(at),
  (v, at, x) => v.setUint8(at, x),
);
const i64 = wide(
  (v, at) => v.getBigInt64(at, true),
  (v, at, x) => v.setBigInt64(at, x, true),
);
const u64 = wide(
  (v, at) => v.getBigUint64(at, true),
  (v, at, x) => v.setBigUint64(at, x, true),
);

const CODECS: { readonly [S in StoredType]: Codec } = {
  i8: number(
    1,
    (v, at) => v.getInt8(at),
    (v, at, x) => v.setInt8(at, x),
  ),
  u8,
  u8c: u8,
  i16: number(
    2,
    (v, at) => v.getInt16(at, true),
    (v, at, x) => v.setInt16(at, x, true),
  ),
  u16: number(
    2,
    (v, at) => v.getUint16(at, true),
    (v, at, x) => v.setUint16(at, x, true),
  ),
  i32: number(
    4,
    (v, at) => v.getInt32(at, true),
    (v, at, x) => v.setInt32(at, x, true),
  ),
  u32: number(
    4,
    (v, at) => v.getUint32(at, true),
    (v, at, x) => v.setUint32(at, x, true),
  ),
  f32: number(
    4,
    (v, at) => v.getFloat32(at, true),
    (v, at, x) => v.setFloat32(at, x, true),
  ),
  f64: number(
    8,
    (v, at) => v.getFloat64(at, true),
    (v, at, x) => v.setFloat64(at, x, true),
  ),
  i64,
  u64,
  isize: i64,
  usize: u64,
  f80: {
    bytes: 16,
    load: loadExtended,
    store: (v, at, x) => storeExtended(v, at, x as number),
  },
  bool: {
    bytes: 1,
    load: (v, at) => v.getUint8(at) !== 0,
    store: (v, at, x) => v.setUint8(at, x === true ? 1 : 0),
  },
  address: {
    bytes: 8,
    load: (v, at) => Number(v.getBigUint64(at, true)),
    store: (v, at, x) => v.setBigUint64(at, BigInt(x as number), true),
  },
};

export class Memory {
  /** By rising start. */
  readonly #regions: Region[] = [];
  readonly #exposed = new Map<ArrayBuffer, number>();
  #bytes = new Uint8Array(1 << 16);
  #end = FIRST;

  /** null: no memory of that size. */
  allocate(size: number, what: string, zero: boolean): number | null {
    if (size < 0 || this.#end + size > LIMIT) return null;
    const start = this.#end;
    this.#end = Math.ceil((start + size + 1) / ALIGNMENT) * ALIGNMENT;
    this.#grow(this.#end);
    this.#bytes.fill(zero ? 0 : GARBAGE, start, start + size);
    this.#regions.push({ start, size, what, foreign: null, live: true });
    return start;
  }

  /** The address of an ArrayBuffer's first byte: a region whose bytes are the buffer's own. */
  expose(buffer: ArrayBuffer): number {
    const known = this.#exposed.get(buffer);
    if (known !== undefined) return known;
    const start = this.#end;
    const size = buffer.byteLength;
    this.#end = Math.ceil((start + size + 1) / ALIGNMENT) * ALIGNMENT;
    const foreign = new Uint8Array(buffer);
    this.#regions.push({ start, size, what: 'an ArrayBuffer', foreign, live: true });
    this.#exposed.set(buffer, start);
    return start;
  }

  /** As C's free: NULL is ignored, anything else must be the start of a live allocation. */
  free(address: number): void {
    if (address === 0) return;
    const region = this.#regionAt(address);
    if (!region?.live || region.start !== address) {
      throw new InterpreterError(`free of ${this.#describe(address)}`);
    }
    region.live = false;
  }

  load(address: number, stored: StoredType): Held {
    const { bytes, load } = CODECS[stored];
    return load(...this.#place(address, bytes));
  }

  store(address: number, stored: StoredType, value: Held): void {
    const { bytes, store } = CODECS[stored];
    store(...this.#place(address, bytes), value);
  }

  /** A window onto memory, until the next allocation. */
  bytes(address: number, size: number): Uint8Array {
    if (size === 0) return new Uint8Array(0);
    const { start, foreign } = this.#check(address, size);
    const [bytes, at] = foreign ? [foreign, address - start] : [this.#bytes, address];
    return bytes.subarray(at, at + size);
  }

  /** Ends the life of all allocations of one kind. */
  freeAll(what: string): void {
    for (const region of this.#regions) if (region.what === what) region.live = false;
  }

  /** How many allocations are live, by what they are for. */
  live(what: string): number {
    return this.#regions.filter((region) => region.live && region.what === what).length;
  }

  /** A view and the offset of the address in it. */
  #place(address: number, size: number): [DataView, number] {
    const { start, foreign } = this.#check(address, size);
    return foreign
      ? [new DataView(foreign.buffer), address - start]
      : [new DataView(this.#bytes.buffer), address];
  }

  #grow(end: number): void {
    if (end <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(end, this.#bytes.length * 2));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  #check(address: number, size: number): Region {
    const region = this.#regionAt(address);
    const inside =
      region && address >= region.start && address + size <= region.start + region.size;
    if (size < 0 || !inside || !region.live) {
      throw new InterpreterError(`access of ${size} bytes at ${this.#describe(address)}`);
    }
    return region;
  }

  /** The last region that starts at or before the address. */
  #regionAt(address: number): Region | undefined {
    let low = 0;
    let high = this.#regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#regions[middle]?.start ?? 0) <= address) low = middle + 1;
      else high = middle;
    }
    return this.#regions[low - 1];
  }

  #describe(address: number): string {
    const region = this.#regionAt(address);
    if (!region) return address === 0 ? 'NULL' : `address ${address}`;
    const { start, size, what, live } = region;
    return `offset ${address - start} of ${live ? '' : 'freed '}${what} of ${size} bytes`;
  }
}
