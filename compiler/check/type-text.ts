// A type as reports name it: as programs write it. (`typeName` is the notation of graphs: f64, f64|null.)
import { F64, typeName, type RtsType } from '../program/types.ts';

export function typeText(type: RtsType): string {
  if (type === F64) return 'number';
  if (type.kind === 'array') return `${itemText(type.element)}[]`;
  if (type.kind !== 'nullable') return typeName(type);
  const { base, allowsNull, allowsUndefined } = type;
  return [typeText(base), allowsNull ? 'null' : '', allowsUndefined ? 'undefined' : '']
    .filter((part) => part !== '')
    .join(' | ');
}

/** As it stands before `[]`. */
const itemText = (type: RtsType): string =>
  type.kind === 'nullable' || type.kind === 'function' ? `(${typeText(type)})` : typeText(type);
