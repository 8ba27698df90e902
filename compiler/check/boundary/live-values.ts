// Objects that stand for live values of JavaScript: made for a place, which is free again when the object is dead.
import type { Expression, Local } from '../../program/nodes.ts';
import { INT_TYPES, VOID, type ObjectType } from '../../program/types.ts';
import { builtin, letIn, readLocal, readPlace, sequence } from '../build.ts';
import type { Words } from './library-calls.ts';
import { madeOf } from './made-function.ts';

type At = Pick<Words, 'node' | 'context'>;

const PLACE: Local = { name: 'place', type: INT_TYPES.isize, mutable: false };

/** A new object of the type for a place that JavaScript has just given. */
export function liveAt(place: Expression, type: ObjectType, { node, context }: At): Expression {
  const span = context.span(node);
  const id = `live value ${type.name}`;
  const callee = context.made.once(id, () => {
    const made: Local = { name: 'made', type, mutable: false };
    const read = readLocal(made, span);
    const value: Expression = {
      kind: 'record',
      fields: [{ field: '$place', value: readLocal(PLACE, span) }],
      type,
      span,
    };
    const hold = builtin('host.hold', [read, readLocal(PLACE, span)], VOID, span);
    const body = letIn([{ local: made, value }], sequence([hold], read, span), span);
    return madeOf({ id, name: 'live value', parameters: [PLACE], result: type }, body, span);
  });
  return { kind: 'call', callee, arguments: [place], type, span };
}

/** Of type isize. The object must be alive until JavaScript has looked there. */
export const placeOfLive = (object: Expression): Expression =>
  readPlace({ kind: 'property', object, field: '$place' }, INT_TYPES.isize, object.span);
