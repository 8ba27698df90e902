// The members of a union → how JavaScript tells one from the others: by `typeof`, class, tag, or a field that only it has. Compiled
// code looks at the object's header instead.
import {
  derivesFrom,
  isClassType,
  type ObjectType,
  type RtsType,
  type UnionType,
} from './types.ts';

export type Mark =
  | { readonly kind: 'typeof'; readonly name: string }
  | { readonly kind: 'class'; readonly class: ObjectType }
  | { readonly kind: 'tag'; readonly field: string; readonly value: string | number | boolean }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'array' }
  /** The only object that is no array. */
  | { readonly kind: 'other-object' };

/** What `typeof` gives for a value that is present (ECMA-262 13.5.3). */
export function typeofName(type: RtsType): string {
  switch (type.kind) {
    case 'int':
      return type.bigint ? 'bigint' : 'number';
    case 'float':
      return 'number';
    case 'boolean':
    case 'string':
    case 'undefined':
    case 'function':
      return type.kind;
    case 'void':
      return 'undefined';
    default:
      return 'object';
  }
}

/** Some members are no objects to `typeof`. */
export const hasPrimitives = ({ members }: UnionType): boolean =>
  members.some((one) => typeofName(one) !== 'object');

/** The literal of a field that tells members apart; undefined where the field is none. */
export function tagOf(type: RtsType, field: string): string | number | boolean | undefined {
  const found = type.kind === 'object' && type.fields.find(({ name }) => name === field);
  return found && found.type.kind === 'literal' ? found.type.value : undefined;
}

/** null where nothing tells the member from all others. */
export function markOf(member: RtsType, union: UnionType): Mark | null {
  const others = union.members.filter((one) => one !== member);
  if (member.kind === 'object') return markOfObject(member, others);
  if (member.kind === 'array') return others.some(isTuple) ? null : { kind: 'array' };
  const name = typeofName(member);
  return others.some((one) => typeofName(one) === name) ? null : { kind: 'typeof', name };
}

function markOfObject(member: ObjectType, others: readonly RtsType[]): Mark | null {
  const objects = others.filter((one) => one.kind === 'object');
  if (member.form === 'class') {
    const isApart = !objects.some((one) => derivesFrom(one, member) || derivesFrom(member, one));
    return isApart ? { kind: 'class', class: member } : null;
  }
  for (const { name } of member.fields) {
    const value = tagOf(member, name);
    if (value === undefined) continue;
    const isApart = objects.every((one) => {
      const other = tagOf(one, name);
      return other !== undefined && other !== value;
    });
    if (isApart) return { kind: 'tag', field: name, value };
  }
  if (member.form === 'tuple')
    return others.some((one) => one.kind === 'array' || isTuple(one)) ? null : { kind: 'array' };
  if (objects.length === 0) return { kind: 'other-object' };
  const own = member.fields.find(({ name }) => isOnlyIn(name, others));
  return own && !objects.some(isClassType) ? { kind: 'field', field: own.name } : null;
}

const isOnlyIn = (name: string, others: readonly RtsType[]): boolean =>
  others.every((one) =>
    one.kind === 'object'
      ? !one.fields.some((field) => field.name === name)
      : one.kind !== 'array' || name !== 'length',
  );

const isTuple = (type: RtsType): boolean => type.kind === 'object' && type.form === 'tuple';
