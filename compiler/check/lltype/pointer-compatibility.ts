// Which pointers C takes for one another without a cast of ours.
import type { Container } from '../../../runtime/lltype/types.ts';

/** Any pointer is a `void *`; bytes may be char, signed or unsigned; a fixed array is passed as its first item. */
export function isPassable(from: Container, to: Container): boolean {
  if (from === to || isVoid(to)) return true;
  if (to.kind !== 'array' || to.length !== null) return false;
  if (from.kind === 'fixed-array') return from.item === to.item || (isBytes(from) && isBytes(to));
  return from.kind === 'array' && from.length === null && isBytes(from) && isBytes(to);
}

const isVoid = (type: Container): boolean => type.kind === 'opaque' && type.name === 'void';

/** An array of single bytes: `char`, `signed char`, `unsigned char`. */
export function isBytes(type: Container): boolean {
  if (type.kind !== 'array' && type.kind !== 'fixed-array') return false;
  const { item } = type;
  return item.kind === 'primitive' && (item.machine === 'i8' || item.machine === 'u8');
}
