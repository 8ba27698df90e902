// ArrayBuffers in low graphs: each has a place in simulated memory, a handle (its napi_value) and, while a global
// holds it, a reference. Contents are copied to memory before and back after a call from the host.
import { InterpreterError } from './held.ts';
import type { Memory } from './memory.ts';

export interface MappedBuffer {
  readonly buffer: ArrayBuffer;
  readonly handle: number;
  /** Address of byte 0. */
  readonly data: number;
}

/** Handles and references are no addresses of memory: an access to one is out of every region. */
const HANDLES = 2 ** 40;
const REFERENCES = 2 ** 41;

export class Buffers {
  readonly #memory: Memory;
  readonly #mapped: MappedBuffer[] = [];
  readonly #byBuffer = new Map<ArrayBuffer, MappedBuffer>();
  readonly #references: (MappedBuffer | null)[] = [];

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  map(buffer: ArrayBuffer): MappedBuffer {
    const known = this.#byBuffer.get(buffer);
    if (known) return known;
    const { maxByteLength: most = buffer.byteLength } = buffer as {
      readonly maxByteLength?: number;
    };
    const data = this.#memory.allocate(most, 'an ArrayBuffer', true);
    if (data === null) throw new InterpreterError(`no memory for ${most} bytes`);
    const mapped = { buffer, handle: HANDLES + this.#mapped.length, data };
    this.#mapped.push(mapped);
    this.#byBuffer.set(buffer, mapped);
    this.#copyIn(mapped);
    return mapped;
  }

  ofHandle(handle: number): MappedBuffer {
    const mapped = this.#mapped[handle - HANDLES];
    if (!mapped) throw new InterpreterError(`${handle} is no napi_value of an ArrayBuffer`);
    return mapped;
  }

  /** The new reference; `old` is released. NULL for NULL. */
  retain(handle: number, old: number): number {
    if (old !== 0) {
      this.#ofReference(old);
      this.#references[old - REFERENCES] = null;
    }
    return handle === 0 ? 0 : REFERENCES + this.#references.push(this.ofHandle(handle)) - 1;
  }

  handleOf(reference: number): number {
    return reference === 0 ? 0 : this.#ofReference(reference).handle;
  }

  #ofReference(reference: number): MappedBuffer {
    const mapped = this.#references[reference - REFERENCES];
    if (!mapped) throw new InterpreterError(`${reference} is no live reference to an ArrayBuffer`);
    return mapped;
  }

  copyAllIn(): void {
    for (const mapped of this.#mapped) this.#copyIn(mapped);
  }

  copyAllOut(): void {
    for (const { buffer, data } of this.#mapped) {
      if (buffer.byteLength === 0) continue;
      new Uint8Array(buffer).set(this.#memory.bytes(data, buffer.byteLength));
    }
  }

  /** Of what has been detached nothing is left. */
  #copyIn({ buffer, data }: MappedBuffer): void {
    if (buffer.byteLength === 0) return;
    this.#memory.bytes(data, buffer.byteLength).set(new Uint8Array(buffer));
  }
}
