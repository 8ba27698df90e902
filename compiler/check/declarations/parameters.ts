// Parameters → locals: optional ones and those with a default may be undefined; defaults begin the body.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Local, Parameter, Statement } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { conditional, readLocal } from '../build.ts';
import { ERROR_TYPE, type Context, type ExpectedFunction } from '../context.ts';
import { isUndefined, presentAs, withoutUndefined, withUndefined } from '../nullable.ts';
import { declarePattern } from '../patterns/declare.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { valueType } from '../variable-type.ts';
import type { FunctionNode } from './function-form.ts';

export interface DeclaredParameters {
  readonly parameters: readonly Parameter[];
  /** Declarations of the parameters that have a default. */
  prologue(): Statement[];
}

export function declareParameters(
  node: FunctionNode,
  context: Context,
  expected: ExpectedFunction | null = null,
): DeclaredParameters {
  const parameters: Parameter[] = [];
  const defaults: (() => Statement[])[] = [];
  for (const [i, declaration] of node.parameters.entries()) {
    const { name } = declaration;
    const type = parameterType(declaration, context, expectedType(declaration, expected, i));
    const rest = declaration.dotDotDotToken !== undefined;
    const optional =
      declaration.questionToken !== undefined || declaration.initializer !== undefined;
    const outer = optional && type !== ERROR_TYPE ? withUndefined(type) : type;
    const { initializer } = declaration;
    const isName = tsc.isIdentifier(name);
    const text = isName ? name.text : `parameter${parameters.length + 1}`;
    const local =
      initializer || !isName ? context.temporary(text, outer) : context.declareLocal(name, outer);
    parameters.push(rest ? { local, optional, type, rest } : { local, optional, type });
    const inner = isName ? null : initializer ? context.temporary(text, type) : local;
    const given = inner ?? (isName && initializer ? context.declareLocal(name, type) : null);
    if (initializer && given)
      defaults.push(() => [defaultStatement(local, given, initializer, declaration, context)]);
    if (!isName && inner)
      defaults.push(() => declarePattern(name, readLocal(inner, context.span(name)), context));
  }
  if (parameters.at(-1)?.rest)
    return { parameters, prologue: () => defaults.flatMap((make) => make()) };
  // A function may take fewer arguments than its place gives: it takes them all, and leaves the others alone.
  for (const type of expected?.parameters.slice(node.parameters.length) ?? [])
    parameters.push({ local: context.temporary('unused', type), optional: false, type });
  return { parameters, prologue: () => defaults.flatMap((make) => make()) };
}

/** Without the `undefined` that the optional form adds. */
function parameterType(
  declaration: ts.ParameterDeclaration,
  context: Context,
  expected: RtsType | undefined,
): RtsType {
  if (declaration.dotDotDotToken) return restType(declaration, context, expected);
  if (tsc.isIdentifier(declaration.name) && declaration.name.text === 'this') {
    context.report(E.thisKeyword, declaration, {});
    return ERROR_TYPE;
  }
  if (!declaration.type) {
    const isOptional = declaration.initializer ?? declaration.questionToken;
    if (expected) return isOptional ? withoutUndefined(expected) : expected;
    if (!declaration.initializer) return contextualType(declaration, context);
    return settle(context.expression(declaration.initializer), declaration, context).type;
  }
  const type = valueType(declaration.type, context);
  return declaration.initializer || declaration.questionToken ? withoutUndefined(type) : type;
}

/** What the place asks for; not where only one of the two takes any number of arguments. */
function expectedType(
  { dotDotDotToken }: ts.ParameterDeclaration,
  expected: ExpectedFunction | null,
  index: number,
): RtsType | undefined {
  if (!expected) return undefined;
  const isRest = expected.rest === true && index >= expected.parameters.length - 1;
  return isRest === (dotDotDotToken !== undefined) ? expected.parameters[index] : undefined;
}

/** An array of any length: a tuple would be parameters with names of their own. */
function restType(
  declaration: ts.ParameterDeclaration,
  context: Context,
  expected: RtsType | undefined,
): RtsType {
  const type = declaration.type
    ? valueType(declaration.type, context)
    : (expected ?? contextualType(declaration, context));
  if (type === ERROR_TYPE || type.kind === 'array') return type;
  context.report(E.restParameter, declaration, {});
  return ERROR_TYPE;
}

/** What TypeScript knows from the place; it reports a parameter whose type nothing tells. */
function contextualType(declaration: ts.ParameterDeclaration, context: Context): RtsType {
  const type = context.checker.getTypeAtLocation(declaration);
  if (type.flags & tsc.TypeFlags.Any) return ERROR_TYPE;
  const found = context.typeFromTs(type, declaration);
  return declaration.questionToken ? withoutUndefined(found) : found;
}

/** `let b = outer === undefined ? default : outer`. */
function defaultStatement(
  outer: Local,
  inner: Local,
  initializer: ts.Expression,
  declaration: ts.ParameterDeclaration,
  context: Context,
): Statement {
  const span = context.span(declaration);
  const given = readLocal(outer, span);
  const value = conditional(
    isUndefined(given, span),
    context.value(initializer, inner.type),
    presentAs(given, inner.type, span),
    span,
  );
  return { kind: 'declare', local: inner, value, span };
}
