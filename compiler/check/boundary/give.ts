// A value of the language → words and a text for JavaScript: what `toWords` and `partsToWords` of `runtime/library/boundary.ts` are, by type.
import { isRecursive, MOST_LEVELS, type ViewType } from '../../program/crossing.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { Expression } from '../../program/nodes.ts';
import { isLiveObject } from '../../program/live-types.ts';
import {
  F64,
  INT_TYPES,
  VOID,
  type NullableType,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { conditional, isize, once, readPlace, sequence } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE } from '../context.ts';
import { collection } from '../library/collections.ts';
import { isDate } from '../library/date.ts';
import { isPresent, isUndefined, unwrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { byMember } from '../unions/member-test.ts';
import { crossingOf } from './crossing.ts';
import { giveError } from './foreign-errors.ts';
import { callInstance, callPlain, type Words } from './library-calls.ts';
import { functionCode, kindOf, placeOf } from './instances.ts';
import { placeOfLive } from './live-values.ts';
import { putView } from './views.ts';
import { order } from './take.ts';

/** Of type void. */
export function give(value: Expression, at: Words): Expression {
  const { type } = value;
  const span = at.context.span(at.node);
  const number = (given: Expression): Expression => callPlain('giveNumber', at, given);
  switch (type.kind) {
    case 'float':
    case 'boolean':
      return number(convertNumber(value, F64, span));
    case 'int':
      return type.bigint
        ? callPlain('giveLong', at, convertNumber(value, INT_TYPES.i64, span))
        : number(convertNumber(value, F64, span));
    case 'string':
      return callPlain('giveText', at, value);
    case 'nullable':
      return nullable(value, type, at);
    case 'union':
      return byMember(value, type, at.node, at.context, (member) => {
        const position = constant(F64, type.members.indexOf(member.type), span);
        return inOrder([number(position), give(member, at)], at);
      });
    case 'array':
    case 'object':
      if (type === ERROR_CLASSES.Error) return giveError(value, at);
      if (isDate(type))
        return number(callLibrary(['date', 'getTime'], [value], at.node, at.context));
      if (isLiveObject(type)) return number(convertNumber(placeOfLive(value), F64, span));
      if (type.kind === 'object' && at.context.classes.crossing(type))
        return instance(value, type, at);
      return object(value, type, at);
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return number(convertNumber(putView(value, type as ViewType, span, at.context), F64, span));
    case 'function':
      return number(convertNumber(functionCode(value, type, at), F64, span));
    case 'literal':
    case 'undefined':
    case 'null':
    case 'void':
      return inOrder([value], at);
    default:
      return at.context.failed(at.node);
  }
}

/** Its place, and what it is. */
function instance(value: Expression, type: ObjectType, at: Words): Expression {
  return once('object', value, at.context, (kept) => {
    const place = convertNumber(placeOf(kept, type, at), F64, kept.span);
    const both = [place, kindOf(kept, type, at)];
    return inOrder(
      both.map((word) => callPlain('giveNumber', at, word)),
      at,
    );
  });
}

function object(value: Expression, type: RtsType, at: Words): Expression {
  const given = call(value, type, at);
  const found = crossingOf(type, new Map(), at.context);
  if (!('crossing' in found) || !isRecursive(found.crossing)) return given;
  const enter = callLibrary(
    ['boundary', 'enter'],
    [at.cursor, isize(MOST_LEVELS, value.span)],
    at.node,
    at.context,
  );
  const leave = callLibrary(['boundary', 'leave'], [at.cursor], at.node, at.context);
  return inOrder([enter, given, leave], at);
}

function call(value: Expression, type: RtsType, at: Words): Expression {
  if (type.kind === 'array')
    return type.element === F64
      ? callPlain('giveNumbers', at, value)
      : callInstance('giveArray', [type.element], at, value);
  const made = collection(type, at.context);
  return made
    ? callInstance(`give${made.name}`, made.types, at, value)
    : callInstance('giveObject', [type], at, value);
}

function nullable(value: Expression, type: NullableType, at: Words): Expression {
  const span = at.context.span(at.node);
  const tag = (code: number): Expression => callPlain('giveNumber', at, constant(F64, code, span));
  return once('value', value, at.context, (kept) => {
    const present = inOrder([tag(0), give(unwrap(kept, span), at)], at);
    if (present.type === ERROR_TYPE) return present;
    const missing =
      type.allowsNull && type.allowsUndefined
        ? conditional(isUndefined(kept, span), tag(1), tag(2), span)
        : tag(type.allowsUndefined ? 1 : 2);
    return conditional(isPresent(kept, span), present, missing, span);
  });
}

export function giveParts(object: Expression, type: ObjectType, at: Words): Expression {
  const span = at.context.span(at.node);
  return once('object', object, at.context, (kept) =>
    inOrder(
      order(type, at).flatMap((field) =>
        field.type.kind === 'literal'
          ? []
          : [
              give(
                readPlace({ kind: 'property', object: kept, field: field.name }, field.type, span),
                at,
              ),
            ],
      ),
      at,
    ),
  );
}

/** All of them, for what they do. */
function inOrder(effects: readonly Expression[], at: Words): Expression {
  if (effects.some(({ type }) => type === ERROR_TYPE)) return at.context.failed(at.node);
  const span = at.context.span(at.node);
  const needed = effects.filter(({ kind }) => kind !== 'constant');
  const last = needed.at(-1) ?? { kind: 'constant', value: undefined, type: VOID, span };
  return sequence(needed.slice(0, -1), last, span);
}
