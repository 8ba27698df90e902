// What an op reads or writes in objects of the collected heap. A kind stands for all places that one access may mean: a field of
// a class, the items of arrays of one type, all lengths. Accesses of different kinds are never of the same memory.
import type { Op, Value } from '../../graph/graph.ts';
import { OPS, type OpName } from '../../graph/ops.ts';
import { typeName } from '../../program/type-name.ts';
import { type ObjectType, type RtsType } from '../../program/types.ts';

export interface Location {
  readonly kind: string;
  readonly object: Value;
  /** Of an item. */
  readonly index: Value | null;
  readonly part: number;
}

const LENGTH = 'length';

/**
 * One text for all accesses of a field: of the type that declares it. References are cast between classes and their bases
 * only, so that another type's field is another place.
 */
export function fieldKind({ name, args, attributes: { field } }: Op): string | null {
  const type = args[0]?.type;
  if (name !== 'field_load' && name !== 'field_store') return null;
  if (type?.kind !== 'object' || field === undefined) return null;
  const { form, name: declaring } = declaringType(type, field);
  return `field ${field} of ${form} ${declaring}`;
}

function declaringType(type: ObjectType, field: string): ObjectType {
  let found = type;
  for (let at: ObjectType | null = type; at; at = at.base) {
    if (at.fields.some(({ name }) => name === field)) found = at;
  }
  return found;
}

const itemKind = (array: RtsType): string => `items of ${typeName(array)}`;

/** What a load or store of one value is of. */
export function locationOf(op: Op): Location | null {
  const { name, args, attributes } = op;
  const [object, index] = args;
  const { part = 0 } = attributes;
  if (!object) return null;
  switch (name) {
    case 'field_load':
    case 'field_store': {
      const kind = fieldKind(op);
      return kind === null ? null : { kind, object, index: null, part };
    }
    case 'array_len':
      return { kind: LENGTH, object, index: null, part: 0 };
    case 'item_load':
    case 'item_store':
      return { kind: itemKind(object.type), object, index: index ?? null, part };
    default:
      return null;
  }
}

export const lengthOf = (array: Value): Location => ({
  kind: LENGTH,
  object: array,
  index: null,
  part: 0,
});

/** Ops that are no calls and write, if anything, only what has no location. */
const HARMLESS: ReadonlySet<OpName> = new Set([
  'random',
  'check_stack',
  'global_store',
  'raw_store',
  'raw_memcopy',
  'raw_memmove',
  'raw_memset',
  'adr_malloc',
  'adr_free',
  'identity_hash',
  'object_new',
  'array_new',
  'array_reserve',
  'closure_new',
  // What it calls back is the matter of `effects.ts`.
  'c_call',
]);

/** The kinds of places that an op may write itself, whatever the graphs do that it calls; null: any. */
export function writtenKinds(op: Op): readonly string[] | null {
  const { name, args } = op;
  const [object] = args;
  const { pure, reads } = OPS[name];
  if (pure || reads || HARMLESS.has(name) || !object) return isHarmless(op) ? [] : null;
  switch (name) {
    case 'field_store':
    case 'item_store': {
      const location = locationOf(op);
      return location && [location.kind];
    }
    case 'items_copy':
      return [itemKind(object.type)];
    case 'array_set_len':
    case 'array_extend':
      return [LENGTH, itemKind(object.type)];
    default:
      return isHarmless(op) ? [] : null;
  }
}

/** The runtime writes only objects that it makes, and those that it is given. */
function isHarmless({ name, args }: Op): boolean {
  const { pure, reads } = OPS[name];
  if (pure || reads || HARMLESS.has(name)) return true;
  return name === 'runtime_call' && args.every(({ type }) => !isWritable(type));
}

const isWritable = ({ kind }: RtsType): boolean =>
  kind !== 'string' && kind !== 'float' && kind !== 'int' && kind !== 'boolean';
