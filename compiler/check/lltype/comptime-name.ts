// A name of build-time data where a value is wanted → a constant where it is one, else an error.
import type ts from 'typescript';
import { C_ABIS } from '../../../runtime/lltype/classify.ts';
import { prebuiltContents } from '../../../runtime/lltype/prebuilt.ts';
import { containerOf, isPointer } from '../../../runtime/lltype/pointer.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { pointerTo, STRING } from '../../program/types.ts';
import { TARGETS } from '../../target/targets.ts';
import { builtin } from '../build.ts';
import { comptimeOf } from '../comptime/comptime.ts';
import { isComptimeType } from '../comptime/comptime-type.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';

/** undefined for every other name. */
export function comptimeName(node: ts.Identifier, context: Context): Expression | undefined {
  const { checker } = context;
  const type = checker.getTypeAtLocation(node);
  if (!isComptimeType(type, checker)) return undefined;
  if (!checker.getPropertyOfType(type, '__rts_ptr'))
    return context.fail(E.comptimeValue, node, { name: node.text });
  return prebuilt(node, context);
}

/** The address of static memory. What failed when it was made has been reported. */
function prebuilt(node: ts.Identifier, context: Context): Expression {
  const result = comptimeOf(context).expression(node, context);
  if (!result.ok) return context.failed(node);
  const abi = C_ABIS[TARGETS[context.target].architecture];
  const contents = isPointer(result.value) ? prebuiltContents(result.value, abi) : undefined;
  if (contents === undefined || !isPointer(result.value))
    return context.fail(E.comptimeValue, node, { name: node.text });
  const span = context.span(node);
  const type = pointerTo(containerOf(result.value));
  return builtin('lltype.prebuilt', [constant(STRING, contents, span)], type, span);
}
