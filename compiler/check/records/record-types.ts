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

/** The named record types of a program; those that mention themselves are one type for each declaration and arguments. */
export class RecordTypes {
  readonly #ids = new Map<ts.Symbol, number>();
  readonly #made = new Map<string, RtsType>();
  readonly #open = new Map<string, { readonly type: ObjectType; used: boolean }>();
  readonly #openUnions = new Map<string, { readonly type: UnionType; used: boolean }>();
  readonly #names = new Map<string, number>();
  /** Those that `Map` and `Set` are, with their type arguments. */
  readonly collections = new Map<
    ObjectType,
    { readonly name: 'Map' | 'Set'; readonly types: readonly RtsType[] }
  >();

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
  union(key: string, name: string, make: () => readonly RtsType[] | null): RtsType | null {
    const made = this.#made.get(`union ${key}`);
    if (made) return made;
    const open = this.#openUnions.get(key);
    if (open) {
      open.used = true;
      return open.type;
    }
    const self = { type: newUnion(this.#unique(name).replace('interface', 'type')), used: false };
    this.#openUnions.set(key, self);
    const members = make();
    this.#openUnions.delete(key);
    if (!members) return null;
    if (self.used) closeUnion(self.type, members);
    const type = self.used ? self.type : unionOf(members);
    this.#made.set(`union ${key}`, type);
    return type;
  }

  #unique(name: string): string {
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return `interface ${name}${count === 1 ? '' : `#${count}`}`;
  }
}
