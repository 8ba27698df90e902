// `JSValue` of mixmod → the type of objects that stand for live values of JavaScript.
import type ts from 'typescript';
import { isLiveObject, LIVE } from '../../program/live-types.ts';
import { type RtsType } from '../../program/types.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { baseOf } from '../nullable.ts';

/** undefined for every other type. */
export function liveFromTs(type: ts.Type): RtsType | undefined {
  const symbol = type.getSymbol();
  if (symbol?.name !== 'JSValue') return undefined;
  const file = symbol.declarations?.[0]?.getSourceFile();
  return file?.fileName === MIXMOD_PATH ? LIVE : undefined;
}

/** Absent or not: what operators do with such a value, JavaScript does. */
export const isLiveType = (type: RtsType): boolean => isLiveObject(baseOf(type));
