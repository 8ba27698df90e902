// What goes wrong → the errors of ctypes.
import { show } from '../_ffi/errors.ts';

export { show };

/** An argument that a function does not take. */
export class ArgumentError extends TypeError {
  override readonly name = 'ArgumentError';
}

export function expected(type: string, what: string, value: unknown): never {
  throw new TypeError(`${type}: ${what} expected, got ${show(value)}`);
}

export function nullAccess(what: string): never {
  throw new TypeError(`${what}: NULL pointer access`);
}
