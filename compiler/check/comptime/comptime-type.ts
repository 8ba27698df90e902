// Which TypeScript types are build-time data: low-level types, compilation infos, C functions, functions that return
// them, and objects and tuples that hold them.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

const { TypeFlags } = tsc;
/** Objects nest no deeper in any sensible declaration; recursive types end here. */
const DEEPEST = 4;

export function isComptimeType(type: ts.Type, checker: ts.TypeChecker, depth = 0): boolean {
  if (depth > DEEPEST || !(type.flags & (TypeFlags.Object | TypeFlags.Intersection))) return false;
  if (checker.getPropertyOfType(type, '__rts_comptime')) return true;
  const inside = (part: ts.Type): boolean => isComptimeType(part, checker, depth + 1);
  const signatures = type.getCallSignatures();
  if (signatures.length > 0)
    return signatures.some((signature) => inside(checker.getReturnTypeOfSignature(signature)));
  if (checker.isTupleType(type) || checker.isArrayType(type))
    return checker.getTypeArguments(type as ts.TypeReference).some(inside);
  return (
    isObjectLiteral(type) &&
    type.getProperties().some((part) => inside(checker.getTypeOfSymbol(part)))
  );
}

/** Also once TypeScript has widened the types of its members. */
const isObjectLiteral = (type: ts.Type): boolean =>
  (((type.symbol as ts.Symbol | undefined)?.flags ?? 0) & tsc.SymbolFlags.ObjectLiteral) !== 0;
