// An object that answers → its types, and the numbers and texts of its data by the names that the questions gave.
import { ByteReader } from './object/byte-reader.ts';
import { type DebugEntry, readDwarf } from './object/dwarf.ts';
import { UnknownDebugInfo } from './object/dwarf-forms.ts';
import type { ObjectFile } from './object/elf.ts';
import { TypeReader } from './read-types.ts';

export interface ReadObject {
  readonly types: TypeReader;
  /** What `*mixmod_t0` points to; null for void, undefined where it was not asked. */
  target(name: string): DebugEntry | null | undefined;
  /** The 64 bits of a variable, or of its part at an offset. */
  bits(name: string, offset?: number): bigint | undefined;
  double(name: string, offset?: number): number | undefined;
  /** Without the zero at its end; bytes that are no UTF-8 become U+FFFD. */
  text(name: string): string | undefined;
}

export function readObject(object: ObjectFile): ReadObject {
  const types = new TypeReader(readDwarf(object));
  const targets = types.targets();
  // What all objects have: else the answers would be read as absent.
  if (!targets.has('mixmod_present'))
    throw new UnknownDebugInfo('debug information of another kind');
  return { types, target: (name) => targets.get(name), ...readData(object) };
}

/** For an object without debug information. */
export function readData({
  data,
  little,
}: ObjectFile): Pick<ReadObject, 'bits' | 'double' | 'text'> {
  return {
    bits(name, offset = 0) {
      const bytes = data.get(name);
      return bytes && new ByteReader(bytes, little, offset).unsigned(8);
    },
    double(name, offset = 0) {
      const bytes = data.get(name);
      return bytes && new ByteReader(bytes, little, offset).double();
    },
    text(name) {
      const bytes = data.get(name);
      return bytes && Buffer.from(bytes.subarray(0, -1)).toString('utf8');
    },
  };
}
