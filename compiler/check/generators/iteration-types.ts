// What TypeScript's types of iterators say: the type of the items, of the value at the end, and of what `next` takes.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import {
  BOOLEAN,
  nullableOf,
  recordOf,
  unionOf,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { baseOf, withUndefined } from '../nullable.ts';
import { LIBRARY_PATH } from '../library-paths.ts';
import { tsc } from '../tsc.ts';
import { unionMembers } from '../unions/union-members.ts';

/** null stands for a type without a value. */
export interface IterationTypes {
  readonly item: RtsType;
  readonly result: RtsType | null;
  readonly sent: RtsType | null;
}

/** The name of a type of our declaration file. */
export function libraryTypeName(type: ts.Type): string | undefined {
  const symbol = type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  return file === LIBRARY_PATH ? symbol?.name : undefined;
}

/** Of `Generator<T, R, N>` and its like; null after a report at `node`. */
export function iterationTypes(
  type: ts.Type,
  node: ts.Node,
  context: Context,
): IterationTypes | null {
  const [item, result, sent] = context.checker.getTypeArguments(type as ts.TypeReference);
  if (!item) return null;
  const types = {
    item: context.typeFromTs(item, node),
    result: valueType(result, node, context),
    sent: valueType(sent, node, context),
  };
  return [types.item, types.result, types.sent].includes(ERROR_TYPE) ? null : types;
}

const NO_VALUE =
  tsc.TypeFlags.Any |
  tsc.TypeFlags.Unknown |
  tsc.TypeFlags.Void |
  tsc.TypeFlags.Undefined |
  tsc.TypeFlags.Never;

const valueType = (type: ts.Type | undefined, node: ts.Node, context: Context): RtsType | null =>
  !type || type.flags & NO_VALUE ? null : context.typeFromTs(type, node);

/** What `next()` gives: whether it is the end, and the item or the value at the end. null: they cannot stand together. */
export function iteratorResult({ item, result }: IterationTypes): ObjectType | null {
  const value = result ? together(item, result) : withUndefined(item);
  const field = (name: string, type: RtsType): ObjectField => ({
    name,
    type,
    mutable: true,
    checked: false,
  });
  return value && recordOf([field('done', withUndefined(BOOLEAN)), field('value', value)]);
}

function together(item: RtsType, result: RtsType): RtsType | null {
  const members = unionMembers([baseOf(item), baseOf(result)]);
  if (!members) return null;
  const allowsNull = [item, result].some((one) => one.kind === 'nullable' && one.allowsNull);
  return nullableOf(unionOf(members), allowsNull, true);
}

/** `IteratorResult<T, R>`, whole or narrowed to one of its sides; undefined for other types. */
export function iteratorResultFromTs(
  type: ts.Type,
  node: ts.Node,
  context: Context,
): RtsType | undefined {
  const [item, result] = resultArguments(type, context) ?? [];
  if (!item) return undefined;
  const made = context.typeFromTs(item, node);
  const ended = valueType(result, node, context);
  if (made === ERROR_TYPE || ended === ERROR_TYPE) return ERROR_TYPE;
  const found = iteratorResult({ item: made, result: ended, sent: null });
  const text = { type: context.checker.typeToString(type) };
  return found ?? context.fail(E.unionType, node, text).type;
}

function resultArguments(type: ts.Type, context: Context): readonly (ts.Type | undefined)[] | null {
  if (type.isUnion()) {
    const [yielded, returned, ...others] = type.types;
    if (!yielded || !returned || others.length > 0) return null;
    const sides = new Map(type.types.map((side) => [libraryTypeName(side), side]));
    const argument = (name: string): ts.Type | undefined => {
      const side = sides.get(name);
      return side && context.checker.getTypeArguments(side as ts.TypeReference)[0];
    };
    const [item, result] = [argument('IteratorYieldResult'), argument('IteratorReturnResult')];
    return item && result ? [item, result] : null;
  }
  const name = libraryTypeName(type);
  if (name !== 'IteratorYieldResult' && name !== 'IteratorReturnResult') return null;
  return context.checker.getTypeArguments(type as ts.TypeReference).slice(0, 1);
}
