// `isNaN`, `isFinite`, `isInteger`, `isSafeInteger` of a number → comparisons.
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64 } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, logical, once, sequence } from '../build.ts';
import type { Context } from '../context.ts';
import { convertNumber } from './convert-number.ts';
import { constant } from './literal.ts';

type Test = (value: Expression, span: Span) => Expression;

const isFinite: Test = (value, span) => {
  // x - x is NaN for NaN and the infinities, else 0.
  const difference: Expression = {
    kind: 'binary',
    operator: '-',
    left: value,
    right: value,
    type: F64,
    span,
  };
  return compare('===', difference, constant(F64, 0, span), span);
};

const isInteger: Test = (value, span) =>
  logical(
    '&&',
    compare('===', builtin('Math.trunc', [value], F64, span), value, span),
    isFinite(value, span),
    span,
  );

export type NumberTest = 'isNaN' | 'isFinite' | 'isInteger' | 'isSafeInteger';

const TESTS: {
  readonly [N in NumberTest]: { readonly test: Test; readonly ofInteger: boolean | Test };
} = {
  isNaN: { test: (value, span) => compare('!==', value, value, span), ofInteger: false },
  isFinite: { test: isFinite, ofInteger: true },
  isInteger: { test: isInteger, ofInteger: true },
  isSafeInteger: {
    test: (value, span) => logical('&&', isInteger(value, span), isSmall(value, span), span),
    ofInteger: isSmall,
  },
};

export const isNumberTest = (name: string): name is NumberTest => Object.hasOwn(TESTS, name);

function isSmall(value: Expression, span: Span): Expression {
  const size = builtin('Math.abs', [convertNumber(value, F64, span)], F64, span);
  return compare('<=', size, constant(F64, Number.MAX_SAFE_INTEGER, span), span);
}

export function testNumber(
  name: NumberTest,
  value: Expression,
  context: Context,
  span: Span,
): Expression {
  const { test, ofInteger } = TESTS[name];
  return once('value', value, context, (kept) => {
    if (kept.type.kind !== 'int') return test(convertNumber(kept, F64, span), span);
    return typeof ofInteger === 'boolean'
      ? sequence([kept], constant(BOOLEAN, ofInteger, span), span)
      : ofInteger(kept, span);
  });
}
