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
import { runtimeName } from './runtime-name.ts';

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

/** `config.SIZE` of what `rffi_platform.configure` gave, `config.COLOUR.RED` of an enum, `rffi.NULL`; undefined for everything else. */
export function comptimeProperty(
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  const { checker } = context;
  const { expression } = node;
  // `rffi.NULL` and the flags of `save_err`.
  if (/^rffi\.(?:NULL$|RFFI_)/.test(runtimeName(node, context) ?? ''))
    return comptimeConstant(node, node, context);
  if (!isConfigured(expression, context)) return enumerator(node, context);
  const type = checker.getTypeAtLocation(node);
  if (isComptimeType(type, checker) || type.flags & tsc.TypeFlags.Object) return undefined;
  return comptimeConstant(node, node, context);
}

function isConfigured(node: ts.Expression, { checker }: Context): boolean {
  const type = checker.getTypeAtLocation(node);
  return checker.getPropertyOfType(type, '__rts_configured') !== undefined;
}

function enumerator(node: ts.PropertyAccessExpression, context: Context): Expression | undefined {
  const { checker } = context;
  const { expression } = node;
  if (!tsc.isPropertyAccessExpression(expression) || !isConfigured(expression.expression, context))
    return undefined;
  const type = checker.getTypeAtLocation(expression);
  if (isComptimeType(type, checker) || !checker.getIndexInfoOfType(type, tsc.IndexKind.String))
    return undefined;
  const members = comptimeValue(expression, context);
  if (typeof members !== 'object' || members === null) return context.failed(node);
  return node.name.text in members
    ? comptimeConstant(node, node, context)
    : context.fail(E.comptimeValue, node, { name: node.getText() });
}
