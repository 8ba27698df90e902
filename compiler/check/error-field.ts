// `e.message`: what every error has, also one of a class of the program.
import type ts from 'typescript';
import { ERROR_CLASSES } from '../program/error-classes.ts';
import type { Expression, Place } from '../program/nodes.ts';
import { derivesFrom } from '../program/types.ts';
import { readPlace } from './build.ts';
import type { Context } from './context.ts';
import { narrowed } from './narrowing.ts';

const { Error } = ERROR_CLASSES;

/** undefined where the receiver is no error, or errors have no such field. */
export function errorField(
  receiver: Expression,
  name: string,
): (Place & { kind: 'property' }) | undefined {
  const { type } = receiver;
  const isError = type.kind === 'object' && derivesFrom(type, Error);
  const known = isError && Error.fields.some((field) => field.name === name);
  return known ? { kind: 'property', object: receiver, field: name } : undefined;
}

/** Its value; of a field that nobody assigns as what the flow to `node` has proved it to be. */
export function readErrorField(
  receiver: Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  const place = errorField(receiver, node.name.text);
  const field = Error.fields.find(({ name }) => name === place?.field);
  if (!place || !field) return undefined;
  const value = readPlace(place, field.type, context.span(node));
  return field.mutable ? value : narrowed(value, place, node, context);
}
