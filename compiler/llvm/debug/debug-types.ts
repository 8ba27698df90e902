// Types of RTypeScript → debug information. A reference is a pointer to a structure that begins with the header of heap
// objects; the type in it is an enumeration, so that debuggers can tell an object's type from its memory alone.
// The scripts of `runtime/debugger/` go by the names given here that begin with `mixmod`.
import { InternalError } from '../../graph/internal-error.ts';
import { NULLABLE_TAG, representation } from '../../graph/representation.ts';
import { typeText } from '../../program/type-text.ts';
import {
  boxOf,
  isReference,
  type ArrayType,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';
import { BUILTIN_IDS } from '../heap/descriptors.ts';
import {
  aligned,
  CAPTURES_OFFSET,
  HEADER_BYTES,
  itemLayout,
  ITEMS_OFFSET,
  layoutOf,
  storedBytes,
} from '../heap/layout.ts';
import { CDebugTypes } from './c-types.ts';
import { Composites, type Member } from './composite.ts';
import type { DebugNodes, NodeId } from './debug-nodes.ts';

/** One low value of a type. */
interface Part {
  /** '' where it is the only one. */
  readonly name: string;
  readonly type: NodeId;
  readonly bytes: number;
}

const ARRAY_BYTES = 24;

/** As programs write it, in the names of instances of generic classes, too. */
export const nameOf = (type: RtsType): string => typeText(type).replace(/\bf64\b/g, 'number');

export class DebugTypes {
  readonly #nodes: DebugNodes;
  readonly #make: Composites;
  readonly #c: CDebugTypes;
  readonly #values = new Map<RtsType, NodeId>();
  readonly #structs = new Map<RtsType, NodeId>();
  readonly #scalars = new Map<string, NodeId>();
  readonly #typeNames: NodeId;
  readonly #presence: NodeId;
  readonly #header: NodeId;
  readonly #string: NodeId;
  readonly #closure: NodeId;
  readonly #address: NodeId;

  constructor(nodes: DebugNodes) {
    this.#nodes = nodes;
    this.#make = new Composites(nodes);
    this.#c = new CDebugTypes(nodes, this.#make);
    this.#typeNames = nodes.reserve();
    this.#presence = nodes.reserve();
    this.#make.defineEnumeration(
      this.#presence,
      'mixmod presence',
      1,
      Object.entries(NULLABLE_TAG),
    );
    this.#header = this.#make.struct('mixmod header', HEADER_BYTES, [
      { name: 'type', type: this.#typeNames, offset: 0, bytes: 4 },
      { name: 'state', type: this.#scalar('u32', 32, 'unsigned'), offset: 4, bytes: 4 },
    ]);
    this.#address = this.#make.pointer(null);
    this.#string = this.#make.pointer(this.#stringStruct());
    this.#closure = this.#make.pointer(
      this.#object('mixmod closure', CAPTURES_OFFSET, [
        { name: 'code', type: this.#address, offset: 8, bytes: 8 },
      ]),
    );
  }

  /** Of a variable that holds the low values of `type` one after the other, as LLVM lays out a structure. */
  of(type: RtsType): NodeId {
    let made = this.#values.get(type);
    if (made === undefined) this.#values.set(type, (made = this.#value(type)));
    return made;
  }

  /** `ids`: what the headers of objects say, and of which type they are then. The types to retain. */
  finish(
    ids: Iterable<readonly [ObjectType, number | null]>,
    closures: Iterable<readonly [string, number]>,
  ): readonly NodeId[] {
    const retained: NodeId[] = [];
    const names: (readonly [string, number])[] = Object.entries(BUILTIN_IDS).map(([name, id]) => [
      `mixmod ${name}`,
      id,
    ]);
    for (const [type, id] of ids) {
      retained.push(this.#structOf(type));
      if (id !== null) names.push([nameOf(type), id]);
    }
    for (const [graph, id] of closures) names.push([`mixmod closure ${graph}`, id]);
    this.#make.defineEnumeration(this.#typeNames, 'mixmod type', 4, names);
    return retained;
  }

  #value(type: RtsType): NodeId {
    const parts = this.#parts(type, false);
    const [only] = parts;
    if (only?.name === '') return only.type;
    return this.#struct(nameOf(type), parts);
  }

  /** `stored`: in an object. */
  #parts(type: RtsType, stored: boolean): readonly Part[] {
    if (type.kind === 'nullable' && !isReference(type.base)) {
      const presence = { name: 'presence', type: this.#presence, bytes: 1 };
      const base = this.#parts(type.base, stored);
      return [...base.map((part) => ({ ...part, name: part.name || 'value' })), presence];
    }
    if (type.kind === 'typedarray' || type.kind === 'arraybuffer' || type.kind === 'dataview') {
      const isize = this.#scalar('isize', 64, 'signed');
      const item = type.kind === 'typedarray' ? this.#element(type.element) : this.#element('u8');
      return [
        stored
          ? { name: 'offset', type: isize, bytes: 8 }
          : { name: 'data', type: this.#make.pointer(item), bytes: 8 },
        { name: 'length', type: isize, bytes: 8 },
        { name: 'buffer', type: this.#address, bytes: 8 },
      ];
    }
    const [low] = representation(type);
    return low ? [{ name: '', type: this.#word(type), bytes: storedBytes(low) }] : [];
  }

  /** What one low value holds. */
  #word(type: RtsType): NodeId {
    switch (type.kind) {
      case 'int':
        return this.#scalar(type.name, type.bits, type.signed ? 'signed' : 'unsigned');
      case 'float':
        return this.#scalar(nameOf(type), type.name === 'f32' ? 32 : 64, 'float');
      case 'boolean':
        return this.#scalar('boolean', 8, 'boolean');
      case 'address':
        return this.#address;
      case 'ptr':
        return this.#make.named(nameOf(type), this.#c.pointerTo(type.to));
      case 'nullable':
        return this.#make.named(nameOf(type), this.#word(type.base));
      case 'string':
        return this.#make.named('string', this.#string);
      case 'function':
        return this.#make.named(nameOf(type), this.#closure);
      case 'object':
      case 'array':
        return this.#make.named(nameOf(type), this.#make.pointer(this.#structOf(type)));
      case 'union':
        return this.#structOf(type);
      default:
        throw new InternalError(`a ${type.kind} in a variable`);
    }
  }

  #scalar(
    name: string,
    bits: number,
    encoding: 'signed' | 'unsigned' | 'float' | 'boolean',
  ): NodeId {
    let made = this.#scalars.get(name);
    if (made === undefined)
      this.#scalars.set(name, (made = this.#make.basic(name, bits, encoding)));
    return made;
  }

  #element(name: string): NodeId {
    if (name === 'f64') return this.#scalar('number', 64, 'float');
    const bits = Number(/\d+/.exec(name)?.[0]);
    const encoding = name.startsWith('f') ? 'float' : name.startsWith('i') ? 'signed' : 'unsigned';
    return this.#scalar(name === 'u8c' ? 'u8' : name, bits, encoding);
  }

  // ---- structures ----

  /** What is behind a reference; of a union, the references that it may be. */
  #structOf(type: ObjectType | ArrayType | UnionType): NodeId {
    const known = this.#structs.get(type);
    if (known !== undefined) return known;
    // Before its fields, which may be references to it.
    const id = this.#nodes.reserve();
    this.#structs.set(type, id);
    if (type.kind === 'union') this.#defineUnion(id, type);
    else if (type.kind === 'array')
      this.#define(id, nameOf(type), ARRAY_BYTES, this.#arrayMembers(type));
    else this.#define(id, nameOf(type), ...this.#fields(type));
    return id;
  }

  #fields(type: ObjectType): readonly [number, readonly Member[]] {
    const [target] = type.fields;
    if (type.form === 'weak' && target)
      return [24, [{ name: 'target', type: this.of(target.type), offset: 8, bytes: 8 }]];
    if (type.form === 'interface') return [HEADER_BYTES, []];
    const { bytes, fields } = layoutOf(type);
    const members = type.fields.flatMap(({ name, type: of }) => {
      const slots = fields.get(name) ?? [];
      return this.#parts(of, true).map((part, index): Member => {
        const label = part.name === '' || part.name === 'value' ? name : `${name}.${part.name}`;
        return {
          name: label,
          type: part.type,
          offset: slots[index]?.offset ?? 0,
          bytes: part.bytes,
        };
      });
    });
    return [bytes, members];
  }

  #arrayMembers({ element }: ArrayType): readonly Member[] {
    const { bytes } = itemLayout(element);
    const parts = this.#parts(element, true);
    const item = parts[0]?.name === '' ? parts[0].type : this.#struct(nameOf(element), parts);
    const storage = this.#object(`storage of ${nameOf(element)}`, ITEMS_OFFSET, [
      { name: 'capacity', type: this.#scalar('u32', 32, 'unsigned'), offset: 8, bytes: 4 },
      { name: 'items', type: this.#make.array(item, null, 0), offset: ITEMS_OFFSET, bytes: 0 },
    ]);
    if (bytes === 0) throw new InternalError(`items of ${nameOf(element)} without a size`);
    return [
      { name: 'storage', type: this.#make.pointer(storage), offset: 8, bytes: 8 },
      { name: 'length', type: this.#scalar('isize', 64, 'signed'), offset: 16, bytes: 8 },
    ];
  }

  #defineUnion(id: NodeId, type: UnionType): void {
    const members = type.members.map((member): Member => {
      const isBoxed = !isReference(member);
      const to = isBoxed ? this.#box(member) : this.of(member);
      return { name: nameOf(member), type: to, offset: 0, bytes: 8 };
    });
    this.#make.defineStruct(id, nameOf(type), 8, members, 'union');
  }

  #box(type: RtsType): NodeId {
    return this.of(boxOf(type));
  }

  #stringStruct(): NodeId {
    const half = this.#scalar('u32', 32, 'unsigned');
    return this.#object('mixmod string', ITEMS_OFFSET, [
      { name: 'length', type: half, offset: 8, bytes: 4 },
      { name: 'hash', type: half, offset: 12, bytes: 4 },
      {
        name: 'units',
        type: this.#make.array(this.#make.basic('char', 8, 'unsigned_char'), null, 0),
        offset: ITEMS_OFFSET,
        bytes: 0,
      },
    ]);
  }

  #object(name: string, bytes: number, members: readonly Member[]): NodeId {
    const id = this.#nodes.reserve();
    this.#define(id, name, bytes, members);
    return id;
  }

  #define(id: NodeId, name: string, bytes: number, members: readonly Member[]): void {
    const header = { name: 'header', type: this.#header, offset: 0, bytes: HEADER_BYTES };
    this.#make.defineStruct(id, name, bytes, [header, ...members]);
  }

  /** Parts one after the other, each at its alignment. */
  #struct(name: string, parts: readonly Part[]): NodeId {
    let end = 0;
    let widest = 1;
    const members = parts.map(({ name: label, type, bytes }): Member => {
      const offset = aligned(end, bytes);
      end = offset + bytes;
      widest = Math.max(widest, bytes);
      return { name: label, type, offset, bytes };
    });
    return this.#make.struct(name, aligned(end, widest), members);
  }
}
