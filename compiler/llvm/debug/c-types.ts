// Low-level types of C → debug information: structures with the names of their fields, as debuggers show those of C.
import {
  allocationSize,
  fieldPlace,
  NoSize,
  sizeOf,
  variablePart,
} from '../../../runtime/lltype/layout.ts';
import type {
  ArrayType,
  LowLevelType,
  MachineType,
  Primitive,
  Struct,
} from '../../../runtime/lltype/types.ts';
import type { Composites, Encoding, Member } from './composite.ts';
import type { DebugNodes, NodeId } from './debug-nodes.ts';

const ENCODINGS: { readonly [M in Exclude<MachineType, 'void'>]: Encoding } = {
  i8: 'signed',
  i16: 'signed',
  i32: 'signed',
  i64: 'signed',
  u8: 'unsigned',
  u16: 'unsigned',
  u32: 'unsigned',
  u64: 'unsigned',
  f32: 'float',
  f64: 'float',
  f80: 'float',
  bool: 'boolean',
};

export class CDebugTypes {
  readonly #nodes: DebugNodes;
  readonly #make: Composites;
  readonly #known = new Map<LowLevelType, NodeId | null>();

  constructor(nodes: DebugNodes, make: Composites) {
    this.#nodes = nodes;
    this.#make = make;
  }

  pointerTo(type: LowLevelType): NodeId {
    return this.#make.pointer(this.of(type));
  }

  /** null for what cannot be looked at: void, functions, opaque types. */
  of(type: LowLevelType): NodeId | null {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    if (type.kind === 'struct') return this.#struct(type);
    const made = this.#other(type);
    this.#known.set(type, made);
    return made;
  }

  #other(type: Exclude<LowLevelType, Struct>): NodeId | null {
    switch (type.kind) {
      case 'primitive':
        return this.#primitive(type);
      case 'ptr':
        return this.pointerTo(type.to);
      case 'fixed-array':
        return this.#items(type.item, type.count);
      case 'array':
        return this.#array(type);
      case 'func':
      case 'opaque':
        return null;
    }
  }

  #primitive({ c, machine, name }: Primitive): NodeId | null {
    if (machine === 'void') return null;
    // Debuggers show C's char as a character.
    const isCharacter = name === 'Char' || name === 'SIGNEDCHAR' || name === 'UCHAR';
    const encoding = ENCODINGS[machine];
    const character = encoding === 'signed' ? 'signed_char' : 'unsigned_char';
    const bits = machine === 'f80' ? 128 : machine === 'bool' ? 8 : Number(machine.slice(1));
    return this.#make.basic(c, bits, isCharacter ? character : encoding);
  }

  #items(item: LowLevelType, count: number | null): NodeId | null {
    const of = this.of(item);
    return of === null
      ? null
      : this.#make.array(of, count, count === null ? 0 : count * sizeOf(item));
  }

  /** One that stores its length is a structure: the length, then the items. */
  #array(type: ArrayType): NodeId | null {
    if (type.length === null) return this.#items(type.item, null);
    const items = this.#items(type.item, null);
    const part = variablePart(type);
    if (items === null || !part) return null;
    const length = this.#make.basic('long', 64, 'signed');
    return this.#make.struct('array with length', part.itemsOffset, [
      { name: 'length', type: length, offset: 0, bytes: 8 },
      { name: 'items', type: items, offset: part.itemsOffset, bytes: 0 },
    ]);
  }

  #struct(struct: Struct): NodeId {
    const id = this.#nodes.reserve();
    // Before its fields, which may point to it.
    this.#known.set(struct, id);
    const members = struct.fields.flatMap(({ name, type }): Member[] => {
      const of = this.of(type);
      if (of === null) return [];
      const { offset, bits } = fieldPlace(struct, name);
      return [{ name, type: of, offset, bytes: bytesOf(type), bits }];
    });
    const name = struct.c?.replace(/^(?:struct|union) /, '') ?? struct.name;
    const tag = struct.union ? 'union' : 'structure';
    this.#make.defineStruct(id, name, allocationSize(struct, 0), members, tag);
    return id;
  }
}

/** 0 for an array of open length. */
function bytesOf(type: LowLevelType): number {
  try {
    return sizeOf(type);
  } catch (error) {
    if (error instanceof NoSize) return 0;
    throw error;
  }
}
