// How classes are ordered and their vtables laid out, whatever stands for a type: the types of a whole program, or the names that the modules
// of a program tell.

/** Preorder of the forest of classes: a class stands before those derived from it, and nothing else between. */
export function preorder<T, K>(
  all: Iterable<T>,
  keyOf: (one: T) => K,
  baseOf: (one: T) => K | null,
): readonly T[] {
  const derived = new Map<K | null, T[]>();
  for (const one of all) {
    const base = baseOf(one);
    const list = derived.get(base);
    if (list) list.push(one);
    else derived.set(base, [one]);
  }
  const ordered: T[] = [];
  const visit = (base: K | null): void => {
    for (const one of derived.get(base) ?? []) {
      ordered.push(one);
      visit(keyOf(one));
    }
  };
  visit(null);
  return ordered;
}

/** `owner`: the root of a hierarchy, or an interface. */
export interface VirtualCall<K> {
  readonly owner: K;
  readonly isInterface: boolean;
  readonly method: string;
}

/**
 * The slot of each method that is called through a vtable, by owner. A method of an interface has one slot in all hierarchies that have
 * classes which implement it (`implementingRoots`): no other method of theirs is there.
 */
export function assignSlots<K>(
  calls: readonly VirtualCall<K>[],
  implementingRoots: (owner: K) => Iterable<K>,
): ReadonlyMap<K, ReadonlyMap<string, number>> {
  const slots = new Map<K, Map<string, number>>();
  const table = (owner: K): Map<string, number> => {
    let found = slots.get(owner);
    if (!found) slots.set(owner, (found = new Map<string, number>()));
    return found;
  };
  for (const { owner, isInterface, method } of calls) {
    if (!isInterface || table(owner).has(method)) continue;
    const tables = [...implementingRoots(owner), owner].map(table);
    const slot = firstFree(new Set(tables.flatMap((one) => [...one.values()])));
    for (const one of tables) one.set(method, slot);
  }
  for (const { owner, method } of calls) {
    const own = table(owner);
    if (!own.has(method)) own.set(method, firstFree(new Set(own.values())));
  }
  return slots;
}

function firstFree(taken: ReadonlySet<number>): number {
  let slot = 0;
  while (taken.has(slot)) slot++;
  return slot;
}
