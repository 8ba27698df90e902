// Over a tuple → over an array of its items, which must have a type in common.
import type { Expression, Statement } from '../../program/nodes.ts';
import { arrayOf, unionOf, type ObjectType, type RtsType } from '../../program/types.ts';
import { readLocal, readPlace } from '../build.ts';
import type { Context } from '../context.ts';
import { unionMembers } from '../unions/union-members.ts';
import type { Rounds } from './rounds.ts';
import { walkArray } from './walk-array.ts';

/** null where there is none. */
export function walkTuple(
  source: Expression,
  type: ObjectType,
  rounds: Rounds,
  context: Context,
): Statement[] | null {
  const { span } = source;
  const element = commonElement(type.fields.map((field) => field.type));
  if (!element) return null;
  const local = context.temporary('tuple', type);
  const items = type.fields.map(({ name, type: held }) =>
    context.convert(
      readPlace({ kind: 'property', object: readLocal(local, span), field: name }, held, span),
      element,
      context.sourceFile,
    ),
  );
  const array: Expression = { kind: 'array', items, type: arrayOf(element), span };
  return [
    { kind: 'declare', local, value: source, span },
    ...walkArray(array, 'values', rounds, context),
  ];
}

function commonElement(types: readonly RtsType[]): RtsType | null {
  const [first, ...others] = types;
  if (!first || others.every((one) => one === first)) return first ?? null;
  const members = unionMembers(types);
  return members && unionOf(members);
}
