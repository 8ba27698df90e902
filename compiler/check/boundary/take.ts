// A value that JavaScript has laid out in words → the value of the language: what `fromWords` and `partsFromWords` of
// `runtime/library/boundary.ts` are, by type.
import type { ViewType } from '../../program/crossing.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { Expression } from '../../program/nodes.ts';
import { isLiveObject } from '../../program/live-types.ts';
import {
  F64,
  INT_TYPES,
  type NullableType,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';
import { compare, conditional, convertTo, letIn, once, readLocal } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import { callLibrary } from '../calls/generic.ts';
import { collection } from '../library/collections.ts';
import { isDate } from '../library/date.ts';
import { inOrder } from '../library/json-types.ts';
import { absent, wrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { takeError } from './foreign-errors.ts';
import { functionAt } from './function-at.ts';
import { instanceAt } from './instances.ts';
import { liveAt } from './live-values.ts';
import { viewAt } from './views.ts';
import { callInstance, callPlain, type Words } from './library-calls.ts';

export function take(type: RtsType, at: Words): Expression {
  const span = at.context.span(at.node);
  const number = (): Expression => callPlain('takeNumber', at);
  switch (type.kind) {
    case 'float':
      return convertNumber(number(), type, span);
    case 'int':
      return convertNumber(type.bigint ? callPlain('takeLong', at) : number(), type, span);
    case 'boolean':
      return compare('!==', number(), constant(F64, 0, span), span);
    case 'string':
      return callPlain('takeText', at);
    case 'nullable':
      return nullable(type, at);
    case 'union':
      return member(type, at);
    case 'array':
      return type.element === F64
        ? callPlain('takeNumbers', at)
        : callInstance('takeArray', [type.element], at);
    case 'object': {
      if (type === ERROR_CLASSES.Error) return takeError(at);
      if (isDate(type)) return callLibrary(['date', 'dateOf'], [number()], at.node, at.context);
      if (isLiveObject(type))
        return liveAt(convertNumber(number(), INT_TYPES.isize, span), type, at);
      if (at.context.classes.crossing(type)) {
        const place = convertNumber(number(), INT_TYPES.isize, span);
        return instanceAt(place, type, at);
      }
      const made = collection(type, at.context);
      return made
        ? callInstance(`take${made.name}`, made.types, at)
        : callInstance('takeObject', [type], at);
    }
    case 'function':
      return functionAt(convertNumber(number(), INT_TYPES.isize, span), type, at);
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return viewAt(
        convertNumber(number(), INT_TYPES.isize, span),
        type as ViewType,
        span,
        at.context,
      );
    default:
      return at.context.failed(at.node);
  }
}

/** 0 and the value, 1 for undefined, 2 for null. */
function nullable(type: NullableType, at: Words): Expression {
  const span = at.context.span(at.node);
  return once('tag', callPlain('takeNumber', at), at.context, (tag) => {
    const value = take(type.base, at);
    if (value.type === ERROR_TYPE) return value;
    const is = (code: number): Expression => compare('===', tag, constant(F64, code, span), span);
    const nothing = (one: null | undefined): Expression => absent(type, one, span);
    const missing =
      type.allowsNull && type.allowsUndefined
        ? conditional(is(1), nothing(undefined), nothing(null), span)
        : nothing(type.allowsNull ? null : undefined);
    return conditional(is(0), wrap(value, type, span), missing, span);
  });
}

/** The member's position, and the value. */
function member(type: UnionType, at: Words): Expression {
  const span = at.context.span(at.node);
  return once('member', callPlain('takeNumber', at), at.context, (position) => {
    const values = type.members.map((one) => {
      const value = take(one, at);
      return value.type === ERROR_TYPE ? value : convertTo('upcast', value, type, span);
    });
    return values.reduceRight((rest, value, index) => {
      if (value.type === ERROR_TYPE || rest.type === ERROR_TYPE) return at.context.failed(at.node);
      const test = compare('===', position, constant(F64, index, span), span);
      return conditional(test, value, rest, span);
    });
  });
}

/** The fields of a record or items of a tuple, in the order in which they are laid out. */
export function takeParts(type: ObjectType, at: Words): Expression {
  const span = at.context.span(at.node);
  const taken = order(type, at).flatMap((field) => {
    if (field.type.kind === 'literal') return [];
    return [
      { field, value: take(field.type, at), local: at.context.temporary(field.name, field.type) },
    ];
  });
  if (taken.some(({ value }) => value.type === ERROR_TYPE)) return at.context.failed(at.node);
  const values = new Map(taken.map(({ field, local }) => [field.name, readLocal(local, span)]));
  return letIn(taken, recordOf(type, values, at), span);
}

/** A record or tuple of these values of its fields; tags are known. */
export function recordOf(
  type: ObjectType,
  values: ReadonlyMap<string, Expression>,
  { node, context }: Pick<Words, 'node' | 'context'>,
): Expression {
  const span = context.span(node);
  const fields = type.fields.flatMap(({ name, type: declared }) => {
    if (declared.kind === 'literal') {
      const tag = constant(declared.base, declared.value, span);
      return [{ field: name, value: convertTo('to-literal', tag, declared, span) }];
    }
    const value = values.get(name);
    return value ? [{ field: name, value }] : [];
  });
  return { kind: 'record', fields, type, span };
}

/** A tuple's items as they are, a record's fields as they are declared. */
export const order = (
  type: ObjectType,
  { context }: Pick<Words, 'context'>,
): ObjectType['fields'] => (type.form === 'tuple' ? type.fields : inOrder(type, context));
