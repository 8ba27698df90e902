// A field that all members of a union have → read from the member that the object is of.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { unionOf, type ObjectType, type RtsType, type UnionType } from '../../program/types.ts';
import { conditional, convertTo, once, readPlace, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { isOneOf, objectMembers } from './member-test.ts';
import { unionMembers } from './union-members.ts';

/** undefined where a member has no such field, or the fields have no one type. */
export function unionProperty(
  object: Expression,
  union: UnionType,
  name: string,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const members = objectMembers(union);
  const types = members.map((member) => fieldType(member, name));
  const type = oneType(types);
  if (!type || members.length < union.members.length) return undefined;
  const span = context.span(node);
  return once('object', object, context, (kept) => {
    const read = (member: ObjectType): Expression => {
      const self = convertTo('downcast', kept, member, span);
      return context.convert(readField(self, member, name, span), type, node);
    };
    // What reads alike is one case.
    const groups = new Map<unknown, ObjectType[]>();
    members.forEach((member, i) => {
      const own = types[i];
      const key = own?.kind === 'literal' ? own : member;
      groups.set(key, [...(groups.get(key) ?? []), member]);
    });
    const cases = [...groups.values()];
    let found: Expression | undefined;
    for (const group of cases.reverse()) {
      const [first] = group;
      if (!first) continue;
      if (!found) {
        found = read(first);
        continue;
      }
      const test = isOneOf(kept, union, group, node, context);
      if (test.type === ERROR_TYPE) return test;
      found = conditional(test, read(first), found, span);
    }
    return found ?? context.failed(node);
  });
}

/** The value of a field; a tag is known. */
export function readField(
  object: Expression,
  type: ObjectType,
  name: string,
  span: Expression['span'],
): Expression {
  const field = fieldType(type, name);
  if (!field) throw new Error(`no field ${name} in ${type.name}`);
  return field.kind === 'literal'
    ? sequence([object], constant(field.base, field.value, span), span)
    : readPlace({ kind: 'property', object, field: name }, field, span);
}

const fieldType = (type: ObjectType, name: string): RtsType | undefined =>
  type.fields.find((field) => field.name === name)?.type;

function oneType(types: readonly (RtsType | undefined)[]): RtsType | undefined {
  const all = new Set(types.map((type) => (type?.kind === 'literal' ? type.base : type)));
  const found = [...all];
  if (found.includes(undefined)) return undefined;
  if (found.length === 1) return found[0];
  const known = found.filter((type) => type !== undefined);
  const members = unionMembers(
    known.flatMap((one) => (one.kind === 'union' ? one.members : [one])),
  );
  return members ? unionOf(members) : undefined;
}
