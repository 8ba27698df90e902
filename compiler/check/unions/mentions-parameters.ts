// Whether a TypeScript type is another one for other type arguments.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

const { TypeFlags, ObjectFlags } = tsc;

/** True where it cannot be seen. */
export function mentionsParameters(type: ts.Type, checker: ts.TypeChecker): boolean {
  const seen = new Set<ts.Type>();
  const visit = (one: ts.Type): boolean => {
    if (seen.has(one)) return false;
    seen.add(one);
    if (one.flags & TypeFlags.Instantiable) return true;
    if (one.isUnionOrIntersection()) return one.types.some(visit);
    if (one.aliasTypeArguments?.some(visit)) return true;
    if (!(one.flags & TypeFlags.Object)) return false;
    if ((one as ts.ObjectType).objectFlags & ObjectFlags.Reference)
      return checker.getTypeArguments(one as ts.TypeReference).some(visit);
    // What a declaration with a name says is its own.
    if (one.isClassOrInterface()) return false;
    const signatures = one.getCallSignatures();
    return (
      checker
        .getPropertiesOfType(one)
        .some((property) => visit(checker.getTypeOfSymbol(property))) ||
      signatures.some((signature) => visit(signature.getReturnType())) ||
      signatures.some((signature) =>
        signature.getParameters().some((parameter) => visit(checker.getTypeOfSymbol(parameter))),
      )
    );
  };
  return visit(type);
}
