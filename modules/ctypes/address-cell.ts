// A place that holds an address: what pointers, functions and `c_void_p` are.
import { type CData, infoOf, type TypeInfo, typeOf } from './cdata.ts';
import { readAddress, writeAddress } from './codec.ts';
import { fetch, PASSAGE, put } from './memory.ts';

/** The address in a pointer-sized place. */
export function addressIn({ $view: view, $at: at }: CData, offset = 0): number {
  if (view !== null) return readAddress(view, at + offset);
  fetch(at + offset, 8);
  return readAddress(PASSAGE, 0);
}

/**
 * The same for generated functions, an expression: small, so that V8 puts it into its callers. `view` and `at` are of the object, and the text
 * uses `addressIn`.
 */
export const addressSource = (object: string): string =>
  `view === null ? addressIn(${object}) : view.getUint32(at, true) + view.getUint32(at + 4, true) * 4294967296`;

/** `keep`: what must live as long as the pointer. */
export function setAddressIn(holder: CData, offset: number, address: number, keep: unknown): void {
  const { $view: view, $at: at } = holder;
  if (view !== null) writeAddress(view, at + offset, address);
  else {
    writeAddress(PASSAGE, 0, address);
    put(at + offset, 8);
  }
  if (keep !== null || holder.$memory.keep) holder.$memory.keepAt(at + offset, keep);
}

/** Whether objects of the type stand for the address they hold, not for their own. */
export function isAddressType({ kind, ffi }: TypeInfo): boolean {
  if (kind !== 'simple') return kind === 'pointer' || kind === 'function';
  return ffi?.kind === 'pointer' || ffi?.kind === 'char_p' || ffi?.kind === 'unichar_p';
}

export const holdsAddress = (value: CData): boolean => isAddressType(infoOf(typeOf(value)));

/** What `_ffi` takes for an object where C wants a pointer; it keeps the object. */
export function pointerTo(value: CData): { getaddr(): number } {
  if (!holdsAddress(value)) return value;
  const address = addressIn(value);
  const held = { keeps: value, getaddr: () => address };
  return held;
}
