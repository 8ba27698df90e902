// The one call signature of a function type; what has more than that is no function type of RTypeScript.
import type ts from 'typescript';

export function callSignature(type: ts.Type, checker: ts.TypeChecker): ts.Signature | undefined {
  const signatures = type.getCallSignatures();
  const isPlain =
    signatures.length === 1 &&
    type.getConstructSignatures().length === 0 &&
    checker.getPropertiesOfType(type).length === 0;
  return isPlain ? signatures[0] : undefined;
}
