// Fields → their places, as CPython 3.11 on Linux computes them. Its bit-fields are not always those of gcc: docs/ctypes/README.md says where.

export interface FieldRequest {
  readonly name: string;
  readonly size: number;
  readonly alignment: number;
  /** 0: no bit-field. */
  readonly bits: number;
}

export interface Place {
  readonly offset: number;
  /** Of a bit-field: its first bit, counted from the lowest of the number in memory. */
  readonly bit: number;
  readonly bits: number;
  /** Where the bits really are: types of different sizes may share storage. */
  readonly storage: { readonly offset: number; readonly size: number };
}

/** The bytes that bits of a little-endian number are in. Compilers pass those by value as integers, wherever they lie. */
export function bytesOfBits({ bit, bits, storage }: Place): number[] {
  const [first, last] = [bit >> 3, (bit + bits - 1) >> 3];
  return Array.from({ length: last - first + 1 }, (_, index) => storage.offset + first + index);
}

export interface LayoutRequest {
  readonly fields: readonly FieldRequest[];
  readonly isUnion: boolean;
  /** 0: as the types want it. */
  readonly pack: number;
  readonly align: number;
  readonly bigEndian: boolean;
  /** Of the base class. */
  readonly baseSize: number;
  readonly baseAlignment: number;
}

export interface StructureLayout {
  readonly places: readonly Place[];
  readonly size: number;
  readonly alignment: number;
}

export function layOut(request: LayoutRequest): StructureLayout {
  const walk = new Walk(request);
  const places = request.fields.map((field) => walk.place(field));
  const alignment = Math.max(walk.totalAlignment, request.align);
  const size = request.isUnion ? walk.unionSize : walk.size;
  return { places, size: Math.ceil(size / alignment) * alignment, alignment };
}

class Walk {
  readonly #request: LayoutRequest;
  size: number;
  unionSize: number;
  totalAlignment: number;
  #offset: number;
  #alignment: number;
  /** Of the storage that bit-fields share, in bits; 0 where none is open. */
  #storage = 0;
  #used = 0;

  constructor(request: LayoutRequest) {
    this.#request = request;
    this.size = this.#offset = request.isUnion ? 0 : request.baseSize;
    this.unionSize = request.isUnion ? request.baseSize : 0;
    this.#alignment = request.baseAlignment;
    this.totalAlignment = Math.max(1, request.baseAlignment);
  }

  place(field: FieldRequest): Place {
    if (this.#request.isUnion) this.size = this.#offset = this.#alignment = this.#storage = 0;
    const placed = this.#placeNext(field);
    this.unionSize = Math.max(this.unionSize, this.size);
    this.totalAlignment = Math.max(this.totalAlignment, this.#alignment);
    return placed;
  }

  #placeNext(field: FieldRequest): Place {
    const { size, bits } = field;
    if (bits === 0) {
      this.#storage = 0;
      const offset = this.#advance(field);
      return { offset, bit: 0, bits, storage: { offset, size } };
    }
    const width = 8 * size;
    const open = this.#storage;
    const end = this.#used + bits;
    if (open > 0 && width <= open && end <= open) {
      // It goes on in the open storage.
    } else if (open > 0 && width >= open && end <= width) {
      this.#offset += size - open / 8;
      this.size += size - open / 8;
      this.#storage = width;
    } else {
      this.#storage = width;
      this.#used = 0;
      this.#advance(field);
    }
    const bit = this.#request.bigEndian ? this.#storage - this.#used - bits : this.#used;
    this.#used += bits;
    const bytes = this.#storage / 8;
    const storage = { offset: this.#offset - bytes, size: bytes };
    return { offset: this.#offset - size, bit, bits, storage };
  }

  /** The offset of a field of its own. */
  #advance({ size, alignment }: FieldRequest): number {
    const { pack } = this.#request;
    const aligned = pack > 0 ? Math.min(pack, alignment) : alignment;
    const offset = Math.ceil(this.#offset / aligned) * aligned;
    this.size += offset - this.#offset + size;
    this.#offset = offset + size;
    this.#alignment = aligned;
    return offset;
  }
}
