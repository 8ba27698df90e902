// Entries of debug information → types of C. Named types are put into tables when they are met.
import { integerSpelling } from './c-spelling.ts';
import type {
  CEnumType,
  CField,
  CFunctionType,
  CStructType,
  CType,
  CTypes,
  Encoding,
  Qualifier,
} from './c-types.ts';
import {
  type DebugEntry,
  type DebugInfo,
  integerOf,
  nameOf,
  numberOf,
  typeOf,
} from './object/dwarf.ts';
import { AT, ENCODING, TAG } from './object/dwarf-names.ts';

/** A structure whose alignment is not known yet: debug information does not have it. */
export type UnalignedStruct = Omit<CStructType, 'alignment'> & {
  /** Of the structure, where it is written in the source; null otherwise. */
  readonly writtenAlignment: number | null;
  /** The same for each of its fields. */
  readonly writtenFieldAlignments: readonly (number | null)[];
};

interface Tables {
  readonly structs: Map<string, UnalignedStruct>;
  readonly enums: Record<string, CEnumType>;
  readonly typedefs: Record<string, CType>;
}

/** Reads types of one object; what they mention gathers in its tables. */
export class TypeReader {
  readonly #info: DebugInfo;
  readonly #tables: Tables = { structs: new Map(), enums: {}, typedefs: {} };
  readonly #names = new Map<DebugEntry, string>();
  /** Entry of a type → the typedef of it. */
  readonly #typedefs = new Map<DebugEntry, string>();
  #unnamed = 0;

  constructor(info: DebugInfo) {
    this.#info = info;
    for (const entry of info.entries) {
      if (entry.tag !== TAG.typedef) continue;
      const [target, name] = [typeOf(entry, info), nameOf(entry)];
      if (target && name !== null && !this.#typedefs.has(target)) this.#typedefs.set(target, name);
    }
  }

  get structs(): readonly UnalignedStruct[] {
    return [...this.#tables.structs.values()];
  }

  get enums(): CTypes['enums'] {
    return this.#tables.enums;
  }

  get typedefs(): CTypes['typedefs'] {
    return this.#tables.typedefs;
  }

  /** A macro that stands for a type is as good as a typedef. */
  addTypedef(name: string, type: CType): void {
    this.#tables.typedefs[name] = type;
  }

  /** All types that have been read, with the alignments of structures. */
  types(alignments: ReadonlyMap<string, number>): CTypes {
    const structs = this.structs.map((struct): readonly [string, CStructType] => {
      const { writtenAlignment: _own, writtenFieldAlignments: _fields, ...rest } = struct;
      return [rest.name, { ...rest, alignment: alignments.get(rest.name) ?? 0 }];
    });
    return {
      structs: Object.fromEntries(structs),
      enums: this.enums,
      typedefs: this.typedefs,
    };
  }

  /** What the variables `mixmod_…` of a source point to, by name. */
  targets(): ReadonlyMap<string, DebugEntry | null> {
    const found = new Map<string, DebugEntry | null>();
    for (const entry of this.#info.entries) {
      const name = entry.tag === TAG.variable ? nameOf(entry) : null;
      const pointer = typeOf(entry, this.#info);
      if (name !== null && pointer?.tag === TAG.pointerType)
        found.set(name, typeOf(pointer, this.#info));
    }
    return found;
  }

  read(entry: DebugEntry | null): CType {
    if (!entry) return { kind: 'void' };
    switch (entry.tag) {
      case TAG.baseType:
        return readBase(entry);
      case TAG.pointerType:
        return { kind: 'pointer', to: this.#target(entry) };
      case TAG.constType:
        return this.#qualified('const', entry);
      case TAG.volatileType:
        return this.#qualified('volatile', entry);
      case TAG.restrictType:
        return this.#qualified('restrict', entry);
      case TAG.atomicType:
        return this.#qualified('atomic', entry);
      case TAG.arrayType:
        return this.#array(entry);
      case TAG.subroutineType:
        return this.#function(entry);
      case TAG.structureType:
      case TAG.unionType:
        return { kind: 'struct', name: this.#struct(entry) };
      case TAG.enumerationType:
        return { kind: 'enum', name: this.#enum(entry) };
      case TAG.typedef:
        return this.#typedef(entry);
      case TAG.unspecifiedType:
        return { kind: 'unknown', what: nameOf(entry) ?? 'a type without a name' };
      default:
        return { kind: 'unknown', what: `DWARF tag 0x${entry.tag.toString(16)}` };
    }
  }

  #target(entry: DebugEntry): CType {
    return this.read(typeOf(entry, this.#info));
  }

  #qualified(qualifier: Qualifier, entry: DebugEntry): CType {
    const of = this.#target(entry);
    // gcc says `const` and `volatile` of functions that are pure or do not return.
    if (of.kind === 'function') return of;
    if (of.kind !== 'qualified') return { kind: 'qualified', qualifiers: [qualifier], of };
    return { ...of, qualifiers: [...new Set([qualifier, ...of.qualifiers])].toSorted() };
  }

  #array(entry: DebugEntry): CType {
    if (entry.attributes.has(AT.gnuVector)) return { kind: 'unknown', what: 'a vector' };
    const ranges = entry.children.filter(({ tag }) => tag === TAG.subrangeType);
    return ranges.reduceRight<CType>(
      (item, range) => ({ kind: 'array', item, count: countOf(range) }),
      this.#target(entry),
    );
  }

  #function(entry: DebugEntry): CFunctionType {
    const parameters = entry.children.filter(({ tag }) => tag === TAG.formalParameter);
    // gcc says of `f()`, too, that there may be more.
    const prototyped = entry.attributes.has(AT.prototyped);
    return {
      kind: 'function',
      parameters: parameters.map((parameter) => this.#target(parameter)),
      result: this.#target(entry),
      variadic: prototyped && entry.children.some(({ tag }) => tag === TAG.unspecifiedParameters),
      prototyped,
    };
  }

  /** The typedef's own target is read when its name stands in the table already: it may mention itself. */
  #typedef(entry: DebugEntry): CType {
    const name = nameOf(entry) ?? '';
    const { typedefs } = this.#tables;
    if (!Object.hasOwn(typedefs, name)) {
      typedefs[name] = { kind: 'void' };
      typedefs[name] = this.#target(entry);
    }
    return { kind: 'typedef', name };
  }

  #struct(entry: DebugEntry): string {
    const kind = entry.tag === TAG.unionType ? 'union' : 'struct';
    const known = this.#names.get(entry);
    if (known !== undefined) return known;
    const naming = this.#name(kind, entry);
    const { name } = naming;
    const members = entry.children.filter(({ tag }) => tag === TAG.member);
    const opaque = entry.attributes.has(AT.declaration);
    const struct = {
      kind,
      ...naming,
      opaque,
      size: numberOf(entry, AT.byteSize) ?? 0,
      writtenAlignment: numberOf(entry, AT.alignment),
      writtenFieldAlignments: members.map((member) => numberOf(member, AT.alignment)),
    } as const;
    const { structs } = this.#tables;
    // Pointers to it, in its own fields, find its name.
    if (!structs.has(name) || !opaque) structs.set(name, { ...struct, fields: [] });
    const fields = members.map((member) => this.#field(member));
    if (!opaque) structs.set(name, { ...struct, fields });
    return name;
  }

  #field(member: DebugEntry): CField {
    const [name, type] = [nameOf(member), this.#target(member)];
    const width = numberOf(member, AT.bitSize);
    const offset = numberOf(member, AT.memberLocation) ?? 0;
    if (width === null) return { name, type, offset, bits: null };
    const first = numberOf(member, AT.dataBitOffset) ?? this.#oldFirstBit(member, offset, width);
    return { name, type, offset: Math.floor(first / 8), bits: { offset: first, width } };
  }

  /** DWARF 3, which clang keeps to, counts from the end of a unit of storage that has the highest bit. */
  #oldFirstBit(member: DebugEntry, offset: number, width: number): number {
    const fromTop = numberOf(member, AT.bitOffset) ?? 0;
    if (!this.#info.little) return 8 * offset + fromTop;
    return 8 * (offset + (numberOf(member, AT.byteSize) ?? 0)) - fromTop - width;
  }

  #enum(entry: DebugEntry): string {
    const known = this.#names.get(entry);
    if (known !== undefined) return known;
    const naming = this.#name('enum', entry);
    const size = numberOf(entry, AT.byteSize) ?? 4;
    const underlying = this.#target(entry);
    const enumerators = entry.children.filter(({ tag }) => tag === TAG.enumerator);
    const values = enumerators.map((one) => integerOf(one, AT.constValue) ?? 0n);
    const signed =
      underlying.kind === 'base' ? underlying.signed : values.some((value) => value < 0n);
    const wrap = signed ? BigInt.asIntN : BigInt.asUintN;
    const members = enumerators.map((one, index) => ({
      name: nameOf(one) ?? '',
      value: wrap(8 * size, values[index] ?? 0n),
    }));
    this.#tables.enums[naming.name] = { ...naming, size, signed, members };
    return naming.name;
  }

  #name(
    kind: 'struct' | 'union' | 'enum',
    entry: DebugEntry,
  ): { readonly name: string; readonly tag: string | null; readonly typedef: string | null } {
    const tag = nameOf(entry);
    const typedef = this.#typedefs.get(entry) ?? null;
    const name = tag === null ? (typedef ?? this.#made(kind)) : `${kind} ${tag}`;
    this.#names.set(entry, name);
    return { name, tag, typedef };
  }

  #made(kind: string): string {
    return `${kind} <unnamed ${++this.#unnamed}>`;
  }
}

function countOf(range: DebugEntry): number | null {
  const count = numberOf(range, AT.count);
  if (count !== null) return count;
  const bound = integerOf(range, AT.upperBound);
  if (bound === null) return null;
  // An array of no items ends before its first one.
  return Number(BigInt.asIntN(64, bound)) + 1;
}

function readBase(entry: DebugEntry): CType {
  const words = nameOf(entry) ?? '';
  const size = numberOf(entry, AT.byteSize) ?? 0;
  const code = numberOf(entry, AT.encoding) ?? 0;
  const row = ENCODINGS.get(code);
  if (!row) return { kind: 'unknown', what: words };
  const encoding = words === 'char' ? 'char' : row.encoding;
  const c =
    encoding === 'boolean'
      ? '_Bool'
      : encoding === 'complex'
        ? complexSpelling(words, size)
        : integerSpelling(words);
  return { kind: 'base', c, size, encoding, signed: row.signed };
}

/** gcc says `complex double`, clang sometimes only `complex`. */
function complexSpelling(words: string, size: number): string {
  const named = /(long double|double|float)/.exec(words)?.[1];
  const bySize = size === 8 ? 'float' : size === 16 ? 'double' : 'long double';
  return `${named ?? bySize} _Complex`;
}

const ENCODINGS: ReadonlyMap<number, { readonly encoding: Encoding; readonly signed: boolean }> =
  new Map([
    [ENCODING.boolean, { encoding: 'boolean', signed: false }],
    [ENCODING.complexFloat, { encoding: 'complex', signed: false }],
    [ENCODING.float, { encoding: 'float', signed: false }],
    [ENCODING.signed, { encoding: 'signed', signed: true }],
    [ENCODING.signedChar, { encoding: 'signed', signed: true }],
    [ENCODING.unsigned, { encoding: 'unsigned', signed: false }],
    [ENCODING.unsignedChar, { encoding: 'unsigned', signed: false }],
    [ENCODING.utf, { encoding: 'unsigned', signed: false }],
  ]);
