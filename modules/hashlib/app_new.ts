// Hashes by name, and of files.
import { createReadStream } from 'node:fs';
import { blake2b, blake2s, type Blake2Options } from './app_blake2.ts';
import { kindOf, type Data } from './app_data.ts';
import * as fixed from './app_fixed.ts';
import type { Hash } from './app_hash.ts';
import { shake_128, shake_256, type Shake } from './app_keccak.ts';

const FIXED: Readonly<Record<string, (data?: Data) => Hash>> = { ...fixed };
const SHAKES: Readonly<Record<string, (data?: Data) => Shake>> = { shake_128, shake_256 };
const BLAKES: Readonly<Record<string, typeof blake2b>> = { blake2b, blake2s };

/** Every name that `new` takes. */
export const algorithms_available: ReadonlySet<string> = new Set([
  ...Object.keys(FIXED),
  ...Object.keys(SHAKES),
  ...Object.keys(BLAKES),
]);

/** Those that CPython has on every platform. */
export const algorithms_guaranteed: ReadonlySet<string> = new Set(
  [...algorithms_available].filter((name) => !name.startsWith('sha512_')),
);

/** `sha3-256` and `SHA3_256` are `sha3_256`. RangeError for a name that is not known. */
export function canonicalName(name: unknown, where: string): string {
  if (typeof name !== 'string')
    throw new TypeError(`${where}: name must be a string, not ${kindOf(name)}`);
  const canonical = name.toLowerCase().replaceAll('-', '_');
  if (algorithms_available.has(canonical)) return canonical;
  const known = [...algorithms_available].join(', ');
  throw new RangeError(`${where}: there is no hash '${name}'; there are ${known}`);
}

export type ShakeName = 'shake_128' | 'shake_256';

function new_(name: ShakeName, data?: Data): Shake;
function new_(name: string, data?: Data, options?: Blake2Options): Hash;
function new_(name: string, data?: Data, options?: Blake2Options): Hash | Shake {
  const canonical = canonicalName(name, 'new');
  const blake = BLAKES[canonical];
  if (blake) return blake(data, options);
  const make = FIXED[canonical] ?? SHAKES[canonical];
  if (!make) throw new RangeError(`new: there is no hash '${name}'`);
  return make(data);
}
export { new_ as new };

type Source = string | URL | AsyncIterable<Uint8Array>;

/** The hash of a file, given by its path or as a stream. Rejects with what reading gives. */
export async function file_digest(source: Source, digest: string | (() => Hash)): Promise<Hash> {
  const hash = typeof digest === 'function' ? digest() : new_(digest);
  const isPath = typeof source === 'string' || source instanceof URL;
  if (!isPath && typeof source?.[Symbol.asyncIterator] !== 'function')
    throw new TypeError(`file_digest: source must be a path or a stream, not ${kindOf(source)}`);
  const stream = isPath ? createReadStream(source, { highWaterMark: 1 << 18 }) : source;
  for await (const piece of stream as AsyncIterable<Uint8Array>) hash.update(piece);
  return hash;
}
