// What a TypeScript type says of its declaration: its name, and its type arguments.
import type ts from 'typescript';
import { typeName } from '../program/type-name.ts';
import { type RtsType } from '../program/types.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { tsc } from './tsc.ts';

/** An interface, class or alias with what stands for its type parameters. */
export interface DeclaredType {
  /** Of the declaration and the type arguments. */
  readonly key: string;
  /** Its name in the program. */
  readonly text: string;
  readonly symbol: ts.Symbol;
  readonly types: readonly RtsType[];
}

/** 'failed' after a report at `node`. */
export function declaredType(
  symbol: ts.Symbol,
  given: readonly ts.Type[],
  node: ts.Node,
  context: Context,
): DeclaredType | 'failed' {
  const types: RtsType[] = [];
  for (const argument of given) {
    const made = context.typeFromTs(argument, node);
    if (made === ERROR_TYPE) return 'failed';
    types.push(made);
  }
  const names = types.map(typeName);
  const name = context.homeName(symbol);
  const text = names.length === 0 ? name : `${name}<${names.join(', ')}>`;
  return { key: `${context.records.idOf(symbol)} ${text}`, text, symbol, types };
}

/** Those of an interface or class, which has itself, as `this`, for its last argument. */
export function typeArguments(type: ts.Type, { checker }: Context): readonly ts.Type[] {
  const { objectFlags, target } = type as ts.TypeReference;
  if (!(objectFlags & tsc.ObjectFlags.Reference)) return [];
  const count = (target.typeParameters ?? []).length;
  return checker.getTypeArguments(type as ts.TypeReference).slice(0, count);
}

/** `this` as a type is the class or interface in which it stands. */
export function withoutThis(type: ts.Type, { checker }: Context): ts.Type {
  const isThis = (type as { isThisType?: boolean }).isThisType === true;
  return (isThis && checker.getBaseConstraintOfType(type)) || type;
}

/** The members of these are all that the type has: no calls, constructions or index signatures. undefined for every other type. */
export function partsOfShape(type: ts.Type, { checker }: Context): readonly ts.Type[] | undefined {
  const parts = type.isIntersection() ? type.types : [type];
  const isShape =
    parts.every((part) => part.flags & tsc.TypeFlags.Object) &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0 &&
    checker.getIndexInfosOfType(type).length === 0;
  return isShape ? parts : undefined;
}
