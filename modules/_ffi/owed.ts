// What users have to give back by hand, while somebody looks for leaks (runtime/lltype/leaks.ts): callbacks, and memory of C's malloc.
import { callSite } from '../../runtime/lltype/call-site.ts';
import { ledger, type Ledger } from '../../runtime/lltype/leaks.ts';
import { addressOf } from './addresses.ts';
import { libraries } from './native.ts';

/** `key`: the object or its address. */
export function owe(key: unknown, what: string, size: number | null, name = ''): void {
  const book = ledger();
  if (!book) return;
  const description = name === '' ? what : `${what} ${name}`;
  book.set(key, { description, size, allocatedAt: callSite() });
}

export function settle(key: unknown): void {
  ledger()?.delete(key);
}

type Call = (...args: unknown[]) => unknown;
type Settling = (book: Ledger, args: readonly unknown[], result: unknown) => void;

/** What a function of C's does to the ledger. A text that it gives has no address any more: nobody can free it. */
const given =
  (name: string, sizeOf: (args: readonly unknown[]) => number | null): Settling =>
  (_, args, result) => {
    if (result === null || result === 0) return;
    owe(typeof result === 'number' ? result : Symbol(name), name, sizeOf(args));
  };
const freed: Settling = (book, [pointer]) => void book.delete(addressOf(pointer));
const moved: Settling = (book, args, result) => {
  if (result !== 0) freed(book, args, result);
  given('realloc', ([, size]) => Number(size))(book, args, result);
};

const FUNCTIONS: { readonly [name: string]: Settling } = {
  malloc: given('malloc', ([size]) => Number(size)),
  calloc: given('calloc', ([count, size]) => Number(count) * Number(size)),
  aligned_alloc: given('aligned_alloc', ([, size]) => Number(size)),
  strdup: given('strdup', () => null),
  strndup: given('strndup', () => null),
  realloc: moved,
  free: freed,
};

/** The function itself; while the ledger is kept, one that writes to it besides where the function is one of C's for memory. */
export function watched(call: Call, name: string, address: number): Call {
  const settling = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const book = settling && ledger();
  if (!settling || !book) return call;
  if (libraries.symbol(libraries.open_library(null, 2), name) !== address) return call;
  return (...args) => {
    const result = call(...args);
    settling(book, args, result);
    return result;
  };
}
