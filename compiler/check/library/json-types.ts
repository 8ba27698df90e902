// Which types have a JSON text: all of what is in them is known when the module is built.
import type { ObjectType, RtsType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { isDate } from './date.ts';

/** A record or tuple, and not what `Map` and `Set` are. */
export const isPlainObject = (type: RtsType, context: Context): type is ObjectType =>
  type.kind === 'object' &&
  (type.form === 'record' || type.form === 'tuple') &&
  !isDate(type) &&
  !context.records.collections.has(type) &&
  !context.classes.members(type);

/**
 * The type in `type` that has no JSON text; undefined where there is none. `other` says what is allowed beside what every JSON text
 * may be read as.
 */
export function withoutJson(
  type: RtsType,
  other: (type: RtsType, look: (inner: RtsType) => RtsType | undefined) => RtsType | undefined,
  context: Context,
): RtsType | undefined {
  const seen = new Set<RtsType>();
  const look = (at: RtsType): RtsType | undefined => {
    if (seen.has(at)) return undefined;
    seen.add(at);
    switch (at.kind) {
      case 'string':
      case 'boolean':
      case 'float':
      case 'null':
        return undefined;
      case 'int':
        return at.bigint ? at : undefined;
      case 'nullable':
        return look(at.base);
      case 'array':
        return look(at.element);
      default:
        if (!isPlainObject(at, context)) return other(at, look);
        for (const field of at.fields) {
          const found = look(field.type);
          if (found) return found;
        }
        return undefined;
    }
  };
  return look(type);
}

/** As JavaScript orders the names of an object: indices first, then the others as they came (ECMA-262 10.1.11.1). */
export function inOrder(type: ObjectType, context: Context): ObjectType['fields'] {
  const isIndex = (name: string): boolean =>
    /^(0|[1-9]\d{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
  const names = context.records.writtenOrder(type);
  const rank = ({ name }: ObjectType['fields'][number]): number =>
    isIndex(name) ? Number(name) - 2 ** 32 : names.indexOf(name);
  return type.fields.toSorted((a, b) => rank(a) - rank(b));
}
