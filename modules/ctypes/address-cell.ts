// A place that holds an address: what pointers, functions and `c_void_p` are.
import { type CData, infoOf, type TypeInfo, typeOf } from './cdata.ts';
import { readAddress, writeAddress } from './codec.ts';
import { fetch, PASSAGE, put } from './memory.ts';

/** The address in a pointer-sized place. */
export function addressIn({ _view, _at }: CData, offset = 0): number {
  if (_view !== null) return readAddress(_view, _at + offset);
  fetch(_at + offset, 8);
  return readAddress(PASSAGE, 0);
}

/** `keep`: what must live as long as the pointer. */
export function setAddressIn(holder: CData, offset: number, address: number, keep: unknown): void {
  const { _view, _at } = holder;
  if (_view !== null) writeAddress(_view, _at + offset, address);
  else {
    writeAddress(PASSAGE, 0, address);
    put(_at + offset, 8);
  }
  if (keep !== null || holder._memory.keep) holder._memory.keepAt(_at + offset, keep);
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
