// A field of a record or tuple as a place.
import type ts from 'typescript';
import type { Expression, Place } from '../../program/nodes.ts';
import type { ObjectType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { literalValue } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import { symbolMember } from '../well-known-symbol.ts';

const isRecord = (type: Expression['type']): type is ObjectType =>
  type.kind === 'object' && (type.form === 'record' || type.form === 'tuple');

/** undefined where the value is no record, or has no such field. */
export function recordProperty(object: Expression, name: string): Place | undefined {
  if (!isRecord(object.type) || !object.type.fields.some((field) => field.name === name))
    return undefined;
  return { kind: 'property', object, field: name };
}

/** The name of the field that a constant index names. */
export function constantIndex(index: Expression): string | undefined {
  const value = literalValue(index) ?? (index.kind === 'constant' ? index.value : undefined);
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

export const propertyName = (name: ts.PropertyName | ts.BindingName): string | undefined =>
  'text' in name ? name.text : undefined;

/** `x`, `'x'`, `['x']` or the name of a constant in brackets. */
export function constantName(
  { name }: ts.ObjectLiteralElementLike,
  { checker }: Context,
): string | undefined {
  if (!name || tsc.isPrivateIdentifier(name)) return undefined;
  if (!tsc.isComputedPropertyName(name)) return propertyName(name);
  const symbol = symbolMember(name);
  if (symbol) return symbol;
  const type = checker.getTypeAtLocation(name.expression);
  return type.isStringLiteral() || type.isNumberLiteral() ? String(type.value) : undefined;
}
