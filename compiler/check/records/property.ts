// A field of a record or tuple as a place.
import type ts from 'typescript';
import type { Expression, Place } from '../../program/nodes.ts';
import type { ObjectType } from '../../program/types.ts';
import { literalValue } from '../numbers/literal.ts';

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
