// Unicode's case mappings, asked of the engine that builds the core. The upper or lower case of a code point is a difference of 16
// bits in its plane away, found in two steps: the first part of a table says which page of 64 differences a block of code
// points has. A difference of SPECIAL stands for two or three units, which are in a list of their own.
import { lltype, rffi, u16, u32 } from 'mixmod';

const TABLE = rffi.CArray(rffi.USHORT);
export type Table = lltype.Ptr<typeof TABLE>;

const PAGE = 64;
/** All code points that have another case are below. */
const CASE_BLOCKS = 0x1ea00 / PAGE;
export const CASE_LIMIT: u32 = 0x1ea00;
export const SPECIAL: u16 = 0x7fff;
/** A code point and three units; 0 stands for units that are not there, and ends the list. */
export const SPECIAL_ITEMS = 4;
const MOST_SPECIAL = 128;

/** `find` gives the entry of a code point. Pages that are alike are one. */
const pagedTable = (blocks: number, mostPages: number, find: (point: number) => number) =>
  lltype.prebuilt(TABLE, blocks + PAGE * mostPages, (table) => {
    const entries = new Uint16Array(blocks + PAGE * mostPages);
    const same = (page: number, start: number): boolean => {
      for (let i = 0; i < PAGE; i++)
        if (entries[blocks + page * PAGE + i] !== entries[start + i]) return false;
      return true;
    };
    let pages = 0;
    for (let block = 0; block < blocks; block++) {
      const start = blocks + pages * PAGE;
      if (pages === mostPages) throw new RangeError('more pages than there is room for');
      for (let i = 0; i < PAGE; i++) entries[start + i] = find(block * PAGE + i);
      let page = 0;
      while (!same(page, start)) page++;
      entries[block] = page;
      if (page === pages) pages++;
    }
    for (let i = 0; i < entries.length; i++) table[i] = entries[i];
  });

/** The code point's text in upper or lower case. */
type Mapping = (text: string) => string;

const caseTable = (mapping: Mapping) =>
  pagedTable(CASE_BLOCKS, 72, (point) => {
    const text = String.fromCodePoint(point);
    const mapped = mapping(text);
    const to = mapped.codePointAt(0) ?? 0;
    const isOne = mapped.length === (to > 0xffff ? 2 : 1);
    if (!isOne) return SPECIAL;
    if (to >> 16 !== point >> 16 || u16(to - point) === SPECIAL)
      throw new RangeError(`the case of ${point} does not fit`);
    return to - point;
  });

const specialTable = (mapping: Mapping) =>
  lltype.prebuilt(TABLE, SPECIAL_ITEMS * MOST_SPECIAL, (table) => {
    let at = 0;
    for (let point = 0; point < 0x10000; point++) {
      const mapped = mapping(String.fromCodePoint(point));
      if (mapped.length < 2) continue;
      if (mapped.length > 3 || at + SPECIAL_ITEMS >= SPECIAL_ITEMS * MOST_SPECIAL)
        throw new RangeError(`no room for the case of ${point}`);
      table[at] = u16(point);
      for (let i = 0; i < mapped.length; i++) table[at + 1 + i] = u16(mapped.charCodeAt(i));
      at += SPECIAL_ITEMS;
    }
  });

export const UPPER = caseTable((text) => text.toUpperCase());
export const UPPER_SPECIAL = specialTable((text) => text.toUpperCase());
export const LOWER = caseTable((text) => text.toLowerCase());
export const LOWER_SPECIAL = specialTable((text) => text.toLowerCase());

// ---- what stands around a sigma ----

export const CASED: u16 = 1;
/** Looked past. */
export const IGNORABLE: u16 = 2;
/** Tags and variation selectors, behind all others in the table. */
const TAGS = 0xe0000;
const PLAIN = 0x20000;
const CONTEXT_BLOCKS = (PLAIN + 0x200) / PAGE;

/** ECMA-262 22.1.3.28 refers to Unicode's Final_Sigma: the engine is asked what a sigma becomes behind the code point. */
export const CONTEXT = pagedTable(CONTEXT_BLOCKS, 280, (at) => {
  const text = String.fromCodePoint(at < PLAIN ? at : at - PLAIN + TAGS);
  const isFinal = (before: string): boolean => (before + 'Σ').toLowerCase().endsWith('ς');
  if (isFinal(text)) return CASED;
  return isFinal('A' + text) ? IGNORABLE : 0;
});

/** CASED, IGNORABLE or 0. */
export function context_of(point: u32): u16 {
  if (point < 0x20000) return entry(CONTEXT, CONTEXT_BLOCKS, point);
  if (point >= 0xe0000 && point < 0xe0200)
    return entry(CONTEXT, CONTEXT_BLOCKS, point - 0xe0000 + 0x20000);
  return 0;
}

export function difference(table: Table, point: u32): u16 {
  return entry(table, CASE_BLOCKS, point);
}

function entry(table: Table, blocks: u32, point: u32): u16 {
  return table[blocks + u32(table[point >>> 6]) * 64 + (point & 63)];
}
