// A type of the language → how its values cross to JavaScript and back, or the type in it whose values do not.
import { markOf } from '../../program/members.ts';
import type {
  Crossing,
  CrossingMember,
  FunctionCrossing,
  RecordCrossing,
  ScalarType,
} from '../../program/crossing.ts';
import { typeText } from '../../program/type-text.ts';
import { isLiveObject, promisedBy } from '../../program/live-types.ts';
import {
  type FunctionType,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { Context } from '../context.ts';
import { isDate } from '../library/date.ts';
import { inOrder, isPlainObject } from '../library/json-types.ts';

/** The types that have been met, so that recursive ones end. */
type Known = Map<RtsType, Crossing>;

export type CrossingOf =
  { readonly crossing: Crossing } | { readonly refused: RtsType; readonly isUntold: boolean };

class Refused {
  readonly type: RtsType;
  readonly isUntold: boolean;
  constructor(type: RtsType, isUntold: boolean) {
    this.type = type;
    this.isUntold = isUntold;
  }
}

/** `known`: one for all types of a program, so that a type has one crossing. `isUntold`: a union whose members JavaScript cannot tell apart. */
export function crossingOf(type: RtsType, known: Known, context: Context): CrossingOf {
  const before = new Map(known);
  try {
    return { crossing: make(type, known, context) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // What was begun leads to what is refused.
    known.clear();
    for (const [key, value] of before) known.set(key, value);
    return { refused: error.type, isUntold: error.isUntold };
  }
}

function make(type: RtsType, known: Known, context: Context): Crossing {
  const met = known.get(type);
  if (met) return met;
  const enter = <C extends Crossing>(crossing: C): C => {
    known.set(type, crossing);
    return crossing;
  };
  switch (type.kind) {
    case 'ptr':
    case 'address':
    case 'void':
    case 'never':
    case 'null':
    case 'undefined':
      throw new Refused(type, false);
    case 'literal':
      return enter({ kind: 'literal', value: type.value });
    case 'function':
      return functionCrossing(type, known, context);
    case 'nullable': {
      const { allowsNull, allowsUndefined } = type;
      return enter({
        kind: 'nullable',
        base: make(type.base, known, context),
        allowsNull,
        allowsUndefined,
      });
    }
    case 'array': {
      const array = enter<Crossing & { kind: 'array' }>({ kind: 'array', item: NOTHING });
      array.item = make(type.element, known, context);
      return array;
    }
    case 'union': {
      const union = enter<Crossing & { kind: 'union' }>({ kind: 'union', members: [] });
      union.members = members(type, known, context);
      return union;
    }
    case 'object':
      return object(type, known, context, enter);
    default:
      return enter({ kind: 'scalar', type: type satisfies ScalarType });
  }
}

/** One for each type in the program, and none of those that do not cross. */
function functionCrossing(type: FunctionType, known: Known, context: Context): FunctionCrossing {
  const all = context.classes.crossingFunctions;
  const met = all.get(type);
  if (met) return met;
  const made: FunctionCrossing = {
    kind: 'function',
    position: all.size,
    parameters: [],
    rest: type.rest,
    result: NOTHING,
    call: null,
    type: typeText(type),
  };
  all.set(type, made);
  try {
    made.parameters = type.parameters.map((parameter) => make(parameter, known, context));
    if (type.result.kind !== 'void' && type.result.kind !== 'never')
      made.result = make(type.result, known, context);
  } catch (error) {
    // Those that were met on the way may lead back to it.
    for (const [one, { position }] of all) if (position >= made.position) all.delete(one);
    throw error;
  }
  return made;
}

const NOTHING: Crossing = { kind: 'scalar', type: { kind: 'void' } };

function object(
  type: ObjectType,
  known: Known,
  context: Context,
  enter: <C extends Crossing>(crossing: C) => C,
): Crossing {
  if (isLiveObject(type)) return live(type, known, context, enter);
  const collection = context.records.collections.get(type);
  const [key, value] = collection?.types ?? [];
  if (collection && key) {
    if (collection.name === 'Set' || !value) {
      const set = enter<Crossing & { kind: 'set' }>({ kind: 'set', key: NOTHING });
      set.key = make(key, known, context);
      return set;
    }
    const map = enter<Crossing & { kind: 'map' }>({ kind: 'map', key: NOTHING, value: NOTHING });
    map.key = make(key, known, context);
    map.value = make(value, known, context);
    return map;
  }
  if (isDate(type)) return enter({ kind: 'date' });
  if (type === ERROR_CLASSES.Error) {
    context.classes.crossingErrors.are = true;
    return enter({ kind: 'error' });
  }
  const exported = context.classes.crossing(type);
  if (exported) return enter({ kind: 'instance', class: exported });
  if (!isPlainObject(type, context)) throw new Refused(type, false);
  if (type.form === 'tuple') {
    const isReadonly = !type.fields.some(({ mutable }) => mutable);
    const tuple = enter<Crossing & { kind: 'tuple' }>({ kind: 'tuple', isReadonly, items: [] });
    tuple.items = type.fields.map((field) => make(field.type, known, context));
    return tuple;
  }
  const record = enter<RecordCrossing>({ kind: 'record', name: nameOf(type), fields: [] });
  record.fields = inOrder(type, context).map((field) => ({
    name: field.name,
    crossing: make(field.type, known, context),
  }));
  return record;
}

function live(
  type: ObjectType,
  known: Known,
  context: Context,
  enter: <C extends Crossing>(crossing: C) => C,
): Crossing {
  context.classes.live.isUsed = true;
  const value = promisedBy(type);
  if (!value) return enter({ kind: 'live' });
  const promise = enter<Crossing & { kind: 'promise' }>({ kind: 'promise', value: NOTHING });
  if (value.kind !== 'void' && value.kind !== 'never') promise.value = make(value, known, context);
  return promise;
}

/** What `newRecord` has been given, without its number. */
const nameOf = ({ name }: ObjectType): string | null =>
  /^interface ([\w$]+)/.exec(name)?.[1] ?? null;

/** In the order of the union's members: their positions cross. */
function members(union: UnionType, known: Known, context: Context): readonly CrossingMember[] {
  // Objects of classes are asked for first.
  const others = union.members.filter(
    (member) => member.kind !== 'object' || !context.classes.crossing(member),
  );
  const made = union.members.map((member): CrossingMember => {
    const crossing = make(member, known, context);
    if (
      crossing.kind === 'map' ||
      crossing.kind === 'set' ||
      crossing.kind === 'date' ||
      crossing.kind === 'error'
    )
      return { mark: { kind: crossing.kind }, crossing };
    const isInstance = crossing.kind === 'instance';
    const mark = markOf(member, isInstance ? union : { ...union, members: others });
    if (mark && isInstance) return { mark: { kind: 'instance' }, crossing };
    if (!mark || mark.kind === 'class') throw new Refused(union, true);
    return { mark, crossing };
  });
  for (const kind of ['map', 'set'])
    if (made.filter(({ mark }) => mark.kind === kind).length > 1) throw new Refused(union, true);
  return made;
}
