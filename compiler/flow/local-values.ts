// The value that each local has at one place of a function: SSA construction. Where ways meet, a local gets an input of
// the block only if it is in scope and the ways bring different values.
import { sameValue } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import type { Local } from '../program/nodes.ts';

export type Locals = ReadonlyMap<Local, Value>;

export class LocalValues {
  #values: Locals = new Map();
  /** `#values`, unless a snapshot of it is about: then it is copied before it is changed. */
  #owned: Map<Local, Value> | null = null;
  /** Declared and not yet out of scope, and in which order. */
  readonly #scope = new Set<Local>();
  readonly #declared: Local[] = [];

  /** `value` null: declared without a value; `check` has proved that it gets one before it is read. */
  declare(local: Local, value: Value | null): void {
    this.#scope.add(local);
    this.#declared.push(local);
    if (value) this.write(local, value);
  }

  read(local: Local): Value | undefined {
    return this.#values.get(local);
  }

  write(local: Local, value: Value): void {
    if (value.kind === 'variable' && value.name === '') {
      // The graph is still being built: nobody else has seen the variable.
      const unnamed: { name: string } = value;
      unnamed.name = local.name;
    }
    this.#own().set(local, value);
  }

  /** The values, to be changed. */
  #own(): Map<Local, Value> {
    this.#owned ??= new Map(this.#values);
    this.#values = this.#owned;
    return this.#owned;
  }

  /** Locals declared by `action` are out of scope after it. */
  scoped<T>(action: () => T): T {
    const { length } = this.#declared;
    const result = action();
    for (const local of this.#declared.splice(length)) {
      this.#scope.delete(local);
      this.#owned?.delete(local);
    }
    return result;
  }

  snapshot(): Locals {
    this.#owned = null;
    return this.#values;
  }

  /** Those in scope that have a value. */
  known(): readonly Local[] {
    return [...this.#values.keys()].filter((local) => this.#scope.has(local));
  }

  /** The values behind a meeting of ways. `input` makes the input of a local, given its value on each way. */
  meet(ways: readonly Locals[], input: (local: Local, values: readonly Value[]) => Value): void {
    const [first = new Map<Local, Value>(), ...others] = ways;
    this.#owned = null;
    this.#values = first;
    if (others.every((way) => way === first)) return;
    const met = new Map<Local, Value>();
    for (const [local, value] of first) {
      if (!this.#scope.has(local)) continue;
      if (others.every((way) => hasSame(way, local, value))) {
        met.set(local, value);
        continue;
      }
      const values = [value, ...others.flatMap((way) => way.get(local) ?? [])];
      if (values.length === ways.length) met.set(local, input(local, values));
    }
    this.#values = met;
    this.#owned = met;
  }
}

function hasSame(way: Locals, local: Local, value: Value): boolean {
  const other = way.get(local);
  return other === value || (other !== undefined && sameValue(other, value));
}
