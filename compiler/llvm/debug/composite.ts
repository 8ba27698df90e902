// The shapes of types in debug information: what stands between low-level facts (offsets, sizes) and DWARF's entries.
import { quoted } from '../quoted.ts';
import { reference, type DebugNodes, type NodeId } from './debug-nodes.ts';

/** Offset and size in bytes; `bits`: a bit-field, from bit `shift` of the unit that begins at `offset`. */
export interface Member {
  readonly name: string;
  readonly type: NodeId;
  readonly offset: number;
  readonly bytes: number;
  readonly bits?: { readonly shift: number; readonly width: number } | null;
}

export type Encoding =
  'signed' | 'unsigned' | 'float' | 'boolean' | 'signed_char' | 'unsigned_char';

/** Makes nodes; each call another one. */
export class Composites {
  readonly #nodes: DebugNodes;

  constructor(nodes: DebugNodes) {
    this.#nodes = nodes;
  }

  basic(name: string, bits: number, encoding: Encoding): NodeId {
    return this.#nodes.add(
      `!DIBasicType(name: ${quoted(name)}, size: ${bits}, encoding: DW_ATE_${encoding})`,
    );
  }

  /** null: to what nobody knows. */
  pointer(to: NodeId | null): NodeId {
    const base = to === null ? 'null' : reference(to);
    return this.#nodes.add(`!DIDerivedType(tag: DW_TAG_pointer_type, baseType: ${base}, size: 64)`);
  }

  named(name: string, type: NodeId): NodeId {
    return this.#nodes.add(
      `!DIDerivedType(tag: DW_TAG_typedef, name: ${quoted(name)}, baseType: ${reference(type)})`,
    );
  }

  /** `count` null: as many as there are. */
  array(item: NodeId, count: number | null, bytes: number): NodeId {
    const range = this.#nodes.add(`!DISubrange(count: ${count ?? -1})`);
    const elements = reference(this.#nodes.tuple([range]));
    return this.#nodes.add(
      `!DICompositeType(tag: DW_TAG_array_type, baseType: ${reference(item)}, size: ${bytes * 8}, elements: ${elements})`,
    );
  }

  /** Defines the reserved node `id`. */
  defineStruct(
    id: NodeId,
    name: string,
    bytes: number,
    members: readonly Member[],
    tag: 'structure' | 'union' = 'structure',
  ): void {
    const elements = reference(this.#nodes.tuple(members.map((one) => this.#member(one, id))));
    this.#nodes.define(
      id,
      `distinct !DICompositeType(tag: DW_TAG_${tag}_type, name: ${quoted(name)}, size: ${bytes * 8}, elements: ${elements})`,
    );
  }

  struct(name: string, bytes: number, members: readonly Member[]): NodeId {
    const id = this.#nodes.reserve();
    this.defineStruct(id, name, bytes, members);
    return id;
  }

  /** Defines the reserved node `id`. */
  defineEnumeration(
    id: NodeId,
    name: string,
    bytes: number,
    values: Iterable<readonly [string, number]>,
  ): void {
    const rows = [...values].map(([label, value]) =>
      this.#nodes.add(`!DIEnumerator(name: ${quoted(label)}, value: ${value}, isUnsigned: true)`),
    );
    const elements = reference(this.#nodes.tuple(rows));
    // Without it the values would be signed.
    const base = reference(this.basic(`u${bytes * 8}`, bytes * 8, 'unsigned'));
    this.#nodes.define(
      id,
      `distinct !DICompositeType(tag: DW_TAG_enumeration_type, baseType: ${base}, name: ${quoted(name)}, size: ${bytes * 8}, elements: ${elements})`,
    );
  }

  #member({ name, type, offset, bytes, bits }: Member, scope: NodeId): NodeId {
    const start = `scope: ${reference(scope)}, baseType: ${reference(type)}`;
    const place = bits
      ? `size: ${bits.width}, offset: ${offset * 8 + bits.shift}, flags: DIFlagBitField, extraData: i64 ${offset * 8}`
      : `size: ${bytes * 8}, offset: ${offset * 8}`;
    return this.#nodes.add(
      `!DIDerivedType(tag: DW_TAG_member, name: ${quoted(name)}, ${start}, ${place})`,
    );
  }
}
