// The classes of a unit in an order in which a class stands before those derived from it and nothing else stands between:
// then `instanceof` is one comparison of descriptors. And the vtables' slots.
import type { Unit, UnitClass } from '../../graph/unit.ts';
import { reversePostorder } from '../../graph/walk.ts';
import { derivesFrom, rootOf, type ObjectType } from '../../program/types.ts';
import { assignSlots, preorder, type VirtualCall } from './hierarchy.ts';

export const classesInOrder = (unit: Unit): readonly UnitClass[] =>
  preorder(
    unit.classes.values(),
    ({ type }) => type,
    ({ type }) => type.base,
  );

/** For each root of a hierarchy and each interface. */
export const vtableSlots = (unit: Unit): ReadonlyMap<ObjectType, ReadonlyMap<string, number>> =>
  assignSlots(virtualCalls(unit), (type) => implementingRoots(unit, type));

const virtualCalls = (unit: Unit): readonly VirtualCall<ObjectType>[] =>
  [...unit.graphs.values()].flatMap((graph) =>
    reversePostorder(graph).flatMap(({ ops }) =>
      ops.flatMap(({ name, args, attributes }): VirtualCall<ObjectType>[] => {
        const type = args[0]?.type;
        if (name !== 'method_call' || type?.kind !== 'object') return [];
        const isInterface = type.form === 'interface';
        return [
          {
            owner: isInterface ? type : rootOf(type),
            isInterface,
            method: attributes.method ?? '',
          },
        ];
      }),
    ),
  );

function implementingRoots(unit: Unit, type: ObjectType): ReadonlySet<ObjectType> {
  const roots = new Set<ObjectType>();
  for (const one of unit.classes.values())
    if (derivesFrom(one.type, type)) roots.add(rootOf(one.type));
  return roots;
}
