// Arguments that must be known when the module is built: types, options, field names.
import type ts from 'typescript';
import { isContainer, isLowLevelType } from '../../../runtime/lltype/constructors.ts';
import type { Container, LowLevelType } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import { comptimeOf } from '../comptime/comptime.ts';
import type { Context } from '../context.ts';

/** undefined after a report, also where the argument is missing (TypeScript has reported that). */
export function typeArgument(
  node: ts.Expression | undefined,
  context: Context,
): LowLevelType | undefined {
  const value = node && comptimeValue(node, context);
  return isLowLevelType(value) ? value : undefined;
}

export function containerArgument(
  node: ts.Expression | undefined,
  context: Context,
): Container | undefined {
  const value = node && comptimeValue(node, context);
  return isContainer(value) ? value : undefined;
}

/** `{ flavor: 'raw', zero: true }`; undefined after a report. */
export function rawOptions(
  name: string,
  node: ts.Expression | undefined,
  call: ts.Node,
  context: Context,
): { readonly zero: boolean } | undefined {
  const value = node && comptimeValue(node, context);
  if (typeof value === 'object' && value !== null && 'flavor' in value && value.flavor === 'raw')
    return { zero: 'zero' in value && value.zero === true };
  if (!node || value !== undefined) context.report(E.rawFlavor, call, { name });
  return undefined;
}

/** undefined after a report (or for what is undefined). */
export function comptimeValue(node: ts.Expression, context: Context): unknown {
  const result = comptimeOf(context).expression(node, context);
  return result.ok ? result.value : undefined;
}
