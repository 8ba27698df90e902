// A structure in memory: JavaScript's own, or where C has it.
import { addressOf, type Addressed } from './addresses.ts';
import { I32 } from './frame.ts';
import { copy } from './copy.ts';
import { FRAME } from './native.ts';
import { mark, release, reserve } from './scratch.ts';
import type { Field, FieldType, Settable, Structure } from './structure.ts';
import type { FfiType, Result } from './types.ts';

export class StructureInstance<F extends readonly Field[] = readonly Field[]> implements Addressed {
  readonly type: Structure<F>;
  /** The memory; null where it is C's. */
  readonly words: Int32Array | null;
  #address: number;
  /** What must live as long. */
  readonly owner: unknown;

  constructor(
    type: Structure<F>,
    words: Int32Array | null,
    address: number,
    owner: unknown = null,
  ) {
    this.type = type;
    this.words = words;
    this.#address = address;
    this.owner = owner;
  }

  getaddr(): number {
    if (this.#address === 0 && this.words) this.#address = addressOf(this.words);
    return this.#address;
  }

  getfield<K extends F[number]['name']>(name: K): Result<FieldType<F, K>> {
    const { words, type } = this;
    const read = words ? type.read(words, name) : undefined;
    return (read === undefined ? type.access(name).get(this) : read) as Result<FieldType<F, K>>;
  }

  setfield<K extends F[number]['name']>(name: K, value: Settable<FieldType<F, K>>): void {
    this.type.access(name).set(this, value);
  }
}

/** The memory of an instance of the type, for an argument; null for anything else. */
export function wordsOf(value: unknown, type: FfiType): Int32Array | null {
  if (!(value instanceof StructureInstance) || value.type !== type) return null;
  return value.words ?? copied(value.getaddr(), value.type);
}

/** Through the frame, which JavaScript sees. */
function copied(address: number, type: Structure): Int32Array {
  const kept = mark();
  const at = reserve(8 * Math.ceil(type.size / 8));
  copy(FRAME + at, address, type.size);
  const words = I32.slice(at / 4, at / 4 + type.words);
  release(kept);
  return words;
}

/** An instance with this memory. */
export function instanceOf(type: FfiType, words: Int32Array): StructureInstance {
  return new StructureInstance(type as Structure, words, 0);
}

/** An instance where it lies, which is inside of `owner`. */
export function instanceAt(type: FfiType, address: number, owner: unknown): StructureInstance {
  return new StructureInstance(type as Structure, null, address, owner);
}
