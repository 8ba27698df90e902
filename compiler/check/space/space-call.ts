// `space.get(value, key)` and its kin → operations on live values of JavaScript, by the types of what is written.
import type ts from 'typescript';
import { isSpaceOperation, spaceRow } from '../../builtins/space.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Literal } from '../../program/crossing.ts';
import { errorNameOf } from '../../program/error-classes.ts';
import type { Expression } from '../../program/nodes.ts';
import { VOID, type RtsType } from '../../program/types.ts';
import { callLibrary } from '../calls/generic.ts';
import { callInstanceOf } from '../boundary/library-calls.ts';
import { qualifiedPath } from '../comptime/symbol-source.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { askSpace, type Operand } from './operations.ts';

/** undefined for calls of other functions. */
export function spaceCall(node: ts.CallExpression, context: Context): Expression | undefined {
  const operation = operationName(node.expression, context);
  if (operation === undefined) return undefined;
  const written = [...node.arguments];
  const last = written.at(-1);
  const spread = last !== undefined && tsc.isSpreadElement(last);
  const stray = written.find(
    (one, index) => tsc.isSpreadElement(one) && index < written.length - 1,
  );
  if (stray) return context.fail(E.spread, stray, {});
  const values = written.map((one) =>
    context.expression(tsc.isSpreadElement(one) ? one.expression : one),
  );
  if (values.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  const result = resultOf(node, context);
  if (result === ERROR_TYPE) return context.failed(node);
  if (operation === 'iterate') return iterate(values, node, context);
  if (operation === 'error') return callLibrary(['promise', 'errorOf'], values, node, context);
  if (operation === 'wrap' && values.every(isErrorObject))
    return callLibrary(['promise', 'valueOfError'], values, node, context);
  if (!isSpaceOperation(operation)) return context.failed(node);
  const { key } = spaceRow(operation);
  const operands = values.map((value, index) => operand(value, index === key));
  return askSpace(operation, { operands, spread, result }, context.span(node), context);
}

/** `delete` is declared as `_delete`: it is no name of a function. */
function operationName(callee: ts.Expression, context: Context): string | undefined {
  const written = skipParentheses(callee);
  const symbol = context.symbol(tsc.isPropertyAccessExpression(written) ? written.name : written);
  const declaration = symbol?.valueDeclaration;
  if (!declaration || declaration.getSourceFile().fileName !== MIXMOD_PATH) return undefined;
  const [namespace, name] = qualifiedPath(declaration);
  return namespace === 'space' ? name?.replace('_', '') : undefined;
}

/** Nobody looks at the result of a statement: it is not even given. */
function resultOf(node: ts.CallExpression, context: Context): RtsType {
  if (tsc.isExpressionStatement(node.parent) && !node.typeArguments) return VOID;
  return context.typeFromTs(context.checker.getTypeAtLocation(node), node);
}

function operand(value: Expression, isKey: boolean): Operand {
  const { type, kind } = value;
  if (kind === 'constant' && (type.kind === 'null' || type.kind === 'undefined'))
    return { literal: type.kind === 'null' ? null : undefined };
  return isKey && kind === 'constant' && isKeyValue(value.value) ? { literal: value.value } : value;
}

const isKeyValue = (value: unknown): value is Exclude<Literal, boolean> =>
  typeof value === 'string' || typeof value === 'number';

const isErrorObject = ({ type }: Expression): boolean =>
  type.kind === 'object' && errorNameOf(type) !== null;

/** A generator of the library, which walks by the protocol of iterators. */
function iterate(
  values: readonly Expression[],
  node: ts.CallExpression,
  context: Context,
): Expression {
  const { checker } = context;
  const type = checker.getTypeAtLocation(node);
  const [item] = checker.getTypeArguments(type as ts.TypeReference);
  const wanted = item ? context.typeFromTs(item, node) : ERROR_TYPE;
  if (wanted === ERROR_TYPE) return context.failed(node);
  return callInstanceOf(['live', 'iterate'], [wanted], values, { node, context });
}
