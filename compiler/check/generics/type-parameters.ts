// The type parameters of a declaration, by symbol: what a Scope knows them by.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

/** Of a function, method or class; in order. */
export const typeParameterSymbols = (
  node: ts.SignatureDeclaration | ts.ClassLikeDeclaration,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] =>
  tsc
    .getEffectiveTypeParameterDeclarations(node)
    .flatMap(({ name }) => checker.getSymbolAtLocation(name) ?? []);
