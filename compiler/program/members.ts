// The members of a union → how JavaScript tells one from the others: by class, tag, or a field that only it has. Compiled code
// looks at the object's header instead.
import {
  derivesFrom,
  isClassType,
  type ObjectType,
  type RtsType,
  type UnionType,
} from './types.ts';

export type Mark =
  | { readonly kind: 'class'; readonly class: ObjectType }
  | { readonly kind: 'tag'; readonly field: string; readonly value: string | number | boolean }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'array' };

/** The literal of a field that tells members apart; undefined where the field is none. */
export function tagOf(type: RtsType, field: string): string | number | boolean | undefined {
  const found = type.kind === 'object' && type.fields.find(({ name }) => name === field);
  return found && found.type.kind === 'literal' ? found.type.value : undefined;
}

/** null where nothing tells the member from all others. */
export function markOf(member: ObjectType, union: UnionType): Mark | null {
  const others = union.members.filter((one) => one !== member);
  if (member.form === 'class') {
    const isApart = others.every(
      (one) => one.kind !== 'object' || !(derivesFrom(one, member) || derivesFrom(member, one)),
    );
    return isApart ? { kind: 'class', class: member } : null;
  }
  for (const { name } of member.fields) {
    const value = tagOf(member, name);
    if (value === undefined) continue;
    const isApart = others.every((one) => {
      const other = tagOf(one, name);
      return other !== undefined && other !== value;
    });
    if (isApart) return { kind: 'tag', field: name, value };
  }
  if (member.form === 'tuple')
    return others.some((one) => one.kind === 'array' || isTuple(one)) ? null : { kind: 'array' };
  const own = member.fields.find(({ name }) =>
    others.every(
      (one) => one.kind === 'object' && !one.fields.some((field) => field.name === name),
    ),
  );
  return own && others.every((one) => !isClassType(one))
    ? { kind: 'field', field: own.name }
    : null;
}

const isTuple = (type: RtsType): boolean => type.kind === 'object' && type.form === 'tuple';
