// `[Symbol.iterator]()` of the language's own objects → a generator of the library.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { callLibrary } from '../calls/generic.ts';
import type { Context } from '../context.ts';
import { collection } from '../library/collections.ts';

export const hasOwnIterator = (type: RtsType, context: Context): boolean =>
  type.kind === 'array' ||
  type.kind === 'typedarray' ||
  type.kind === 'string' ||
  (type.kind === 'object' && type.form === 'tuple') ||
  collection(type, context) !== undefined;

/** undefined for other types. Of what is no array or collection the items are those of now. */
export function ownIterator(
  items: Expression,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  if (!hasOwnIterator(items.type, context)) return undefined;
  const made = collection(items.type, context)?.name;
  const call = (module: string, name: string, value: Expression): Expression =>
    callLibrary([module, name], [value], node, context);
  if (made) return call('map', made === 'Map' ? 'mapEntries' : 'setValues', items);
  return call('array', 'values', context.listOf(items, { what: null, most: null }, node));
}
