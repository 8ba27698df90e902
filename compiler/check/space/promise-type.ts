// TypeScript's `Promise<T>` → the type of objects that stand for promises of JavaScript.
import type ts from 'typescript';
import { promiseOf } from '../../program/live-types.ts';
import type { RtsType } from '../../program/types.ts';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isValueless } from '../is-valueless.ts';
import { LIBRARY_PATH } from '../library-paths.ts';

/** undefined for every other type. */
export function promiseFromTs(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const symbol = type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile();
  if (symbol?.name !== 'Promise' || file?.fileName !== LIBRARY_PATH) return undefined;
  const [item] = context.checker.getTypeArguments(type as ts.TypeReference);
  const value = item ? context.typeFromTs(item, node) : ERROR_TYPE;
  if (value === ERROR_TYPE) return value;
  if (isValueless(value) && value.kind !== 'void' && value.kind !== 'never')
    return context.fail(E.onlyAbsent, node, { type: context.checker.typeToString(type) }).type;
  return promiseOf(value);
}
