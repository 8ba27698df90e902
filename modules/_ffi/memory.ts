// An address → what lies there: copies between C's memory and the frame, and single values. Nothing is checked.
import { refuse } from './errors.ts';
import { fastCall, fastFetch } from './fast-call.ts';
import {
  CODE,
  F64,
  FETCH_ADDRESS,
  FETCH_SIZE,
  I32,
  SHAPE,
  STACK_WORDS,
  TRANSFER,
} from './frame.ts';
import { addressOf, type Pointerish } from './addresses.ts';
import { FRAME, libraries } from './native.ts';
import { asDouble } from './as-double.ts';
import { isStructure } from './structure-type.ts';
import { generate } from './support.ts';
import type { FfiType, Kind, Result } from './types.ts';
import { checkSource, loadSource, storeSource } from './value-source.ts';

const MEMCPY = asDouble(libraries.symbol(libraries.open_library(null, 2), 'memcpy'));

/** memcpy calls nothing back, so that the call may always be a fast one. */
export function copy(to: number, from: number, size: number): void {
  I32[2] = to;
  I32[3] = to / 4294967296;
  I32[4] = from;
  I32[5] = from / 4294967296;
  I32[6] = size;
  I32[7] = 0;
  F64[CODE] = MEMCPY;
  I32[SHAPE] = 0;
  I32[STACK_WORDS] = 0;
  fastCall();
}

/** A value passes through this place. */
export const TRANSFER_ADDRESS = FRAME + 8 * TRANSFER;

/** Copies a scalar from an address to where values pass through. */
export const fetch = makeFetch(fastFetch);

function makeFetch(fast: typeof fastFetch): (from: number, size: number) => void {
  if (!fast) return (from, size) => copy(TRANSFER_ADDRESS, from, size);
  return (from, size) => {
    F64[FETCH_ADDRESS] = from;
    I32[FETCH_SIZE] = size;
    fast();
  };
}

const LOADED: readonly Kind[] = [
  ...(['sint', 'double', 'pointer', 'ubyte', 'float', 'uint', 'slong', 'ulong'] as const),
  ...(['char_p', 'sbyte', 'sshort', 'ushort', 'char', 'unichar', 'unichar_p'] as const),
];

type Load = () => unknown;
type Store = (value: unknown, fail: () => never) => void;
const loads = new Map<Kind, Load>();
const stores = new Map<Kind, Store>();

/** What reads the value that passes through. */
export function loadOf(kind: Kind): Load {
  let made = loads.get(kind);
  if (!made) {
    made = generate(`return () => ${loadSource(kind, TRANSFER)};`, {}) as Load;
    loads.set(kind, made);
  }
  return made;
}

/** Strings are refused: nobody would free their memory. */
export function storeOf(kind: Kind): Store {
  let made = stores.get(kind);
  if (!made) {
    const of = kind === 'char_p' || kind === 'unichar_p' ? 'pointer' : kind;
    const source = `${checkSource(of, 'v', 'p', 'fail()')} ${storeSource(of, 'v', 'p', TRANSFER)}`;
    made = generate(`return (v, fail) => { ${source} };`, {}) as Store;
    stores.set(kind, made);
  }
  return made;
}

/** Reads what passes through as a value of any kind. The kinds that callbacks are given addresses of most often come first. */
const loadKind = generate(
  `return (kind) => { switch (kind) { ${LOADED.map((kind) => `case '${kind}': return ${loadSource(kind, TRANSFER)};`).join(' ')} } };`,
  {},
) as (kind: Kind) => unknown;

/** The value of a type, which is no structure, at an address. */
export function load<T extends FfiType>(type: T, address: Pointerish): Result<T> {
  fetch(placeOf(type, address, 'load'), type.size);
  return loadKind(type.kind) as Result<T>;
}

export function store<In>(type: FfiType<In>, address: Pointerish, value: In): void {
  const place = placeOf(type, address, 'store');
  storeOf(type.kind)(value, () => refuse('store() argument 3', type, value));
  copy(place, TRANSFER_ADDRESS, type.size);
}

function placeOf(type: FfiType, address: Pointerish, name: string): number {
  if (isStructure(type) || type.kind === 'void')
    throw new TypeError(`${name}() takes no ${type.name}: use fromaddress()`);
  const place = addressOf(address);
  if (place <= 0) throw new TypeError(`${name}() takes an address that is not 0`);
  return place;
}
