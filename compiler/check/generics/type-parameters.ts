// The type parameters of a declaration, by symbol: what a Scope knows them by.
import type ts from 'typescript';
import type { RtsType } from '../../program/types.ts';
import type { TypeArguments } from '../scope.ts';
import { tsc } from '../tsc.ts';

/** Of a function, method or class; in order. */
export const typeParameterSymbols = (
  node: ts.SignatureDeclaration | ts.ClassLikeDeclaration,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] =>
  tsc
    .getEffectiveTypeParameterDeclarations(node)
    .flatMap(({ name }) => checker.getSymbolAtLocation(name) ?? []);

/** What each type parameter of a declaration stands for. */
export function argumentsBySymbol(
  node: ts.SignatureDeclaration | ts.ClassLikeDeclaration,
  types: readonly RtsType[],
  checker: ts.TypeChecker,
): TypeArguments {
  const found = new Map<ts.Symbol, RtsType>();
  for (const [i, symbol] of typeParameterSymbols(node, checker).entries()) {
    const type = types[i];
    if (type) found.set(symbol, type);
  }
  return found;
}
