// Identities of references: what is known of an object that has just been made.
import { booleanConstant } from '../../graph/constants.ts';
import type { Op, Value } from '../../graph/graph.ts';
import { derivesFrom, type ObjectType } from '../../program/types.ts';
import type { Identities, Identity } from './identity.ts';

/** The class of the object, where the one that makes it is at hand. `definition` gives the op that made a value. */
export function madeClass(
  value: Value | undefined,
  definition: (value: Value) => Op | undefined,
): ObjectType | null {
  let made = value && definition(value);
  while (made?.name === 'reference_cast') made = made.args[0] && definition(made.args[0]);
  const type = made?.name === 'object_new' ? made.results[0]?.type : undefined;
  return type?.kind === 'object' ? type : null;
}

const isOfClass: Identity = ({ args, attributes }, { definition }) => {
  const made = madeClass(args[0], definition);
  return made && attributes.class ? booleanConstant(derivesFrom(made, attributes.class)) : null;
};

const isExactly: Identity = ({ args, attributes }, { definition }) => {
  const made = madeClass(args[0], definition);
  return made && attributes.class ? booleanConstant(made === attributes.class) : null;
};

export const OBJECTS: Identities = { object_is: isOfClass, object_is_exactly: isExactly };
