// A name of build-time data where a value is wanted → a constant where it is one, else an error.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { isComptimeType } from '../comptime/comptime-type.ts';
import type { Context } from '../context.ts';

/** undefined for every other name. */
export function comptimeName(node: ts.Identifier, context: Context): Expression | undefined {
  const { checker } = context;
  if (!isComptimeType(checker.getTypeAtLocation(node), checker)) return undefined;
  return context.fail(E.comptimeValue, node, { name: node.text });
}
