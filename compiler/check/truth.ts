// Any value as a condition: ECMA-262 7.1.2 ToBoolean.
import type { Expression } from '../program/nodes.ts';
import { BOOLEAN, hasIdentity, VOID, type UnionType } from '../program/types.ts';
import { compare, conditional, convertTo, logical, once, sequence } from './build.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { isNullable, isPresent, unwrap } from './nullable.ts';
import { constant } from './numbers/literal.ts';
import { askOperator } from './space/ask-operator.ts';
import { isLiveType } from './space/live-type.ts';

export function toBoolean(value: Expression, context: Context): Expression {
  const { type, span } = value;
  if (type === ERROR_TYPE || type === BOOLEAN) return value;
  if (isLiveType(type)) return askOperator('truth', [value], BOOLEAN, span, context);
  if (value.kind === 'constant') return constant(BOOLEAN, Boolean(value.value), span);
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'string':
      return convertTo('to-boolean', value, BOOLEAN, span);
    case 'ptr':
      return compare('!==', value, constant(type, null, span), span);
    case 'union':
      return unionTruth(value, type, context);
    case 'nullable':
      return nullableTruth(value, context);
    case 'null':
    case 'undefined':
      return sequence([value], constant(BOOLEAN, false, span), span);
    default:
      // Objects are true; TypeScript refuses a test of `void`.
      return sequence([value], constant(BOOLEAN, type !== VOID, span), span);
  }
}

/** Objects are true; each other member is what it is by itself. */
function unionTruth(value: Expression, { members }: UnionType, context: Context): Expression {
  const { span } = value;
  return once('tested', value, context, (tested) =>
    members
      .filter((member) => !hasIdentity(member))
      .reduce<Expression>(
        (others, member) =>
          conditional(
            { kind: 'is-member', operand: tested, member, type: BOOLEAN, span },
            toBoolean(convertTo('downcast', tested, member, span), context),
            others,
            span,
          ),
        constant(BOOLEAN, true, span),
      ),
  );
}

function nullableTruth(value: Expression, context: Context): Expression {
  const { span } = value;
  if (!isNullable(value)) return value;
  const { kind } = value.type.base;
  if (
    kind === 'typedarray' ||
    kind === 'arraybuffer' ||
    kind === 'dataview' ||
    hasIdentity(value.type)
  )
    return isPresent(value, span);
  return once('tested', value, context, (tested) =>
    logical('&&', isPresent(tested, span), toBoolean(unwrap(tested, span), context), span),
  );
}
