// A relocatable ELF file → its sections, its symbols, and what relocations would write into a section. Any machine:
// debug information and data are read, code is not.
import { ByteReader } from './byte-reader.ts';

export interface Section {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Offset in the section → what is written there when the object is placed at address 0. */
  readonly relocations: ReadonlyMap<number, bigint>;
}

export interface ObjectFile {
  readonly little: boolean;
  /** ELF's number of the machine (`e_machine`), e.g. 62 for x86-64. */
  readonly machine: number;
  readonly pointerSize: number;
  readonly sections: ReadonlyMap<string, Section>;
  /** The bytes of each named piece of data. */
  readonly data: ReadonlyMap<string, Uint8Array>;
}

interface Header {
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
  readonly link: number;
  readonly info: number;
}

interface Symbol {
  readonly name: string;
  readonly section: number;
  readonly value: bigint;
  readonly size: number;
}

const [SYMTAB, RELA, NOBITS, REL] = [2, 4, 8, 9];

export class NoObjectFile extends Error {}

export function readElf(bytes: Uint8Array): ObjectFile {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== '\x7fELF')
    throw new NoObjectFile('the C compiler has not made an ELF object');
  const word = bytes[4] === 2 ? 8 : 4;
  const little = bytes[5] === 1;
  const headers = readHeaders(bytes, word, little);
  const table = headers.find(({ type }) => type === SYMTAB);
  const symbols = table ? readSymbols(table, headers, word, little) : [];
  const sections = new Map<string, Section>();
  headers.forEach(({ name, bytes: content }, index) => {
    const relocations = readRelocations(index, headers, symbols, word, little);
    sections.set(name, { name, bytes: content, relocations });
  });
  const data = new Map<string, Uint8Array>();
  for (const { name, section, value, size } of symbols) {
    const content = headers[section]?.bytes;
    if (name !== '' && content && size > 0)
      data.set(name, content.subarray(Number(value), Number(value) + size));
  }
  const machine = new ByteReader(bytes, little, 18).number(2);
  return { little, machine, pointerSize: word, sections, data };
}

function readHeaders(bytes: Uint8Array, word: number, little: boolean): readonly Header[] {
  const file = new ByteReader(bytes, little, 24 + 2 * word);
  const table = file.number(word);
  file.position += 4 + 2 * 3;
  const [size, count, names] = [file.number(2), file.number(2), file.number(2)];
  const raw = Array.from({ length: count }, (_, index) => {
    const reader = new ByteReader(bytes, little, table + index * size);
    const [name, type] = [reader.number(4), reader.number(4)];
    reader.position += 2 * word;
    const [offset, length] = [reader.number(word), reader.number(word)];
    const [link, info] = [reader.number(4), reader.number(4)];
    // What has no bytes in the file is zero.
    const content =
      type === NOBITS ? new Uint8Array(length) : bytes.subarray(offset, offset + length);
    return { name, type, bytes: content, link, info };
  });
  const nameBytes = raw[names]?.bytes ?? new Uint8Array();
  return raw.map((header) => ({ ...header, name: stringAt(nameBytes, header.name) }));
}

function readSymbols(
  table: Header,
  headers: readonly Header[],
  word: number,
  little: boolean,
): readonly Symbol[] {
  const names = headers[table.link]?.bytes ?? new Uint8Array();
  const reader = new ByteReader(table.bytes, little);
  const symbols: Symbol[] = [];
  while (!reader.atEnd) {
    const name = stringAt(names, reader.number(4));
    if (word === 8) {
      reader.position += 2;
      const [section, value, size] = [reader.number(2), reader.unsigned(8), reader.number(8)];
      symbols.push({ name, section, value, size });
    } else {
      const [value, size] = [reader.unsigned(4), reader.number(4)];
      reader.position += 2;
      symbols.push({ name, section: reader.number(2), value, size });
    }
  }
  return symbols;
}

/** The place says how many bytes are written, so the machine's kinds of relocations need not be known. */
function readRelocations(
  target: number,
  headers: readonly Header[],
  symbols: readonly Symbol[],
  word: number,
  little: boolean,
): ReadonlyMap<number, bigint> {
  const found = new Map<number, bigint>();
  for (const { type, info, bytes } of headers) {
    if ((type !== RELA && type !== REL) || info !== target) continue;
    const reader = new ByteReader(bytes, little);
    while (!reader.atEnd) {
      const [offset, kind] = [reader.number(word), reader.unsigned(word)];
      const symbol = symbols[Number(word === 8 ? kind >> 32n : kind >> 8n)];
      // Without an addend of its own it lies in the place; symbols of sections are 0, and nothing is to be added.
      if (type === RELA) found.set(offset, (symbol?.value ?? 0n) + reader.unsigned(word));
    }
  }
  return found;
}

function stringAt(bytes: Uint8Array, offset: number): string {
  const end = bytes.indexOf(0, offset);
  return Buffer.from(bytes.subarray(offset, end < 0 ? bytes.length : end)).toString('latin1');
}
