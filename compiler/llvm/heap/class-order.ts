// The classes of a unit in an order in which a class stands before those derived from it and nothing else stands between:
// then `instanceof` is one comparison of descriptors. And the vtables' slots.
import type { Unit, UnitClass } from '../../graph/unit.ts';
import { reversePostorder } from '../../graph/walk.ts';
import { rootOf, type ObjectType } from '../../program/types.ts';

/** Preorder of the forest of classes. */
export function classesInOrder(unit: Unit): readonly UnitClass[] {
  const derived = new Map<ObjectType | null, UnitClass[]>();
  for (const one of unit.classes.values()) {
    const list = derived.get(one.type.base);
    if (list) list.push(one);
    else derived.set(one.type.base, [one]);
  }
  const ordered: UnitClass[] = [];
  const visit = (base: ObjectType | null): void => {
    for (const one of derived.get(base) ?? []) {
      ordered.push(one);
      visit(one.type);
    }
  };
  visit(null);
  return ordered;
}

/** For each root of a hierarchy: the slot of each method that is called through a vtable. */
export function vtableSlots(unit: Unit): ReadonlyMap<ObjectType, ReadonlyMap<string, number>> {
  const slots = new Map<ObjectType, Map<string, number>>();
  for (const graph of unit.graphs.values()) {
    for (const { ops } of reversePostorder(graph)) {
      for (const { name, args, attributes } of ops) {
        const type = args[0]?.type;
        if (name !== 'method_call' || type?.kind !== 'object') continue;
        const methods = slots.get(rootOf(type)) ?? new Map<string, number>();
        const method = attributes.method ?? '';
        if (!methods.has(method)) methods.set(method, methods.size);
        slots.set(rootOf(type), methods);
      }
    }
  }
  return slots;
}
