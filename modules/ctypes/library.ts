// Shared libraries → function objects by name.
import { CDLL as FfiLibrary, RTLD_GLOBAL, RTLD_LOCAL, RTLD_NOW } from '../_ffi/cdll.ts';
import { setAddressIn } from './address-cell.ts';
import type { SymbolSource } from './cdata.ts';
import { type CFunction, newFunction, stateOf } from './function.ts';
import { libraryFunctionType } from './prototypes.ts';
import { c_int } from './simple.ts';

export { RTLD_GLOBAL, RTLD_LOCAL };
export const DEFAULT_MODE: number = RTLD_LOCAL;

export interface LibraryOptions {
  readonly mode?: number;
  readonly use_errno?: boolean;
  /**
   * Its functions may block: they run on a helper thread, and callbacks that other threads call run meanwhile. A call takes some
   * microseconds.
   */
  readonly releasegil?: boolean;
}

export class Library implements SymbolSource {
  readonly _name: string | null;
  readonly #library: FfiLibrary;
  readonly #type: ReturnType<typeof libraryFunctionType>;
  readonly #functions = new Map<string, CFunction>();

  constructor(
    name: string | null,
    { mode = DEFAULT_MODE, use_errno = false, releasegil = false }: LibraryOptions,
  ) {
    this._name = name;
    this.#library = new FfiLibrary(name, mode | RTLD_NOW);
    this.#type = libraryFunctionType(c_int, { use_errno, releasegil });
  }

  address_of(name: string): number {
    return this.#library.getaddressindll(name);
  }

  /** A function object of its own, as `library['name']` of Python. */
  getitem(name: string): CFunction {
    const made = newFunction(this.#type, true);
    stateOf(made).name = name;
    setAddressIn(made, 0, this.address_of(name), this);
    return made;
  }

  /** The same function object each time, as `library.name`. */
  getattr(name: string): CFunction {
    let made = this.#functions.get(name);
    if (!made) this.#functions.set(name, (made = this.getitem(name)));
    return made;
  }
}

/** A library whose functions are its properties. */
export type CDLL = Library & { readonly [name: string]: CFunction };

interface LibraryClass {
  new (name: string | null, options?: LibraryOptions): CDLL;
  (name: string | null, options?: LibraryOptions): CDLL;
}

const OWN = ['_name', 'address_of', 'getitem', 'getattr', 'constructor'];

function open(name: string | null, options: LibraryOptions = {}): CDLL {
  const library = new Library(name, options);
  return new Proxy(library, {
    get(target, key): unknown {
      if (typeof key === 'symbol') return Reflect.get(target, key, target);
      // A promise asks for `then`, formatters for others of these: no library has such a function.
      if (key === 'then' || key === 'toJSON' || key === 'asymmetricMatch') return undefined;
      if (!OWN.includes(key)) return target.getattr(key);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' && key !== 'constructor' ? value.bind(target) : value;
    },
  }) as unknown as CDLL;
}

export const CDLL = function (name: string | null, options?: LibraryOptions): CDLL {
  return open(name, options);
} as unknown as LibraryClass;
Object.defineProperty(CDLL, 'prototype', { value: Library.prototype });

/** `cdll`: `LoadLibrary(name)`. */
export class LibraryLoader {
  readonly #make: LibraryClass;
  constructor(make: LibraryClass) {
    this.#make = make;
  }
  LoadLibrary(name: string | null): CDLL {
    return new this.#make(name);
  }
}

export const cdll: LibraryLoader = new LibraryLoader(CDLL);
