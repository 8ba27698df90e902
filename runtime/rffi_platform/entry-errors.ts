// Questions of rffi_platform that have no answer, all of them that were asked together.

export class EntryErrors extends Error {
  /** By the index of the entry: what is wrong. */
  readonly failures: ReadonlyMap<number, string>;
  /** The names of the entries in the object that `configure` was given; null for a single question. */
  readonly names: readonly string[] | null;

  constructor(failures: ReadonlyMap<number, string>, names: readonly string[] | null = null) {
    super([...failures.values()].join('; '));
    this.failures = failures;
    this.names = names;
  }
}
