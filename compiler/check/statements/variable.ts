// `let x: T = e` inside of functions and blocks → declarations of locals.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Statement } from '../../program/nodes.ts';
import { UNDEFINED, type RtsType } from '../../program/types.ts';
import { convertImplicitly } from '../convert.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { constant } from '../numbers/literal.ts';
import { bindToError, declarePattern } from '../patterns/declare.ts';
import { settle } from '../settle.ts';
import { captureOf } from '../closures/captures.ts';
import { makeClosure } from '../closures/closure.ts';
import {
  expectedFunction,
  functionLiteralOf,
  type FunctionLiteral,
} from '../closures/function-literal.ts';
import { bindClosure } from '../closures/local-functions.ts';
import { bindLocalGeneric } from '../closures/local-generic.ts';
import { isRefusedFunction } from '../declarations/function-form.ts';
import { variableType } from '../variable-type.ts';
import { tsc } from '../tsc.ts';

export const variableStatement: StatementHandler<ts.VariableStatement> = (node, context) =>
  context.declarations(node.declarationList);

export function localDeclarations(list: ts.VariableDeclarationList, context: Context): Statement[] {
  if (!(list.flags & (tsc.NodeFlags.Let | tsc.NodeFlags.Const)))
    context.report(E.varDeclaration, list, {});
  return list.declarations.flatMap((declaration) => localDeclaration(declaration, context));
}

function localDeclaration(node: ts.VariableDeclaration, context: Context): Statement[] {
  const { name } = node;
  if (!tsc.isIdentifier(name)) {
    return patternDeclaration(node, name, context);
  }
  const annotated = variableType(node, context);
  const closure = constantFunction(node, annotated, context);
  if (closure) return [closure];
  const value = initialValue(node, name, annotated, context);
  const type = annotated ?? value?.type ?? ERROR_TYPE;
  if (type === ERROR_TYPE || value?.type === ERROR_TYPE) {
    const symbol = context.symbol(name);
    // With an annotation the variable is known, whatever is wrong with its value.
    if (annotated && annotated !== ERROR_TYPE) context.declareLocal(name, annotated);
    else if (symbol) context.bind(symbol, { kind: 'error' });
    return [];
  }
  const local = context.declareLocal(name, type);
  return [{ kind: 'declare', local, value, span: context.span(node) }];
}

/** `const f = (x) => …`; undefined for other variables, and where the annotation is not the function's own type. */
function constantFunction(
  node: ts.VariableDeclaration,
  annotated: RtsType | null,
  context: Context,
): Statement | undefined {
  const literal = node.initializer && functionLiteralOf(node.initializer);
  const isConst = (tsc.getCombinedNodeFlags(node) & tsc.NodeFlags.Const) !== 0;
  if (!literal || !isConst || !tsc.isIdentifier(node.name)) return undefined;
  if (isRefusedFunction(literal, context)) return undefined;
  if (literal.typeParameters) {
    if (annotated) return undefined;
    bindLocalGeneric(literal, node.name, context);
    return { kind: 'block', body: [], span: context.span(node) };
  }
  const expected = expectedFunction(annotated);
  if (annotated && !(annotated.kind === 'function' && writesNoTypes(literal))) return undefined;
  const closure = makeClosure(literal, context, { name: node.name, expected });
  const local = bindClosure(closure, node.name, context);
  return { kind: 'declare', local, value: closure.expression, span: context.span(node) };
}

const writesNoTypes = ({ parameters, type }: FunctionLiteral): boolean =>
  !type && parameters.every((one) => !one.type && !one.initializer && !one.questionToken);

function initialValue(
  node: ts.VariableDeclaration,
  name: ts.Identifier,
  annotated: RtsType | null,
  context: Context,
): Expression | null {
  if (node.initializer) {
    return annotated
      ? context.value(node.initializer, annotated)
      : settle(context.expression(node.initializer), node.initializer, context);
  }
  if (!annotated) return context.fail(E.untypedVariable, name, { name: name.text });
  if (annotated.kind !== 'nullable' || !annotated.allowsUndefined) {
    const symbol = context.symbol(name);
    if (symbol && captureOf(node, symbol, context.checker))
      return context.fail(E.capturedUnassigned, name, { name: name.text });
    return null;
  }
  const span = context.span(node);
  return convertImplicitly(constant(UNDEFINED, undefined, span), annotated, node, context);
}

function patternDeclaration(
  node: ts.VariableDeclaration,
  pattern: ts.BindingPattern,
  context: Context,
): Statement[] {
  const annotated = variableType(node, context);
  // TypeScript reports a pattern without initializer.
  if (!node.initializer || annotated === ERROR_TYPE) {
    bindToError(pattern, context);
    return [];
  }
  const value = annotated
    ? context.value(node.initializer, annotated)
    : context.expression(node.initializer);
  if (value.type !== ERROR_TYPE) return declarePattern(pattern, value, context);
  bindToError(pattern, context);
  return [];
}
