// The value that each local has at one place of a function: SSA construction. Where ways meet, a local gets an input of
// the block only if it is in scope and the ways bring different values.
import { sameValue } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import type { Local } from '../program/nodes.ts';

export type Locals = ReadonlyMap<Local, Value>;

export class LocalValues {
  #values = new Map<Local, Value>();
  /** Declared and not yet out of scope. */
  readonly #scope = new Set<Local>();

  /** `value` null: declared without a value; `check` has proved that it gets one before it is read. */
  declare(local: Local, value: Value | null): void {
    this.#scope.add(local);
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
    this.#values.set(local, value);
  }

  /** Locals declared by `action` are gone after it. */
  scoped<T>(action: () => T): T {
    const before = new Set(this.#scope);
    const result = action();
    for (const local of this.#scope) {
      if (before.has(local)) continue;
      this.#scope.delete(local);
      this.#values.delete(local);
    }
    return result;
  }

  snapshot(): Locals {
    return new Map(this.#values);
  }

  /** Those that have a value. */
  known(): readonly Local[] {
    return [...this.#values.keys()];
  }

  /** The values behind a meeting of ways. `input` makes the input of a local, given its value on each way. */
  meet(ways: readonly Locals[], input: (local: Local, values: readonly Value[]) => Value): void {
    this.#values = new Map();
    const [first, ...others] = ways;
    for (const [local, value] of first ?? []) {
      if (!this.#scope.has(local)) continue;
      const values = [value, ...others.flatMap((way) => way.get(local) ?? [])];
      if (values.length < ways.length) continue;
      const same = values.every((other) => sameValue(other, value));
      this.#values.set(local, same ? value : input(local, values));
    }
  }
}
