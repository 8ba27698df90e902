// All types of a program that is compiled in parts, merged from what its modules tell, in the order of their descriptors; and the slots of
// their vtables: by names what `../heap/class-order.ts` is for a whole program.
import { InternalError } from '../../graph/internal-error.ts';
import { assignSlots, preorder } from '../heap/hierarchy.ts';
import type { PartFacts, SlotFacts, TypeFacts } from './facts.ts';

export interface ProgramType {
  readonly name: string;
  readonly base: ProgramType | null;
  readonly interfaces: ReadonlySet<string>;
  readonly facts: TypeFacts;
  /** Graphs by slot; what is missing is the base's. */
  readonly methods: ReadonlyMap<string, string>;
}

export class ProgramTypes {
  readonly #all = new Map<string, ProgramType>();
  /** With descriptors: a class before those derived from it, and nothing else between. */
  readonly order: readonly ProgramType[];

  constructor(parts: readonly PartFacts[]) {
    const merged = new Map<
      string,
      { facts: TypeFacts; interfaces: Set<string>; methods: Map<string, string> }
    >();
    for (const { types } of parts)
      for (const [name, facts] of Object.entries(types)) {
        const known = merged.get(name) ?? { facts, interfaces: new Set(), methods: new Map() };
        if (known.facts.base !== facts.base) throw new InternalError(`${name} is two types`);
        for (const one of facts.interfaces) known.interfaces.add(one);
        for (const [slot, graph] of Object.entries(facts.methods)) known.methods.set(slot, graph);
        merged.set(name, known);
      }
    const find = (name: string): ProgramType => {
      const known = this.#all.get(name);
      if (known) return known;
      const own = merged.get(name);
      if (!own) throw new InternalError(`nobody tells of ${name}`);
      const base = own.facts.base === null ? null : find(own.facts.base);
      const made = { name, base, ...own };
      this.#all.set(name, made);
      return made;
    };
    for (const name of [...merged.keys()].sort()) find(name);
    this.order = preorder(
      [...this.#all.values()].filter(({ facts }) => facts.descriptor),
      (one) => one,
      ({ base }) => base,
    );
  }

  isBelow(type: ProgramType, above: string): boolean {
    const seen = new Set<string>();
    const reaches = (name: string): boolean => {
      if (name === above) return true;
      if (seen.has(name)) return false;
      seen.add(name);
      const one = this.#all.get(name);
      return (
        one !== undefined &&
        ((one.base !== null && reaches(one.base.name)) || [...one.interfaces].some(reaches))
      );
    };
    return reaches(type.name);
  }

  /** What runs on objects of the type for a slot. */
  method(type: ProgramType, slot: string): string | null {
    return type.methods.get(slot) ?? (type.base ? this.method(type.base, slot) : null);
  }

  /** By owner and method. */
  slots(calls: readonly SlotFacts[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return assignSlots(
      calls,
      (owner) =>
        new Set(
          this.order.filter((one) => this.isBelow(one, owner)).map((one) => rootOf(one).name),
        ),
    );
  }
}

export const rootOf = (type: ProgramType): ProgramType => (type.base ? rootOf(type.base) : type);
