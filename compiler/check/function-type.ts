// A TypeScript type with one call signature → a function type: a closure's parameters and result, exactly.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import { functionOf, nullableOf, type RtsType } from '../program/types.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { callSignature } from './generics/call-signature.ts';
import { tsc } from './tsc.ts';

/** Types that are being read: one that is met again mentions itself. */
const open = new Set<ts.Type>();

/** undefined for what is no function type; ERROR_TYPE after a report. */
export function functionType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const signature = callSignature(type, context.checker);
  if (!signature || signature.typeParameters || !hasPlainParameters(signature)) return undefined;
  if (open.has(type)) {
    const text = context.checker.typeToString(type);
    return context.fail(E.recursiveFunctionType, node, { type: text }).type;
  }
  open.add(type);
  try {
    return ofSignature(signature, node, context);
  } finally {
    open.delete(type);
  }
}

function hasPlainParameters(signature: ts.Signature): boolean {
  const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
  return !declaration?.parameters.some(
    ({ name }) => tsc.isIdentifier(name) && name.text === 'this',
  );
}

/** A rest parameter of a tuple type stands for parameters of its places. */
const isRest = (parameter: ts.Symbol | undefined, type: RtsType | undefined): boolean => {
  const declaration = parameter?.valueDeclaration;
  return (
    declaration !== undefined &&
    tsc.isParameter(declaration) &&
    declaration.dotDotDotToken !== undefined &&
    type?.kind === 'array'
  );
};

function ofSignature(signature: ts.Signature, node: ts.Node, context: Context): RtsType {
  const parameters = signature.getParameters().map((parameter) => {
    const type = context.typeFromTs(context.checker.getTypeOfSymbol(parameter), node);
    const { valueDeclaration } = parameter;
    const isOptional =
      valueDeclaration &&
      tsc.isParameter(valueDeclaration) &&
      (valueDeclaration.questionToken ?? valueDeclaration.initializer);
    return isOptional && type !== ERROR_TYPE ? withUndefined(type) : type;
  });
  const result = context.typeFromTs(signature.getReturnType(), node);
  return parameters.includes(ERROR_TYPE) || result === ERROR_TYPE
    ? ERROR_TYPE
    : functionOf(parameters, result, isRest(signature.getParameters().at(-1), parameters.at(-1)));
}

const withUndefined = (type: RtsType): RtsType =>
  type.kind === 'nullable'
    ? nullableOf(type.base, type.allowsNull, true)
    : nullableOf(type, false, true);
