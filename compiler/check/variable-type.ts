// The annotation of a variable → its type; what holds no value is refused.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import { NULL, UNDEFINED, VOID, type RtsType } from '../program/types.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { tsc } from './tsc.ts';
import { typeText } from '../program/type-text.ts';

const VALUELESS: ReadonlySet<RtsType> = new Set([VOID, NULL, UNDEFINED]);

/** null without annotation; ERROR_TYPE after a report. */
export function variableType(
  node: ts.VariableDeclaration | ts.PropertyDeclaration,
  context: Context,
): RtsType | null {
  if (node.exclamationToken && tsc.isVariableDeclaration(node))
    context.report(E.nonNull, node.exclamationToken, {});
  return node.type ? valueType(node.type, context) : null;
}

/** The type of a variable or parameter: one that has values. */
export function valueType(node: ts.TypeNode, context: Context): RtsType {
  const type = context.type(node);
  if (!VALUELESS.has(type)) return type;
  context.report(E.onlyAbsent, node, { type: typeText(type) });
  return ERROR_TYPE;
}
