// The record types of a program that have a name. One that mentions itself is made before its fields are known.
import type ts from 'typescript';
import {
  closeUnion,
  newRecord,
  newUnion,
  unionOf,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';

/** The records that `Map` and `Set` are, with their type arguments. */
export type Collections = Map<
  ObjectType,
  { readonly name: 'Map' | 'Set'; readonly types: readonly RtsType[] }
>;

/** The named record types of a program; those that mention themselves are one type for each declaration and arguments. */
export class RecordTypes {
  readonly #ids = new Map<ts.Symbol, number>();
  readonly #made = new Map<string, RtsType>();
  readonly #open = new Map<string, { readonly type: ObjectType; used: boolean }>();
  readonly #madeUnions = new Map<ts.Type | string, RtsType>();
  readonly #openUnions = new Map<ts.Type | string, { readonly type: UnionType; used: boolean }>();
  readonly #names = new Map<string, number>();
  readonly collections: Collections;
  readonly #orders: Map<ObjectType, readonly string[]>;

  /** What the program and the library know together. */
  constructor(orders: Map<ObjectType, readonly string[]>, collections: Collections) {
    this.#orders = orders;
    this.collections = collections;
  }

  /** The names of a record's fields in the order in which they are first written; its type has them sorted. */
  written(type: RtsType, names: readonly string[]): void {
    if (type.kind === 'object' && !this.#orders.has(type)) this.#orders.set(type, names);
  }

  writtenOrder(type: ObjectType): readonly string[] {
    return this.#orders.get(type) ?? type.fields.map(({ name }) => name);
  }

  idOf(symbol: ts.Symbol): number {
    const id = this.#ids.get(symbol) ?? this.#ids.size;
    this.#ids.set(symbol, id);
    return id;
  }

  /** `make` gives the structural type, with `self.type` wherever it mentions itself. */
  named(
    key: string,
    name: string,
    isNominal: boolean,
    make: (self: { readonly type: ObjectType; readonly used: boolean }) => RtsType,
  ): RtsType {
    const made = this.#made.get(key);
    if (made) return made;
    const open = this.#open.get(key);
    if (open) {
      open.used = true;
      return open.type;
    }
    const self = { type: newRecord(this.#unique(name)), used: false };
    this.#open.set(key, self);
    const structural = make(self);
    this.#open.delete(key);
    const type = (self.used || isNominal) && structural.kind === 'object' ? self.type : structural;
    this.#made.set(key, type);
    return type;
  }

  /** As `named`, of a union; null after a report. */
  union(
    key: ts.Type | string,
    name: string,
    make: () => readonly RtsType[] | null,
  ): RtsType | null {
    const made = this.#madeUnions.get(key);
    if (made) return made;
    const type = this.openUnion(key, name, make);
    if (type) this.#madeUnions.set(key, type);
    return type;
  }

  /** Of a union that depends on type arguments, and has no name with which they are given. */
  openUnion(
    key: ts.Type | string,
    name: string,
    make: () => readonly RtsType[] | null,
  ): RtsType | null {
    const open = this.#openUnions.get(key);
    if (open) {
      open.used = true;
      return open.type;
    }
    const self = { type: newUnion(this.#unique(name).replace('interface', 'type')), used: false };
    this.#openUnions.set(key, self);
    const members = make();
    this.#openUnions.delete(key);
    if (!members || !self.used) return members && unionOf(members);
    return closeUnion(self.type, members);
  }

  #unique(name: string): string {
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return `interface ${name}${count === 1 ? '' : `#${count}`}`;
  }
}
