// Single values at an address. Nothing is checked but their types.
import { addressOf, type Pointerish } from './addresses.ts';
import { copy, TRANSFER_ADDRESS } from './copy.ts';
import { refuse } from './errors.ts';
import { FETCH, type ScalarSize } from './fetch.ts';
import { FETCH_ADDRESS, TRANSFER } from './frame.ts';
import { isStructure } from './structure-type.ts';
import { generate } from './support.ts';
import { type FfiType, type Kind, type Result, types } from './types.ts';
import { checkSource, loadSource, storeSource, withoutText } from './value-source.ts';

type Load = (address: number) => unknown;
type Take = () => unknown;
type Store = (value: unknown, fail: () => never) => void;
const loads = new Map<Kind, Load>();
const takes = new Map<Kind, Take>();
const stores = new Map<Kind, Store>();

/** What reads a value at an address. */
export function loadOf({ kind, size }: FfiType): Load {
  let made = loads.get(kind);
  if (!made) {
    const source = `return (at) => { F64[${FETCH_ADDRESS}] = at; fetch(); return ${loadSource(kind, TRANSFER)}; };`;
    made = generate(source, { fetch: FETCH[size as ScalarSize] }) as Load;
    loads.set(kind, made);
  }
  return made;
}

/** What reads the value that passes through. */
export function takeOf(kind: Kind): Take {
  let made = takes.get(kind);
  if (!made) {
    made = generate(`return () => ${loadSource(kind, TRANSFER)};`, {}) as Take;
    takes.set(kind, made);
  }
  return made;
}

/** Strings are refused: nobody would free their memory. */
export function storeOf(kind: Kind): Store {
  let made = stores.get(kind);
  if (!made) {
    const of = withoutText(kind);
    const source = `${checkSource(of, 'v', 'p', 'fail()')} ${storeSource(of, 'v', 'p', TRANSFER)}`;
    made = generate(`return (v, fail) => { ${source} };`, {}) as Store;
    stores.set(kind, made);
  }
  return made;
}

type LoadAny = <T extends FfiType>(type: T, address: Pointerish) => Result<T>;

const INLINE = [types.sint, types.double, types.void_p] as const;

/**
 * The value of a type, which is no structure, at an address. Its text is generated because V8 knows what a generated function uses; the
 * kinds that callbacks are given the addresses of most often stand in it.
 */
export const load: LoadAny = generate(
  `return (type, address) => {
  const at = typeof address === 'number' && address > 0 && Number.isSafeInteger(address)
    ? address
    : placeOf(type, address, 'load');
  F64[${FETCH_ADDRESS}] = at;
  switch (type.kind) {
    ${INLINE.map(({ kind, size }) => `case '${kind}': fetch${size}(); return ${loadSource(kind, TRANSFER)};`).join('\n    ')}
    default: return loadAny(type, at);
  }
};`,
  { fetch4: FETCH[4], fetch8: FETCH[8], placeOf, loadAny },
) as LoadAny;

function loadAny(type: FfiType, at: number): unknown {
  return loadOf(type)(placeOf(type, at, 'load'));
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
