// `e.message`: a field of an object.
import type { Expression, Place } from '../program/nodes.ts';
import type ts from 'typescript';
import { readPlace } from './build.ts';
import type { Context } from './context.ts';
import { narrowed } from './narrowing.ts';

/** undefined where the receiver has no such field. */
export function fieldPlace(receiver: Expression, name: string): Place | undefined {
  const { type } = receiver;
  const known = type.kind === 'object' && type.fields.some((field) => field.name === name);
  return known ? { kind: 'property', object: receiver, field: name } : undefined;
}

/** Its value; of a field that nobody assigns as what the flow to `node` has proved it to be. */
export function property(
  receiver: Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  const { type } = receiver;
  const name = node.name.text;
  const place = fieldPlace(receiver, name);
  const field = type.kind === 'object' && type.fields.find((one) => one.name === name);
  if (!place || !field) return undefined;
  const value = readPlace(place, field.type, context.span(node));
  return field.mutable ? value : narrowed(value, place, node, context);
}
