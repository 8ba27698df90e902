// Identities of booleans and select.
import { FALSE, sameValue, TRUE } from '../../graph/constants.ts';
import type { OpName } from '../../graph/ops.ts';
import { BOOLEAN } from '../../program/types.ts';
import { constantOf, firstOf, operandOf, type Identities, type Identity } from './identity.ts';

/** Opposites. Of floats only these: a NaN makes both `<` and `>=` false. */
const OPPOSITE: { readonly [K in OpName]?: OpName } = {
  int_eq: 'int_ne',
  int_ne: 'int_eq',
  int_lt: 'int_ge',
  int_ge: 'int_lt',
  int_gt: 'int_le',
  int_le: 'int_gt',
  float_eq: 'float_ne',
  float_ne: 'float_eq',
};

const notOfNot: Identity = ({ args }, context) => operandOf('bool_not', args[0], context) ?? null;

const notOfComparison: Identity = ({ args }, context) => {
  const op = args[0] && context.definition(args[0]);
  const opposite = op && OPPOSITE[op.name];
  return op && opposite ? context.make(opposite, op.args, BOOLEAN) : null;
};

const equalToConstant: Identity = ({ args }, { make }) => {
  for (const [value, other] of [
    [args[0], args[1]],
    [args[1], args[0]],
  ] as const) {
    if (!value) continue;
    if (constantOf(other) === true) return value;
    if (constantOf(other) === false) return make('bool_not', [value], BOOLEAN);
  }
  return null;
};

const selectConstant: Identity = ({ args: [condition, whenTrue, whenFalse] }) => {
  const value = constantOf(condition);
  if (value === true) return whenTrue ?? null;
  return value === false ? (whenFalse ?? null) : null;
};

const selectSame: Identity = ({ args: [, whenTrue, whenFalse] }) =>
  whenTrue && whenFalse && sameValue(whenTrue, whenFalse) ? whenTrue : null;

const selectBoolean: Identity = ({ args: [condition, whenTrue, whenFalse] }, { make }) => {
  if (!condition || !whenTrue || !whenFalse) return null;
  if (sameValue(whenTrue, TRUE) && sameValue(whenFalse, FALSE)) return condition;
  const inverted = sameValue(whenTrue, FALSE) && sameValue(whenFalse, TRUE);
  return inverted ? make('bool_not', [condition], BOOLEAN) : null;
};

/** The condition need not be negated: the operands change places. */
const selectOnNot: Identity = ({ args: [condition, whenTrue, whenFalse] }, context) => {
  const negated = operandOf('bool_not', condition, context);
  if (!negated || !whenTrue || !whenFalse) return null;
  return context.make('select', [negated, whenFalse, whenTrue], whenTrue.type);
};

export const BOOLEANS: Identities = {
  bool_not: firstOf(notOfNot, notOfComparison),
  bool_eq: equalToConstant,
  select: firstOf(selectConstant, selectSame, selectBoolean, selectOnNot),
};
