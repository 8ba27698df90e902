// A type → the kinds of registers that its values travel in (System V ABI of x86-64, section 3.2.3).
import type { FfiType } from './types.ts';
import { isStructure } from './structure-type.ts';

/** `x87`: results of it are in st(0), arguments are on the stack. */
export type RegisterKind = 'integer' | 'float' | 'x87';

/** One for each 8 bytes; null where it travels in memory. */
export function classify(type: FfiType): readonly RegisterKind[] | null {
  if (type.kind === 'void') return [];
  if (isExtended(type)) return ['x87', 'x87'];
  if (!isStructure(type)) return [isFloat(type) ? 'float' : 'integer'];
  if (type.size > 16 || type.isUnaligned) return null;
  const kinds: RegisterKind[] = Array.from({ length: Math.ceil(type.size / 8) }, () => 'float');
  for (const { at, kind } of scalarsOf(type, 0)) if (kind === 'integer') kinds[at >> 3] = 'integer';
  return kinds;
}

/** A structure of nothing else is like it. */
function isExtended(type: FfiType): boolean {
  if (!isStructure(type)) return type.kind === 'longdouble';
  if (type.size !== 16 || type.isUnaligned) return false;
  return type.fields.some(({ ffitype }) => isExtended(ffitype));
}

const isFloat = (type: FfiType): boolean => type.kind === 'float' || type.kind === 'double';

function scalarsOf(
  type: FfiType,
  at: number,
): { readonly at: number; readonly kind: RegisterKind }[] {
  if (!isStructure(type)) return [{ at, kind: isFloat(type) ? 'float' : 'integer' }];
  return type.fields.flatMap(({ ffitype, offset }) => scalarsOf(ffitype, at + offset));
}
