// The debug information of an object (DWARF 4 and 5) → its tree of entries, attributes decoded.
import { ByteReader } from './byte-reader.ts';
import {
  type AttributePlace,
  type AttributeValue,
  readForm,
  relocated,
  UnknownDebugInfo,
} from './dwarf-forms.ts';
import { AT, FORM } from './dwarf-names.ts';
import type { ObjectFile } from './elf.ts';

export interface DebugEntry {
  readonly offset: number;
  readonly tag: number;
  readonly attributes: ReadonlyMap<number, AttributeValue>;
  readonly children: readonly DebugEntry[];
}

export interface DebugInfo {
  /** The machine's order of bytes, and of bits. */
  readonly little: boolean;
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

interface Unit extends AttributePlace {
  readonly abbreviations: ReadonlyMap<number, Abbreviation>;
  readonly byOffset: Map<number, DebugEntry>;
}

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
  return { little: object.little, entries: root?.children ?? [], byOffset };
}

function readUnitHeader(
  version: number,
  unit: Omit<AttributePlace, 'addressSize'>,
): Pick<Unit, 'addressSize' | 'abbreviations'> {
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
