// The result type of a function without annotation: the one type of its `return`s, to which each is then converted.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Expression } from '../program/nodes.ts';
import { nullableOf, VOID, type RtsType } from '../program/types.ts';
import { commonType } from './common-type.ts';
import { ERROR_TYPE, type Context, type FunctionState, type PendingReturn } from './context.ts';
import { settle } from './settle.ts';
import { tsc } from './tsc.ts';
import { typeText } from '../program/type-text.ts';

export function inferResult(
  node: ts.SignatureDeclaration,
  state: FunctionState,
  context: Context,
): RtsType {
  const type = commonResult(state.pendingReturns, context);
  if (type === ERROR_TYPE) return type;
  const result = mayEndWithoutValue(node, context) ? withUndefined(type) : type;
  if (result === VOID) return VOID;
  for (const { node: returned, statement } of state.pendingReturns)
    statement.value = statement.value
      ? context.convert(statement.value, result, returned)
      : context.nothing(result, returned);
  return result;
}

function commonResult(returns: readonly PendingReturn[], context: Context): RtsType {
  let found: Expression | null = null;
  for (const { node, statement } of returns) {
    const { value } = statement;
    if (!value) continue;
    if (!found) found = value;
    else {
      const type = commonType(found, value);
      if (!type)
        return context.fail(E.noCommonType, node, {
          left: typeText(found.type),
          right: typeText(value.type),
        }).type;
      // A stand-in of the common type; a literal stays one as long as all are literals.
      if (type !== found.type) found = { kind: 'constant', type, value: null, span: value.span };
    }
  }
  if (!found) return VOID;
  const first = returns[0];
  return found.type === VOID || !first ? VOID : settle(found, first.node, context).type;
}

/** TypeScript knows whether the end of the body can be reached. */
function mayEndWithoutValue(node: ts.SignatureDeclaration, context: Context): boolean {
  const signature = context.checker.getSignatureFromDeclaration(node);
  const type = signature && context.checker.getReturnTypeOfSignature(signature);
  const parts = type?.isUnion() ? type.types : type ? [type] : [];
  return parts.some((part) => part.flags & tsc.TypeFlags.Undefined);
}

function withUndefined(type: RtsType): RtsType {
  if (type === VOID) return type;
  return type.kind === 'nullable'
    ? nullableOf(type.base, type.allowsNull, true)
    : nullableOf(type, false, true);
}
