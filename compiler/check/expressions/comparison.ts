// `a === b`, `a < b` and their kin → a comparison of two operands of one type; tests for null, undefined and `typeof`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CompareOperator, Expression } from '../../program/nodes.ts';
import { BOOLEAN, hasIdentity, NULL, STRING } from '../../program/types.ts';
import { compare, conditional, logical, not, once, sequence } from '../build.ts';
import type { Span } from '../../source/source-file.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { isAbsent, isNull, isPresent, isUndefined, unwrap } from '../nullable.ts';
import { noMeeting } from '../numbers/arithmetic.ts';
import { constant } from '../numbers/literal.ts';
import { isMeeting, isNumeric, meet } from '../numbers/lossless.ts';
import { tsc } from '../tsc.ts';
import { referenceEquality } from '../reference-equality.ts';
import { unionEquality } from '../unions/equality.ts';
import { tagTest } from '../unions/tags.ts';
import { typeofTest } from '../typeof-test.ts';
import { typeText } from '../../program/type-text.ts';

const STRICT: { readonly [K in string]?: CompareOperator } = { '==': '===', '!=': '!==' };

export const comparison: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  const written = tsc.tokenToString(node.operatorToken.kind) ?? '';
  const loose = written === '==' || written === '!=';
  const operator = STRICT[written] ?? (written as CompareOperator);
  const test = typeofTest(node, operator, context);
  if (test) return test;
  const tag = tagTest(node, operator, context);
  if (tag) return tag;
  const left = context.expression(node.left);
  const right = context.expression(node.right, left.type);
  if (left.type === ERROR_TYPE || right.type === ERROR_TYPE) return context.failed(node);
  if (operator !== '===' && operator !== '!==') return plain(operator, left, right, node, context);
  const equal = special(left, right, loose, node, context);
  if (!equal) return plain(operator, left, right, node, context);
  return operator === '===' || equal.type === ERROR_TYPE ? equal : not(equal, equal.span);
};

/** `left === right`, or with `loose` `left == right`, of operands whose errors have not been reported. */
export const equals = (
  left: Expression,
  right: Expression,
  loose: boolean,
  node: ts.Node,
  context: Context,
): Expression =>
  special(left, right, loose, node, context) ?? plain('===', left, right, node, context);

/** undefined where both are numbers, strings or booleans. */
const special = (
  left: Expression,
  right: Expression,
  loose: boolean,
  node: ts.Node,
  context: Context,
): Expression | undefined =>
  referenceEquality(left, right, loose, node, context) ??
  unionEquality(left, right, loose, node, context) ??
  equality(left, right, loose, node, context);

/** Equality where an operand may be absent; undefined for other operands. */
function equality(
  left: Expression,
  right: Expression,
  loose: boolean,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  if (isAbsent(right)) return absence(left, right, loose, node, context);
  if (isAbsent(left)) return absence(right, left, loose, node, context);
  const nullables = [left, right].filter(({ type }) => type.kind === 'nullable');
  if (nullables.length === 2 && left.type === right.type && hasIdentity(left.type))
    return compare('===', left, right, context.span(node));
  if (nullables.length === 0) return undefined;
  return once('left', left, context, (a) =>
    once('right', right, context, (b) => {
      const span = context.span(node);
      const inner = plain('===', unwrap(a, span), unwrap(b, span), node, context);
      if (inner.type === ERROR_TYPE) return inner;
      if (nullables.length === 2) return bothNullable(a, b, inner, span);
      return logical('&&', isPresent(a.type.kind === 'nullable' ? a : b, span), inner, span);
    }),
  );
}

/** `inner` compares the values where both are present. */
function bothNullable(a: Expression, b: Expression, inner: Expression, span: Span): Expression {
  const present = logical('&&', isPresent(b, span), inner, span);
  const absent = conditional(isNull(a, span), isNull(b, span), isUndefined(b, span), span);
  return conditional(isPresent(a, span), present, absent, span);
}

function absence(
  value: Expression,
  absent: Expression,
  loose: boolean,
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  const { type } = value;
  const pointer = type.kind === 'ptr' && absent.type === NULL;
  if (pointer) return compare('===', value, constant(type, null, span), span);
  if (type.kind !== 'nullable') {
    const equal = isAbsent(value) && (loose || type === absent.type);
    return sequence([value, absent], constant(BOOLEAN, equal, span), span);
  }
  const test = loose
    ? not(isPresent(value, span), span)
    : absent.type === NULL
      ? isNull(value, span)
      : isUndefined(value, span);
  return sequence([absent], test, span);
}

function plain(
  operator: CompareOperator,
  left: Expression,
  right: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  const [a, b] = [left.type, right.type];
  if (isNumeric(a) && isNumeric(b)) {
    const met = meet(left, right);
    if (!isMeeting(met)) return noMeeting(met, operator, left, right, node, context);
    const [atLeft, atRight] = tsc.isBinaryExpression(node) ? [node.left, node.right] : [node, node];
    const a = context.convert(left, met, atLeft);
    return compare(operator, a, context.convert(right, met, atRight), span);
  }
  const equality = operator === '===' || operator === '!==';
  const comparable =
    a === STRING || (equality && (a === BOOLEAN || a.kind === 'ptr' || hasIdentity(a)));
  if (a === b && comparable) return compare(operator, left, right, span);
  return context.fail(E.comparison, node, { operator, left: typeText(a), right: typeText(b) });
}
