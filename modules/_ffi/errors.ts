// What goes wrong → the errors of `_ffi`, which name the function, the argument, what is expected and what was given.
import type { FfiType, Kind } from './types.ts';

/** A library that cannot be loaded. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  readonly library: string;
  constructor(library: string, reason: string) {
    super(`cannot load library ${library}: ${reason}`);
    this.library = library;
  }
}

/** A symbol that a library does not have. */
export class SymbolError extends Error {
  override readonly name = 'SymbolError';
  readonly library: string;
  readonly symbol: string;
  constructor(library: string, symbol: string) {
    super(`no symbol ${symbol} in library ${library}`);
    this.library = library;
    this.symbol = symbol;
  }
}

const LIMITS: { readonly [K in Kind]?: readonly [string, string] } = {
  sbyte: ['-128', '127'],
  ubyte: ['0', '255'],
  sshort: ['-32768', '32767'],
  ushort: ['0', '65535'],
  sint: ['-2147483648', '2147483647'],
  uint: ['0', '4294967295'],
  slong: ['-9223372036854775808', '9223372036854775807'],
  ulong: ['0', '18446744073709551615'],
  pointer: ['0', '9007199254740991'],
};

const EXPECTED: { readonly [K in Kind]?: string } = {
  float: 'a number',
  double: 'a number',
  longdouble: 'a number',
  char: 'a string of one character up to U+00FF',
  unichar: 'a string of one code point',
  pointer: 'an address, null, an array of bytes or numbers, or what has an address',
  char_p: 'a string, an address, null, or what has an address',
  unichar_p: 'a string, an address, null, or what has an address',
  void: 'nothing',
};

/** Always throws. `what`: `f() argument 1`. */
export function refuse(what: string, type: FfiType, value: unknown): never {
  const limits = LIMITS[type.kind];
  const wide = type.kind === 'slong' || type.kind === 'ulong';
  if (limits && (Number.isInteger(value) || (wide && typeof value === 'bigint'))) {
    const [least, most] = limits;
    throw new RangeError(`${what} must be ${type.name} (${least} to ${most}), got ${show(value)}`);
  }
  const expected = EXPECTED[type.kind] ?? (limits ? 'an integer' : 'an instance of the structure');
  throw new TypeError(`${what} must be ${type.name}: ${expected}; got ${show(value)}`);
}

export function show(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 20 ? `${value.slice(0, 20)}…` : value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const prototype = Object.getPrototypeOf(value) as object | null;
  // A structure may have a field of this name.
  const constructor = prototype && Object.getOwnPropertyDescriptor(prototype, 'constructor');
  const of = (constructor?.value as { readonly name?: unknown } | undefined)?.name;
  return typeof of === 'string' ? `an object of ${of}` : 'an object';
}
