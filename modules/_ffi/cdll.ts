// The name of a shared library → its functions and addresses.
import type { Addressed } from './addresses.ts';
import { LibraryError, SymbolError } from './errors.ts';
import { type FuncPtr, type FunctionOptions, makeFunction, retarget } from './func-ptr.ts';
import { calls, libraries } from './native.ts';
import type { FfiType } from './types.ts';

export const RTLD_LAZY = 1;
export const RTLD_NOW = 2;
export const RTLD_GLOBAL = 0x100;
export const RTLD_LOCAL = 0;

export class CDLL implements Disposable {
  /** What messages call it. */
  readonly name: string;
  #library: number;
  readonly #functions: WeakRef<Addressed>[] = [];

  /** `name`: as the dynamic linker takes it; null for what the process has loaded itself. */
  constructor(name: string | null, mode: number = RTLD_NOW) {
    this.name = name ?? 'of the process';
    this.#library = libraries.open_library(name, mode);
    if (this.#library === 0) throw new LibraryError(this.name, libraries.link_error());
  }

  /** SymbolError where the library has no such symbol. */
  getaddressindll(name: string): number {
    if (this.#library === 0) throw new LibraryError(this.name, 'it is closed');
    const address = libraries.symbol(this.#library, name);
    if (address === 0) throw new SymbolError(this.name, name);
    return address;
  }

  getfunc<const A extends readonly FfiType[], R extends FfiType>(
    name: string,
    argtypes: A,
    restype: R,
    options?: FunctionOptions,
  ): FuncPtr<A, R> {
    const made = makeFunction(
      { address: this.getaddressindll(name), name },
      argtypes,
      restype,
      options,
    );
    this.#functions.push(new WeakRef(made));
    return made;
  }

  /** Its functions throw from now on. Addresses, and pointers that C keeps, are the caller's care. */
  close(): void {
    if (this.#library === 0) return;
    const closed = calls.closed_code();
    for (const one of this.#functions) {
      const callee = one.deref();
      if (callee) retarget(callee, closed);
    }
    libraries.close_library(this.#library);
    this.#library = 0;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** libc, and all else that the process has loaded. */
export function get_libc(): CDLL {
  return new CDLL(null);
}
