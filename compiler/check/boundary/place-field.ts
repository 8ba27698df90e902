// Objects of a hierarchy that classes of JavaScript extend know whether one of these has made them: by a field with their place, or 0.
import type { Expression, Place } from '../../program/nodes.ts';
import { derivesFrom, INT_TYPES, type ObjectType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { compare, isize, readPlace } from '../build.ts';
import type { ProgramState } from '../program-state.ts';

/** A blank is in no name of a program. */
const NAME = 'place in JavaScript';

const { isize: ISIZE } = INT_TYPES;

/** `root`: the highest exported base. */
export function addPlaceField(root: ObjectType, state: ProgramState): void {
  if (mayBeOwned(root)) return;
  const index = root.fields.length;
  const field = { name: NAME, type: ISIZE, mutable: true, checked: false };
  for (const { type } of state.run.instances.values())
    if (derivesFrom(type, root)) type.fields = type.fields.toSpliced(index, 0, field);
}

/** Whether objects of the hierarchy may be of classes of JavaScript. */
export const mayBeOwned = (root: ObjectType): boolean =>
  root.fields.some(({ name }) => name === NAME);

export const placeField = (object: Expression): Place & { readonly kind: 'property' } => ({
  kind: 'property',
  object,
  field: NAME,
});

export const readPlaceField = (object: Expression, span: Span): Expression =>
  readPlace(placeField(object), ISIZE, span);

/** A class of JavaScript has made the object. */
export const isOwned = (object: Expression, span: Span): Expression =>
  compare('!==', readPlaceField(object, span), isize(0, span), span);
