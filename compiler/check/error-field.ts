// `e.message`, `e.cause`: what every error has, also one of a class of the program.
import { ERROR_CLASSES } from '../program/error-classes.ts';
import type { Expression, Place } from '../program/nodes.ts';
import { derivesFrom } from '../program/types.ts';

const { Error } = ERROR_CLASSES;

export const isError = ({ type }: Expression): boolean =>
  type.kind === 'object' && derivesFrom(type, Error);

/** undefined where the receiver is no error, or errors have no such field. */
export function errorField(receiver: Expression, name: string): Place | undefined {
  const known = isError(receiver) && Error.fields.some((field) => field.name === name);
  return known ? { kind: 'property', object: receiver, field: name } : undefined;
}
