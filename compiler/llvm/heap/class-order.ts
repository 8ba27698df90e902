// The classes of a unit in an order in which a class stands before those derived from it and nothing else stands between:
// then `instanceof` is one comparison of descriptors. And the vtables' slots.
import type { Unit, UnitClass } from '../../graph/unit.ts';
import { reversePostorder } from '../../graph/walk.ts';
import { derivesFrom, rootOf, type ObjectType } from '../../program/types.ts';

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

/**
 * The slot of each method that is called through a vtable, for each root of a hierarchy and each interface. A method of an
 * interface has one slot in all hierarchies that have classes which implement it: no other method of theirs is there.
 */
export function vtableSlots(unit: Unit): ReadonlyMap<ObjectType, ReadonlyMap<string, number>> {
  const slots = new Map<ObjectType, Map<string, number>>();
  const ofType = (type: ObjectType): Map<string, number> => {
    let found = slots.get(type);
    if (!found) slots.set(type, (found = new Map<string, number>()));
    return found;
  };
  const calls = virtualCalls(unit);
  for (const { type, method } of calls) {
    if (type.form !== 'interface' || ofType(type).has(method)) continue;
    const tables = [...implementingRoots(unit, type), type].map(ofType);
    const taken = new Set(tables.flatMap((table) => [...table.values()]));
    const slot = firstFree(taken);
    for (const table of tables) table.set(method, slot);
  }
  for (const { type, method } of calls) {
    const table = ofType(rootOf(type));
    if (!table.has(method)) table.set(method, firstFree(new Set(table.values())));
  }
  return slots;
}

function firstFree(taken: ReadonlySet<number>): number {
  let slot = 0;
  while (taken.has(slot)) slot++;
  return slot;
}

interface VirtualCall {
  readonly type: ObjectType;
  readonly method: string;
}

const virtualCalls = (unit: Unit): readonly VirtualCall[] =>
  [...unit.graphs.values()].flatMap((graph) =>
    reversePostorder(graph).flatMap(({ ops }) =>
      ops.flatMap(({ name, args, attributes }): VirtualCall[] => {
        const type = args[0]?.type;
        return name === 'method_call' && type?.kind === 'object'
          ? [{ type, method: attributes.method ?? '' }]
          : [];
      }),
    ),
  );

function implementingRoots(unit: Unit, type: ObjectType): ReadonlySet<ObjectType> {
  const roots = new Set<ObjectType>();
  for (const one of unit.classes.values())
    if (derivesFrom(one.type, type)) roots.add(rootOf(one.type));
  return roots;
}
