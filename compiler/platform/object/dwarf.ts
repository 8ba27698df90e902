// The debug information of an object (DWARF 4 and 5) → its tree of entries, attributes decoded.
import { ByteReader } from './byte-reader.ts';
import { AT, FORM } from './dwarf-names.ts';
import type { ObjectFile, Section } from './elf.ts';

/** Integers of every form are bigints; references are the offsets of entries. */
export type AttributeValue = bigint | string | boolean | Uint8Array;

export interface DebugEntry {
  readonly offset: number;
  readonly tag: number;
  readonly attributes: ReadonlyMap<number, AttributeValue>;
  readonly children: readonly DebugEntry[];
}

export interface DebugInfo {
  /** What stands at file scope, in order. */
  readonly entries: readonly DebugEntry[];
  readonly byOffset: ReadonlyMap<number, DebugEntry>;
}

interface Specification {
  readonly attribute: number;
  readonly form: number;
  readonly constant: bigint;
}

interface Abbreviation {
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly specifications: readonly Specification[];
}

interface Place {
  readonly object: ObjectFile;
  readonly info: Section;
  readonly reader: ByteReader;
}

interface Unit extends Place {
  readonly addressSize: number;
  readonly abbreviations: ReadonlyMap<number, Abbreviation>;
  readonly byOffset: Map<number, DebugEntry>;
}

export class UnknownDebugInfo extends Error {}

/** Of an object that was compiled from one file: it has one unit. */
export function readDwarf(object: ObjectFile): DebugInfo {
  const info = object.sections.get('.debug_info');
  if (!info) throw new UnknownDebugInfo('the object has no debug information');
  const reader = new ByteReader(info.bytes, object.little);
  if (reader.number(4) === 0xffffffff) throw new UnknownDebugInfo('64-bit DWARF');
  const version = reader.number(2);
  if (version !== 4 && version !== 5) throw new UnknownDebugInfo(`DWARF ${version}`);
  const byOffset = new Map<number, DebugEntry>();
  const fields = { object, info, reader, byOffset };
  const { addressSize, abbreviations } = readUnitHeader(version, fields);
  const unit = { ...fields, addressSize, abbreviations };
  const root = readEntry(unit);
  return { entries: root?.children ?? [], byOffset };
}

function readUnitHeader(version: number, unit: Place): Pick<Unit, 'addressSize' | 'abbreviations'> {
  const { reader, object } = unit;
  // DWARF 5 has the kind of the unit in front, and the other two the other way round.
  if (version === 5) {
    reader.position += 1;
    const addressSize = reader.number(1);
    return { addressSize, abbreviations: readAbbreviations(object, Number(relocated(unit, 4))) };
  }
  const abbreviations = readAbbreviations(object, Number(relocated(unit, 4)));
  return { addressSize: reader.number(1), abbreviations };
}

function readAbbreviations(
  { sections, little }: ObjectFile,
  offset: number,
): ReadonlyMap<number, Abbreviation> {
  const found = new Map<number, Abbreviation>();
  const reader = new ByteReader(
    sections.get('.debug_abbrev')?.bytes ?? new Uint8Array(1),
    little,
    offset,
  );
  for (let code = Number(reader.uleb()); code !== 0; code = Number(reader.uleb())) {
    const [tag, hasChildren] = [Number(reader.uleb()), reader.number(1) === 1];
    const specifications: Specification[] = [];
    for (;;) {
      const [attribute, form] = [Number(reader.uleb()), Number(reader.uleb())];
      if (attribute === 0 && form === 0) break;
      const constant = form === FORM.implicitConst ? reader.sleb() : 0n;
      specifications.push({ attribute, form, constant });
    }
    found.set(code, { tag, hasChildren, specifications });
  }
  return found;
}

/** null for the mark that ends a list of children. */
function readEntry(unit: Unit): DebugEntry | null {
  const offset = unit.reader.position;
  const code = Number(unit.reader.uleb());
  const abbreviation = unit.abbreviations.get(code);
  if (!abbreviation) return null;
  const attributes = new Map<number, AttributeValue>();
  for (const { attribute, form, constant } of abbreviation.specifications)
    attributes.set(attribute, readForm(form, constant, unit));
  const children: DebugEntry[] = [];
  if (abbreviation.hasChildren) {
    for (let child = readEntry(unit); child; child = readEntry(unit)) children.push(child);
  }
  const entry = { offset, tag: abbreviation.tag, attributes, children };
  unit.byOffset.set(offset, entry);
  return entry;
}

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

function readForm(form: number, constant: bigint, unit: Unit): AttributeValue {
  const { reader } = unit;
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
      return relocated(unit, unit.addressSize);
    case FORM.secOffset:
    case FORM.refAddr:
      return relocated(unit, 4);
    default:
      return readBlock(form, unit) ?? readString(form, unit);
  }
}

function readBlock(form: number, { reader }: Unit): Uint8Array | null {
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

function readString(form: number, unit: Unit): string {
  const { reader } = unit;
  switch (form) {
    case FORM.string:
      return reader.string();
    case FORM.strp:
      return stringIn('.debug_str', Number(relocated(unit, 4)), unit);
    case FORM.lineStrp:
      return stringIn('.debug_line_str', Number(relocated(unit, 4)), unit);
    case FORM.strx:
      return indexedString(Number(reader.uleb()), unit);
    case FORM.strx1:
    case FORM.strx2:
    case FORM.strx3:
    case FORM.strx4:
      return indexedString(reader.number(form - FORM.strx1 + 1), unit);
    default:
      throw new UnknownDebugInfo(`DWARF form 0x${form.toString(16)}`);
  }
}

function relocated({ info, reader }: Place, size: number): bigint {
  const known = info.relocations.get(reader.position);
  const inPlace = reader.unsigned(size);
  return known ?? inPlace;
}

/** clang's strings: the table of offsets has a head of 8 bytes, and there is one unit. */
function indexedString(index: number, unit: Unit): string {
  const table = unit.object.sections.get('.debug_str_offsets');
  const at = 8 + 4 * index;
  const offset =
    table?.relocations.get(at) ??
    new ByteReader(table?.bytes ?? new Uint8Array(), unit.object.little, at).unsigned(4);
  return stringIn('.debug_str', Number(offset), unit);
}

function stringIn(section: string, offset: number, { object }: Unit): string {
  const bytes = object.sections.get(section)?.bytes ?? new Uint8Array(1);
  return new ByteReader(bytes, object.little, offset).string();
}

// ---- attributes of an entry ----

export function nameOf(entry: DebugEntry): string | null {
  const name = entry.attributes.get(AT.name);
  return typeof name === 'string' ? name : null;
}

export function integerOf(entry: DebugEntry, attribute: number): bigint | null {
  const value = entry.attributes.get(attribute);
  return typeof value === 'bigint' ? value : null;
}

export function numberOf(entry: DebugEntry, attribute: number): number | null {
  const value = integerOf(entry, attribute);
  return value === null ? null : Number(value);
}

/** The entry of its type; null for void. */
export function typeOf(entry: DebugEntry, { byOffset }: DebugInfo): DebugEntry | null {
  const offset = numberOf(entry, AT.type);
  return offset === null ? null : (byOffset.get(offset) ?? null);
}
