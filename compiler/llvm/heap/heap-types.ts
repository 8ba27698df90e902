// The types of a unit's objects: each gets a descriptor when it is first asked for, classes in an order that makes
// `instanceof` one comparison. `finish` writes the table.
import llvm from 'llvm-bindings';
import { InternalError } from '../../graph/internal-error.ts';
import type { Unit, UnitClass } from '../../graph/unit.ts';
import {
  BUFFER_BOX,
  derivesFrom,
  rootOf,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { graphSymbol } from '../graph-symbol.ts';
import type { ModuleWriter } from '../writer.ts';
import { classesInOrder, vtableSlots } from './class-order.ts';
import { builtinStorage, closureDescriptor, descriptorOf, storageDescriptor } from './describe.ts';
import {
  BUILTIN_BYTES,
  BUILTIN_IDS,
  BUILTINS,
  COLLECTOR_BYTES,
  FIRST_ID,
  WORD,
  type Descriptor,
} from './descriptors.ts';
import { itemLayout } from './layout.ts';
import { TABLE_FUNCTION } from '../parts/names.ts';
import type { ItemType, ObjectTypes } from './object-types.ts';

export class HeapTypes implements ObjectTypes {
  readonly #unit: Unit;
  readonly #writer: ModuleWriter;
  readonly #order: readonly UnitClass[];
  readonly #slots: ReadonlyMap<ObjectType, ReadonlyMap<string, number>>;
  readonly #ids = new Map<ObjectType, number>();
  readonly #closures = new Map<string, number>();
  readonly #items = new Map<RtsType, ItemType>();
  readonly #descriptors: Descriptor[] = [];
  #end = FIRST_ID;

  constructor(unit: Unit, writer: ModuleWriter) {
    this.#unit = unit;
    this.#writer = writer;
    this.#slots = vtableSlots(unit);
    // Behind the table's last class nothing is derived from it.
    this.#order = classesInOrder(unit);
    for (const { type } of this.#order) this.#number(type);
    writer.define(TABLE_FUNCTION, writer.types.address, []);
  }

  /** The table's address, as a value where the builder stands. */
  table(): llvm.Value {
    return this.#writer.call(TABLE_FUNCTION, []);
  }

  idOf(type: ObjectType): llvm.Value {
    return this.#id(this.#number(type));
  }

  #id(id: number): llvm.Value {
    return this.#writer.constants.int(32, id);
  }

  #number(type: ObjectType): number {
    const known = this.#ids.get(type);
    if (known !== undefined) return known;
    if (type === BUFFER_BOX) return BUILTIN_IDS.bufferBox;
    if (type.form === 'weak') return BUILTIN_IDS.weakReference;
    const id = this.#add({ ...descriptorOf(type), vtable: this.#vtable(type) });
    this.#ids.set(type, id);
    return id;
  }

  test(type: ObjectType, reference: llvm.Value): llvm.Value {
    const { builder, constants } = this.#writer;
    const ranges = type.form === 'interface' ? this.#rangesOf(type) : [this.#range(type)];
    const tests = ranges.map(({ first, bytes }) =>
      this.#writer.call('mm.object_is', [reference, this.#id(first), this.#id(bytes)]),
    );
    const [first, ...others] = tests;
    return first
      ? others.reduce((all, test) => builder.CreateOr(all, test), first)
      : constants.i1(false);
  }

  /** The descriptors of a class and of those derived from it: the first, and how many bytes they take. */
  #range(type: ObjectType): { readonly first: number; readonly bytes: number } {
    const first = this.#number(type);
    const derived = [...this.#ids].filter(([other]) => derivesFrom(other, type));
    const ends = derived.map(([other, id]) => id + this.#bytes(this.#vtable(other)));
    return { first, bytes: Math.max(...ends) - first };
  }

  /** As few ranges of descriptors as hold all classes that implement an interface. */
  #rangesOf(type: ObjectType): readonly { readonly first: number; readonly bytes: number }[] {
    const rows = this.#order.flatMap(({ type: one }) => {
      if (!derivesFrom(one, type)) return [];
      return [{ first: this.#number(one), bytes: this.#bytes(this.#vtable(one)) }];
    });
    const merged: { first: number; bytes: number }[] = [];
    for (const row of rows) {
      const last = merged.at(-1);
      if (last && last.first + last.bytes === row.first) last.bytes += row.bytes;
      else merged.push({ ...row });
    }
    return merged;
  }

  /** Bytes from the descriptor's start to the vtable's entry of a method. */
  methodOffset(type: ObjectType, method: string): llvm.Value {
    const slot = this.#slots.get(rootOf(type))?.get(method);
    if (slot === undefined) throw new InternalError(`no slot for ${type.name}.${method}`);
    return this.#writer.constants.int(64, COLLECTOR_BYTES + WORD * slot);
  }

  /** Of the closures of one graph; `captures` are the low values that they hold. */
  closureId(callee: string, captures: readonly RtsType[]): llvm.Value {
    return this.#id(this.#closure(callee, captures));
  }

  staticClosure(callee: string, code: llvm.Constant): llvm.Value {
    return this.#writer.constants.staticClosure(this.#closure(callee, []), code);
  }

  #closure(callee: string, captures: readonly RtsType[]): number {
    let id = this.#closures.get(callee);
    if (id === undefined) {
      id = this.#add(closureDescriptor(captures));
      this.#closures.set(callee, id);
    }
    return id;
  }

  /** What the headers of objects of the unit's types say. */
  objectIds(): ReadonlyMap<ObjectType, number> {
    return this.#ids;
  }

  /** The same of closures, by their graphs. */
  closureIds(): ReadonlyMap<string, number> {
    return this.#closures;
  }

  itemsOf(element: RtsType): ItemType {
    let type = this.#items.get(element);
    if (!type) {
      const layout = itemLayout(element);
      const known = builtinStorage(layout);
      const id = known ?? this.#add(storageDescriptor(layout));
      type = { ...layout, storage: this.#id(id) };
      this.#items.set(element, type);
    }
    return type;
  }

  #add(descriptor: Descriptor): number {
    const id = this.#end;
    this.#descriptors.push(descriptor);
    this.#end += this.#bytes(descriptor.vtable);
    return id;
  }

  #bytes(vtable: Descriptor['vtable']): number {
    return COLLECTOR_BYTES + WORD * vtable.length;
  }

  #vtable(type: ObjectType): Descriptor['vtable'] {
    const methods = this.#unit.classes.get(type.name)?.methods;
    const table: (string | null)[] = [];
    for (const [method, slot] of this.#slots.get(rootOf(type)) ?? []) {
      while (table.length <= slot) table.push(null);
      table[slot] = methods?.get(method) ?? null;
    }
    return table;
  }

  // ---- the table ----

  finish(): void {
    const { module, builder, types, constants } = this.#writer;
    const table = this.#writer.function(TABLE_FUNCTION);
    builder.SetInsertPoint(this.#writer.block('entry', table));
    const parts = [...this.#builtins(), ...this.#descriptors.map((one) => this.#constant(one))];
    const type = this.#struct(parts);
    const linkage = llvm.GlobalValue.LinkageTypes.PrivateLinkage;
    const value = llvm.ConstantStruct.get(type, [...parts]);
    const global = new llvm.GlobalVariable(module, type, true, linkage, value, 'types');
    builder.CreateRet(
      this.#writer.usesHeap ? llvm.ConstantExpr.getBitCast(global, types.address) : constants.null,
    );
    if (!this.#writer.usesHeap) global.eraseFromParent();
  }

  /** Each at its fixed place, with room behind it. */
  #builtins(): readonly llvm.Constant[] {
    const parts: llvm.Constant[] = [];
    let end = 0;
    for (const [name, id] of Object.entries(BUILTIN_IDS)) {
      parts.push(this.#padding(id - end), this.#constant(BUILTINS[name as keyof typeof BUILTINS]));
      end = id + COLLECTOR_BYTES;
    }
    parts.push(this.#padding(FIRST_ID - end));
    if (end > FIRST_ID || BUILTIN_BYTES < COLLECTOR_BYTES) throw new InternalError('builtin ids');
    return parts;
  }

  #padding(bytes: number): llvm.Constant {
    const { types, constants } = this.#writer;
    const type = llvm.ArrayType.get(types.i64, bytes / WORD);
    const zero = constants.int(64, 0);
    return llvm.ConstantArray.get(type, Array<llvm.Constant>(bytes / WORD).fill(zero));
  }

  #constant({ kind, size, itemSize, references, vtable }: Descriptor): llvm.Constant {
    const { constants, types } = this.#writer;
    const words = [kind, size, itemSize, references.length].map((word) => constants.int(32, word));
    const codes = vtable.map((graph) =>
      graph === null
        ? constants.null
        : llvm.ConstantExpr.getBitCast(this.#writer.function(graphSymbol(graph)), types.address),
    );
    const parts = [...words, this.#offsets(references), constants.int(64, 0), ...codes];
    return llvm.ConstantStruct.get(this.#struct(parts), parts);
  }

  #offsets(references: readonly number[]): llvm.Constant {
    const { constants } = this.#writer;
    return references.length === 0 ? constants.null : constants.offsets(references);
  }

  #struct(parts: readonly llvm.Constant[]): llvm.StructType {
    return llvm.StructType.get(
      this.#writer.context,
      parts.map((part) => part.getType()),
    );
  }
}
