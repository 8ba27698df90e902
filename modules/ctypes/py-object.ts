// JavaScript values that C carries: `py_object`. C sees a number of the value, as long as what was made of it for C lives.
import { types } from '../_ffi/types.ts';
import type { Codec } from './codec.ts';
import { readAddress, writeAddress } from './codec.ts';

const values = new Map<number, WeakRef<Handle>>();
const gone = new FinalizationRegistry<number>((id) => values.delete(id));
let last = 0;

/** Stands for a value in C's memory, and keeps it. It may be an argument of `_ffi`. */
export class Handle {
  readonly value: unknown;
  /** From 1: NULL is none. */
  readonly #id = ++last;

  constructor(value: unknown) {
    this.value = value;
    values.set(this.#id, new WeakRef(this));
    gone.register(this, this.#id);
  }

  getaddr(): number {
    return this.#id;
  }
}

/** The value; NULL and what is no living value are errors. */
export function valueAt(address: number): unknown {
  if (address === 0) throw new TypeError('py_object: NULL pointer access');
  const handle = values.get(address)?.deref();
  if (!handle) throw new TypeError(`py_object: there is no value ${address} any more`);
  return handle.value;
}

export const PY_OBJECT: Codec = {
  method: null,
  little: true,
  signed: false,
  name: 'py_object',
  size: 8,
  ffi: types.void_p,
  leaf: 'integer',
  // There is none until a value is assigned.
  zero: undefined,
  check: (value) => new Handle(value),
  read: (view, at) => valueAt(readAddress(view, at)),
  write(view, at, value) {
    const handle = new Handle(value);
    writeAddress(view, at, handle.getaddr());
    return handle;
  },
};
