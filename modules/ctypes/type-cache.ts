// Types that are made of others → the same type each time, for as long as anything refers to it: in a program that makes types of data
// that it reads, those that it has dropped go.
export class TypeCache<K, T extends object> {
  readonly #types = new Map<K, WeakRef<T>>();
  readonly #dropped = new FinalizationRegistry<K>((key) => {
    // Another may have been made meanwhile.
    if (!this.#types.get(key)?.deref()) this.#types.delete(key);
  });

  get(key: K, make: () => T): T {
    const known = this.#types.get(key)?.deref();
    if (known) return known;
    const made = make();
    this.#types.set(key, new WeakRef(made));
    this.#dropped.register(made, key);
    return made;
  }
}
