// Parameters → locals: optional ones and those with a default may be undefined; defaults begin the body.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Local, Parameter, Statement } from '../../program/nodes.ts';
import { nullableOf, type RtsType } from '../../program/types.ts';
import { conditional, readLocal } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { absent, isNull, isUndefined, unwrap, wrap } from '../nullable.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { valueType } from '../variable-type.ts';
import type { FunctionNode } from './function-form.ts';

export interface DeclaredParameters {
  readonly parameters: readonly Parameter[];
  /** Declarations of the parameters that have a default. */
  prologue(): Statement[];
}

export function declareParameters(node: FunctionNode, context: Context): DeclaredParameters {
  const parameters: Parameter[] = [];
  const defaults: (() => Statement[])[] = [];
  for (const declaration of node.parameters) {
    const { name } = declaration;
    if (!tsc.isIdentifier(name)) {
      context.report(E.destructuring, name, {});
      continue;
    }
    const type = parameterType(declaration, context);
    const optional =
      declaration.questionToken !== undefined || declaration.initializer !== undefined;
    const outer = optional && type !== ERROR_TYPE ? withUndefined(type) : type;
    const { initializer } = declaration;
    const local = initializer
      ? context.temporary(name.text, outer)
      : context.declareLocal(name, outer);
    parameters.push({ local, optional, type });
    if (initializer) {
      const inner = context.declareLocal(name, type);
      defaults.push(() => [defaultStatement(local, inner, initializer, declaration, context)]);
    }
  }
  return { parameters, prologue: () => defaults.flatMap((make) => make()) };
}

/** Without the `undefined` that the optional form adds. */
function parameterType(declaration: ts.ParameterDeclaration, context: Context): RtsType {
  if (declaration.dotDotDotToken) {
    context.report(E.restParameter, declaration, {});
    return ERROR_TYPE;
  }
  if (tsc.isIdentifier(declaration.name) && declaration.name.text === 'this') {
    context.report(E.thisKeyword, declaration, {});
    return ERROR_TYPE;
  }
  const [modifier] = declaration.modifiers ?? [];
  if (modifier) context.report(E.parameterModifier, modifier, {});
  if (!declaration.type) {
    // TypeScript reports a parameter without type and default.
    if (!declaration.initializer) return ERROR_TYPE;
    return settle(context.expression(declaration.initializer), declaration, context).type;
  }
  const type = valueType(declaration.type, context);
  return declaration.initializer || declaration.questionToken ? withoutUndefined(type) : type;
}

const withUndefined = (type: RtsType): RtsType =>
  type.kind === 'nullable'
    ? nullableOf(type.base, type.allowsNull, true)
    : nullableOf(type, false, true);

function withoutUndefined(type: RtsType): RtsType {
  if (type.kind !== 'nullable' || !type.allowsUndefined) return type;
  return type.allowsNull ? nullableOf(type.base, true, false) : type.base;
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
    present(given, inner.type, span),
    span,
  );
  return { kind: 'declare', local: inner, value, span };
}

/** The value of a parameter that is not undefined, as `type`. */
function present(given: Expression, type: RtsType, span: Expression['span']): Expression {
  const value = unwrap(given, span);
  if (type.kind !== 'nullable') return value;
  return conditional(isNull(given, span), absent(type, null, span), wrap(value, type, span), span);
}
