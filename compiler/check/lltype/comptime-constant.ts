// Numbers, booleans and texts that are known when the module is built (what rffi_platform has asked) → constants.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64, INT_TYPES, NULL, STRING } from '../../program/types.ts';
import { isComptimeType } from '../comptime/comptime-type.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import { comptimeValue } from './comptime-argument.ts';

/** The value of `node`, evaluated now. `at`: for messages. */
export function comptimeConstant(node: ts.Expression, at: ts.Node, context: Context): Expression {
  const value = comptimeValue(node, context);
  const span = context.span(node);
  switch (typeof value) {
    case 'number':
      return constant(F64, value, span);
    case 'bigint':
      return constant(value < 0n ? INT_TYPES.i64 : INT_TYPES.u64, value, span);
    case 'boolean':
      return constant(BOOLEAN, value, span);
    case 'string':
      return constant(STRING, value, span);
    default:
      if (value === null) return constant(NULL, null, span);
      return value === undefined
        ? context.failed(node)
        : context.fail(E.comptimeValue, at, { name: node.getText() });
  }
}

/** `config.SIZE` of what `rffi_platform.configure` gave; undefined for everything else. */
export function comptimeProperty(
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  const { checker } = context;
  const object = checker.getTypeAtLocation(node.expression);
  if (!checker.getPropertyOfType(object, '__rts_configured')) return undefined;
  const type = checker.getTypeAtLocation(node);
  if (isComptimeType(type, checker) || type.flags & tsc.TypeFlags.Object) return undefined;
  return comptimeConstant(node, node, context);
}
