// The value of one attribute, in any of DWARF's forms → a bigint, text, truth or bytes.
import { ByteReader } from './byte-reader.ts';
import { FORM } from './dwarf-names.ts';
import type { ObjectFile, Section } from './elf.ts';

/** Integers of every form are bigints; references are the offsets of entries. */
export type AttributeValue = bigint | string | boolean | Uint8Array;

export interface AttributePlace {
  readonly object: ObjectFile;
  readonly info: Section;
  readonly reader: ByteReader;
  readonly addressSize: number;
}

export class UnknownDebugInfo extends Error {}

/** Bytes of the forms that are a number of a fixed size. */
const FIXED: ReadonlyMap<number, number> = new Map([
  [FORM.data1, 1],
  [FORM.data2, 2],
  [FORM.data4, 4],
  [FORM.data8, 8],
  [FORM.data16, 16],
  [FORM.addrx1, 1],
  [FORM.addrx2, 2],
  [FORM.addrx3, 3],
  [FORM.addrx4, 4],
  [FORM.ref1, 1],
  [FORM.ref2, 2],
  [FORM.ref4, 4],
  [FORM.ref8, 8],
]);

export function readForm(form: number, constant: bigint, place: AttributePlace): AttributeValue {
  const { reader } = place;
  const fixed = FIXED.get(form);
  if (fixed !== undefined) return reader.unsigned(fixed);
  switch (form) {
    case FORM.implicitConst:
      return constant;
    case FORM.flagPresent:
      return true;
    case FORM.flag:
      return reader.number(1) !== 0;
    case FORM.sdata:
      return reader.sleb();
    case FORM.udata:
    case FORM.refUdata:
    case FORM.addrx:
    case FORM.loclistx:
    case FORM.rnglistx:
      return reader.uleb();
    case FORM.addr:
      return relocated(place, place.addressSize);
    case FORM.secOffset:
    case FORM.refAddr:
      return relocated(place, 4);
    default:
      return readBlock(form, place) ?? readString(form, place);
  }
}

function readBlock(form: number, { reader }: AttributePlace): Uint8Array | null {
  switch (form) {
    case FORM.exprloc:
    case FORM.block:
      return reader.bytes(Number(reader.uleb()));
    case FORM.block1:
      return reader.bytes(reader.number(1));
    case FORM.block2:
      return reader.bytes(reader.number(2));
    case FORM.block4:
      return reader.bytes(reader.number(4));
    default:
      return null;
  }
}

function readString(form: number, place: AttributePlace): string {
  const { reader } = place;
  switch (form) {
    case FORM.string:
      return reader.string();
    case FORM.strp:
      return stringIn('.debug_str', Number(relocated(place, 4)), place);
    case FORM.lineStrp:
      return stringIn('.debug_line_str', Number(relocated(place, 4)), place);
    case FORM.strx:
      return indexedString(Number(reader.uleb()), place);
    case FORM.strx1:
    case FORM.strx2:
    case FORM.strx3:
    case FORM.strx4:
      return indexedString(reader.number(form - FORM.strx1 + 1), place);
    default:
      throw new UnknownDebugInfo(`DWARF form 0x${form.toString(16)}`);
  }
}

export function relocated(
  { info, reader }: Pick<AttributePlace, 'info' | 'reader'>,
  size: number,
): bigint {
  const known = info.relocations.get(reader.position);
  const inPlace = reader.unsigned(size);
  return known ?? inPlace;
}

/** clang's strings: the table of offsets has a head of 8 bytes, and there is one unit. */
function indexedString(index: number, place: AttributePlace): string {
  const table = place.object.sections.get('.debug_str_offsets');
  const at = 8 + 4 * index;
  const offset =
    table?.relocations.get(at) ??
    new ByteReader(table?.bytes ?? new Uint8Array(), place.object.little, at).unsigned(4);
  return stringIn('.debug_str', Number(offset), place);
}

function stringIn(section: string, offset: number, { object }: AttributePlace): string {
  const bytes = object.sections.get(section)?.bytes ?? new Uint8Array(1);
  return new ByteReader(bytes, object.little, offset).string();
}
