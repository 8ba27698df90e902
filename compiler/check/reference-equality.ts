// `===` and `==` of objects, which may be absent → a comparison of references of one type.
import type ts from 'typescript';
import type { Expression } from '../program/nodes.ts';
import { BOOLEAN, hasIdentity, type RtsType } from '../program/types.ts';
import { compare, logical, not, once } from './build.ts';
import { commonType } from './common-type.ts';
import type { Context } from './context.ts';
import { isPresent } from './nullable.ts';
import { askOperator } from './space/ask-operator.ts';
import { isLiveType } from './space/live-type.ts';

/** undefined where an operand is no object, or the two can never be one. */
export function referenceEquality(
  left: Expression,
  right: Expression,
  loose: boolean,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  if (isLiveType(left.type) || isLiveType(right.type)) {
    const name = loose ? 'looseEqual' : 'equal';
    return askOperator(name, [left, right], BOOLEAN, context.span(node), context);
  }
  if (!hasIdentity(left.type) || !hasIdentity(right.type)) return undefined;
  const type = commonType(left, right);
  if (!type) return undefined;
  const span = context.span(node);
  const a = context.convert(left, type, node);
  const b = context.convert(right, type, node);
  if (!loose || !mixesAbsences(left.type, right.type)) return compare('===', a, b, span);
  // `null == undefined` (ECMA-262 7.2.13).
  return once('left', a, context, (x) =>
    once('right', b, context, (y) => {
      const absent = logical(
        '&&',
        not(isPresent(x, span), span),
        not(isPresent(y, span), span),
        span,
      );
      return logical('||', compare('===', x, y, span), absent, span);
    }),
  );
}

const mixesAbsences = (a: RtsType, b: RtsType): boolean =>
  a.kind === 'nullable' &&
  b.kind === 'nullable' &&
  ((a.allowsNull && b.allowsUndefined) || (a.allowsUndefined && b.allowsNull));
