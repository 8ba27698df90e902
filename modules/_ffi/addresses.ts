// What may stand for a pointer → its address. That of an array is found once, and kept with the array where nobody else sees it.
import { libraries } from './native.ts';

/** What knows an address: instances of structures, functions, callbacks. */
export interface Addressed {
  getaddr(): number;
}

export type Pointerish = number | null | ArrayBuffer | ArrayBufferView | Addressed;

/** A constructor that gives what it is given: so a class can add private fields to any object. */
const Same = function (value: object): object {
  return value;
} as unknown as new (value: object) => object;

/** An array's address. It is wrong once the memory has gone to another thread or has been transferred: then the array is empty. */
class Located extends Same {
  #address = 0;
  #size = 0;

  static find(view: ArrayBufferView): number {
    if (#address in view) {
      const { byteLength } = view;
      if (view.#size === byteLength && byteLength !== 0) return view.#address;
      return locate(view.buffer, view.byteOffset, byteLength);
    }
    const address = locate(view.buffer, view.byteOffset, view.byteLength);
    const located = new Located(view);
    located.#address = address;
    located.#size = view.byteLength;
    return address;
  }
}

/** Memory that threads share is not taken: the compiled module takes none. */
function locate(buffer: ArrayBufferLike, offset: number, size: number): number {
  if (!(buffer instanceof ArrayBuffer)) return -1;
  try {
    return libraries.address_of(new Uint8Array(buffer, offset, size));
  } catch {
    // It has been transferred.
    return -1;
  }
}

/** -1 where it stands for no pointer. */
export function addressOf(value: unknown): number {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : -1;
  if (value === null) return 0;
  if (ArrayBuffer.isView(value)) return Located.find(value);
  if (typeof value !== 'object' && typeof value !== 'function') return -1;
  if (value instanceof ArrayBuffer) return locate(value, 0, value.byteLength);
  const { getaddr } = value as { readonly getaddr?: unknown };
  return typeof getaddr === 'function' ? addressNumber(getaddr.call(value)) : -1;
}

const addressNumber = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;
