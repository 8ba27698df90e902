// A structure's fields → a function that reads them from the memory of an instance: one test for each name, and no call.
import { TRANSFER } from './frame.ts';
import { isStructure, type PlacedField } from './structure-type.ts';
import { generate } from './support.ts';
import type { Kind } from './types.ts';
import { loadSource } from './value-source.ts';

/** Undefined where it is for `FieldAccess` to read: structures inside, `long double`s, and all fields but the first. */
export type FieldReader = (words: Int32Array, name: string) => unknown;

/** More tests would take longer than a table. */
const MOST_FIELDS = 12;

export function makeReader(fields: readonly PlacedField[]): FieldReader {
  const read = fields
    .slice(0, MOST_FIELDS)
    .filter(({ ffitype }) => ffitype.size <= 8 && !isStructure(ffitype));
  const cases = read.map(
    ({ ffitype, offset }, index) => `if (name === n${index}) ${valueSource(ffitype.kind, offset)}`,
  );
  const names = Object.fromEntries(read.map(({ name }, index) => [`n${index}`, name]));
  return generate(`return (w, name) => { ${cases.join(' ')} };`, names) as FieldReader;
}

const WIDE: ReadonlySet<Kind> = new Set(['float', 'double', 'slong', 'ulong']);

function valueSource(kind: Kind, offset: number): string {
  const [low, high] = [`I32[${2 * TRANSFER}]`, `I32[${2 * TRANSFER + 1}]`];
  const half = `w[${offset >> 2}]`;
  const from = offset % 4 === 0 ? half : `(${half} >> ${8 * (offset % 4)})`;
  const value = loadSource(kind, TRANSFER);
  const next = `w[${(offset >> 2) + 1}]`;
  if (!WIDE.has(kind)) return `return ${value.replaceAll(low, from).replaceAll(high, next)};`;
  return `{ ${low} = ${from}; ${kind === 'float' ? '' : `${high} = ${next};`} return ${value}; }`;
}
