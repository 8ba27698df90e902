// What is known to be in memory at one point of a graph: places and the values that loads of them give. Stores and calls take
// knowledge away where they may write the same place.
import type { Op, Value } from '../../graph/graph.ts';
import { storedRepresentation } from '../../graph/representation.ts';
import { derivesFrom, type RtsType } from '../../program/types.ts';
import type { Kinds } from './effects.ts';
import { lengthOf, locationOf, type Location } from './locations.ts';
import type { ValueNumbers } from './value-numbers.ts';

/** Fresh memory, whatever it is loaded as. */
export const ZERO = 'zero';
export type Held = Value | typeof ZERO;

interface Entry {
  readonly location: Location;
  readonly held: Held;
}

/** By a text for the place, for each kind. */
type Entries = ReadonlyMap<string, Entry>;

export class KnownMemory {
  readonly #numbers: ValueNumbers;
  readonly #kinds: Map<string, Entries>;

  constructor(numbers: ValueNumbers, kinds: ReadonlyMap<string, Entries> = new Map()) {
    this.#numbers = numbers;
    this.#kinds = new Map(kinds);
  }

  copy(): KnownMemory {
    return new KnownMemory(this.#numbers, this.#kinds);
  }

  at(location: Location): Held | undefined {
    const held = this.#kinds.get(location.kind)?.get(this.#numbers.ofPlace(location))?.held;
    return held === undefined || held === ZERO ? held : this.#numbers.resolve(held);
  }

  learn(location: Location, held: Held): void {
    const entries = new Map(this.#kinds.get(location.kind));
    this.#kinds.set(
      location.kind,
      entries.set(this.#numbers.ofPlace(location), { location, held }),
    );
  }

  /** What is left behind an op, which is no load. */
  pass(op: Op, written: Kinds): void {
    const stored = op.name === 'field_store' || op.name === 'item_store' ? locationOf(op) : null;
    if (stored) this.#forget(stored);
    else if (written === null) this.#kinds.clear();
    else for (const kind of written) this.#kinds.delete(kind);
    const [array, length] = op.args;
    const [made] = op.results;
    const last = op.args.at(-1);
    if (stored && last) this.learn(stored, last);
    else if (op.name === 'object_new' && made) this.#learnFresh(made);
    else if (op.name === 'array_new' && made && array) this.learn(lengthOf(made), array);
    else if ((op.name === 'array_extend' || op.name === 'array_set_len') && array && length)
      this.learn(lengthOf(array), length);
  }

  #learnFresh(object: Value): void {
    if (object.type.kind !== 'object') return;
    for (const { name: field, type } of object.type.fields) {
      const name = 'field_load';
      storedRepresentation(type).forEach((_, part) => {
        const load: Op = {
          name,
          args: [object],
          results: [],
          attributes: { field, part },
          span: null,
        };
        const location = locationOf(load);
        if (location) this.learn(location, ZERO);
      });
    }
  }

  /** All that a store may change. */
  #forget(stored: Location): void {
    const entries = this.#kinds.get(stored.kind);
    if (!entries) return;
    const kept = [...entries].filter(([, { location }]) => this.#areDistinct(location, stored));
    this.#kinds.set(stored.kind, new Map(kept));
  }

  #areDistinct(a: Location, b: Location): boolean {
    if (a.part !== b.part) return true;
    if (areUnrelated(a.object.type, b.object.type)) return true;
    const numbers = this.#numbers;
    if (numbers.of(a.object) === numbers.of(b.object)) {
      const [i, j] = [a.index, b.index];
      return i?.kind === 'constant' && j?.kind === 'constant' && numbers.of(i) !== numbers.of(j);
    }
    return numbers.isAllocation(a.object) && numbers.isAllocation(b.object);
  }

  /** What both know. */
  meet(other: KnownMemory): KnownMemory {
    const kinds = new Map<string, Entries>();
    for (const [kind, entries] of this.#kinds) {
      const others = other.#kinds.get(kind);
      if (!others) continue;
      const common = [...entries].filter(([place, { held }]) =>
        this.#isSame(held, others.get(place)?.held),
      );
      if (common.length > 0) kinds.set(kind, new Map(common));
    }
    return new KnownMemory(this.#numbers, kinds);
  }

  #isSame(a: Held, b: Held | undefined): boolean {
    if (b === undefined) return false;
    if (a === ZERO || b === ZERO) return a === b;
    return this.#numbers.isSame(a, b);
  }

  /** Names of the places of which the other does not know the same. */
  missingIn(other: KnownMemory): readonly string[] {
    return [...this.#kinds].flatMap(([kind, entries]) => {
      const others = other.#kinds.get(kind);
      const missing = [...entries].filter(
        ([place, { held }]) => !this.#isSame(held, others?.get(place)?.held),
      );
      return missing.map(([place]) => `${kind}: ${place}`);
    });
  }

  /** Without what is known of these places. */
  without(places: ReadonlySet<string>): KnownMemory {
    const kept = this.copy();
    if (places.size === 0) return kept;
    for (const [kind, entries] of this.#kinds) {
      const rest = [...entries].filter(([place]) => !places.has(`${kind}: ${place}`));
      if (rest.length < entries.size) kept.#kinds.set(kind, new Map(rest));
    }
    return kept;
  }
}

const areUnrelated = (a: RtsType, b: RtsType): boolean =>
  a.kind === 'object' && b.kind === 'object' && !derivesFrom(a, b) && !derivesFrom(b, a);
