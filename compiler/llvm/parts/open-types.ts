// The types of a module that is compiled on its own: ids, slots and tests are names, which the program's object defines when all modules
// are known. What has been named is told by `facts`.
import type llvm from 'llvm-bindings';
import type { Unit } from '../../graph/unit.ts';
import { BOOLEAN, BUFFER_BOX, rootOf, type ObjectType, type RtsType } from '../../program/types.ts';
import {
  builtinStorage,
  closureDescriptor,
  descriptorOf,
  storageDescriptor,
} from '../heap/describe.ts';
import { BUILTIN_IDS, type Descriptor } from '../heap/descriptors.ts';
import { itemLayout } from '../heap/layout.ts';
import type { ItemType, ObjectTypes } from '../heap/object-types.ts';
import { nameOf } from '../debug/debug-types.ts';
import type { ModuleWriter } from '../writer.ts';
import type { PartFacts, SlotFacts, TypeFacts } from './facts.ts';
import { closureName, idName, slotName, TABLE_FUNCTION, testName } from './names.ts';

type TypeTable = Pick<PartFacts, 'types' | 'slots' | 'tests' | 'others' | 'closures'>;

export class OpenTypes implements ObjectTypes {
  readonly #unit: Unit;
  readonly #writer: ModuleWriter;
  /** Those whose ids are asked for. */
  readonly #made = new Set<ObjectType>();
  readonly #slots = new Map<string, SlotFacts>();
  /** Those whose methods are called through vtables. */
  readonly #owners = new Set<ObjectType>();
  readonly #tests = new Set<ObjectType>();
  readonly #others = new Map<string, Descriptor>();
  readonly #closures = new Set<string>();

  constructor(unit: Unit, writer: ModuleWriter) {
    this.#unit = unit;
    this.#writer = writer;
  }

  table(): llvm.Value {
    const { types, builder } = this.#writer;
    return builder.CreateCall(this.#writer.complete(TABLE_FUNCTION, types.address, []), []);
  }

  idOf(type: ObjectType): llvm.Value {
    if (type === BUFFER_BOX) return this.#known(BUILTIN_IDS.bufferBox);
    if (type.form === 'weak') return this.#known(BUILTIN_IDS.weakReference);
    this.#made.add(type);
    return this.#writer.programConstant(idName(type.name), 32);
  }

  #known(id: number): llvm.Value {
    return this.#writer.constants.int(32, id);
  }

  test(type: ObjectType, reference: llvm.Value): llvm.Value {
    this.#tests.add(type);
    const { types, builder } = this.#writer;
    const test = this.#writer.complete(testName(type.name), types.of(BOOLEAN), [types.address]);
    return builder.CreateCall(test, [reference]);
  }

  methodOffset(type: ObjectType, method: string): llvm.Value {
    const isInterface = type.form === 'interface';
    const owner = isInterface ? type.name : rootOf(type).name;
    const name = slotName(owner, method);
    this.#slots.set(name, { owner, isInterface, method });
    this.#owners.add(type);
    return this.#writer.programConstant(name, 64);
  }

  closureId(callee: string, captures: readonly RtsType[]): llvm.Value {
    return this.#other(`closure ${callee}`, closureDescriptor(captures));
  }

  staticClosure(callee: string): llvm.Value {
    this.closureId(callee, []);
    this.#closures.add(callee);
    const { types, constants } = this.#writer;
    return constants.external(closureName(callee), types.address);
  }

  itemsOf(element: RtsType): ItemType {
    const layout = itemLayout(element);
    const known = builtinStorage(layout);
    if (known !== undefined) return { ...layout, storage: this.#known(known) };
    const descriptor = storageDescriptor(layout);
    const { kind, itemSize, references } = descriptor;
    const name = `items ${kind} ${itemSize} ${references.join()}`;
    return { ...layout, storage: this.#other(name, descriptor) };
  }

  #other(name: string, descriptor: Descriptor): llvm.Value {
    this.#others.set(name, descriptor);
    return this.#writer.programConstant(idName(name), 32);
  }

  objectIds(): Iterable<readonly [ObjectType, null]> {
    return [...this.#made].map((type) => [type, null]);
  }

  closureIds(): Iterable<readonly [string, number]> {
    return [];
  }

  finish(): void {}

  facts(): TypeTable {
    const types: Record<string, TypeFacts> = {};
    const add = (type: ObjectType): void => {
      if (types[type.name] || type === BUFFER_BOX || type.form === 'weak') return;
      const interfaces = type.interfaces ?? [];
      types[type.name] = {
        shown: nameOf(type),
        base: type.base?.name ?? null,
        interfaces: interfaces.map(({ name }) => name),
        descriptor: type.form === 'interface' ? null : descriptorOf(type),
        methods: Object.fromEntries(this.#unit.classes.get(type.name)?.methods ?? []),
      };
      for (const above of [...(type.base ? [type.base] : []), ...interfaces]) add(above);
    };
    for (const { type } of this.#unit.classes.values()) add(type);
    for (const type of [...this.#made, ...this.#owners, ...this.#tests]) add(type);
    return {
      types,
      slots: [...this.#slots.values()],
      tests: [...this.#tests].map(({ name }) => name),
      others: Object.fromEntries(this.#others),
      closures: [...this.#closures],
    };
  }
}
