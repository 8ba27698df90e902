// `Math.PI`, `Number.MAX_SAFE_INTEGER`, `Uint8Array.BYTES_PER_ELEMENT` → constants.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { F64, TYPED_ARRAYS } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { libraryName } from './library-name.ts';

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ...(['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'] as const).map(
    (name): [string, number] => [`Math.${name}`, Math[name]],
  ),
  ...(
    [
      'EPSILON',
      'MAX_SAFE_INTEGER',
      'MAX_VALUE',
      'MIN_SAFE_INTEGER',
      'MIN_VALUE',
      'NEGATIVE_INFINITY',
      'NaN',
      'POSITIVE_INFINITY',
    ] as const
  ).map((name): [string, number] => [`Number.${name}`, Number[name]]),
  ...[...TYPED_ARRAYS.values()].map((type): [string, number] => [
    `${type.name}.BYTES_PER_ELEMENT`,
    type.elementBytes,
  ]),
]);

/** undefined where the receiver is not a global object of the library. */
export function libraryConstant(
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression | undefined {
  const object = libraryName(node.expression, context);
  if (object === undefined) return undefined;
  const name = `${object}.${node.name.text}`;
  const value = CONSTANTS.get(name);
  if (value !== undefined) return constant(F64, value, context.span(node));
  // A member that does not exist: TypeScript reports it.
  return context.symbol(node.name)
    ? context.fail(E.functionValue, node, { name })
    : context.failed(node);
}
