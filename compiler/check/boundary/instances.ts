// Objects of exported classes as JavaScript knows them: by their places (`runtime/library/instances.ts`).
import { PLACE_EXPORTS, type CrossingClass } from '../../program/crossing.ts';
import type { CheckedFunction, Expression, Local, Statement } from '../../program/nodes.ts';
import { typeName } from '../../program/type-name.ts';
import { ERROR_CLASSES, errorNameOf } from '../../program/error-classes.ts';
import { isLiveObject } from '../../program/live-types.ts';
import {
  BOOLEAN,
  derivesFrom,
  F64,
  INT_TYPES,
  VOID,
  type FunctionType,
  type ObjectType,
} from '../../program/types.ts';
import {
  builtin,
  conditional,
  convertTo,
  isize,
  logical,
  ofSizes,
  once,
  readLocal,
} from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { upcast } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isPresent, isUndefined, unwrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { hiddenVariable } from './hidden-variable.ts';
import { placeOfLive } from './live-values.ts';
import { collectFunction } from './collect-function.ts';
import { foreignFunctions } from './foreign-functions.ts';
import { callInstanceOf, type Words } from './library-calls.ts';
import { madeFunction, madeOf } from './made-function.ts';
import { isOwned, mayBeOwned, readPlaceField } from './place-field.ts';

type At = Pick<Words, 'node' | 'context'>;

/** The places of a program. */
const PLACES = {};

/** What JavaScript has of the program: objects of classes and closures. */
export type HeldType = ObjectType | FunctionType;

/** The place of the object, of type isize. */
export function placeOf(object: Expression, type: HeldType, at: At): Expression {
  const root = rootOf(type, at.context);
  const span = at.context.span(at.node);
  const own = upcast(object, root, span);
  const found = (value: Expression): Expression =>
    callInstanceOf(
      ['instances', 'placeOf'],
      [root],
      [allInstances(root, at), allPlaces(at), value],
      at,
    );
  if (root.kind === 'function' || !mayBeOwned(root)) return found(own);
  return once('object', own, at.context, (kept) =>
    conditional(isOwned(kept, span), readPlaceField(kept, span), found(kept), span),
  );
}

/** The object at the place, which is of the type: the glue has looked. */
export function instanceAt(place: Expression, type: HeldType, at: At): Expression {
  const root = rootOf(type, at.context);
  const values = [allInstances(root, at), place];
  const found = callInstanceOf(['instances', 'instanceAt'], [root], values, at);
  if (found.type === ERROR_TYPE || root === type) return found;
  return convertTo('downcast', found, type, at.context.span(at.node));
}

/** The position, as a number, of the class that the object is of: of those below `type`, which it is of in any case. */
export function kindOf(object: Expression, type: ObjectType, { node, context }: At): Expression {
  const span = context.span(node);
  const position = (one: CrossingClass): Expression => constant(F64, one.position, span);
  const own = context.classes.crossing(type);
  if (!own) return context.failed(node);
  // Bases stand first: the last that fits says most.
  const below = [...context.classes.allCrossing].filter(
    ([one]) => one !== type && derivesFrom(one, type),
  );
  return below.reduce((otherwise, [derived, crossing]): Expression => {
    const isIt: Expression = {
      kind: 'instance-of',
      operand: object,
      class: derived,
      type: { kind: 'boolean' },
      span,
    };
    return conditional(isIt, position(crossing), otherwise, span);
  }, position(own));
}

/** An object, or an absent one, as one number of type isize: 0 for null, or undefined alone; -1 for undefined where both may be. */
export function codeOf(object: Expression, at: At): Expression {
  const span = at.context.span(at.node);
  const { type } = object;
  return once('object', object, at.context, (kept): Expression => {
    if (type.kind !== 'nullable') return presentCode(kept, at);
    const both = type.allowsNull && type.allowsUndefined;
    const none = both
      ? conditional(isUndefined(kept, span), isize(-1, span), isize(0, span), span)
      : isize(0, span);
    return conditional(isPresent(kept, span), presentCode(unwrap(kept, span), at), none, span);
  });
}

/** The place times the number of classes, and the class's position; of a closure its place. */
function presentCode(object: Expression, at: At): Expression {
  const span = at.context.span(at.node);
  if (object.type.kind === 'function') return functionCode(object, object.type, at);
  if (object.type.kind !== 'object') return at.context.failed(at.node);
  if (isLiveObject(object.type)) return placeOfLive(object);
  const { type } = object;
  return once('object', object, at.context, (kept) => {
    const kind = convertNumber(kindOf(kept, type, at), INT_TYPES.isize, span);
    const count = isize(at.context.classes.allCrossing.size, span);
    return ofSizes('+', ofSizes('*', placeOf(kept, type, at), count, span), kind, span);
  });
}

/**
 * What a function is where it goes to JavaScript, of type isize: its place, or what says for which of JavaScript's functions it stands.
 */
export function functionCode(value: Expression, type: FunctionType, at: At): Expression {
  const crossing = at.context.classes.crossingFunctions.get(type);
  if (!crossing) return placeOf(value, type, at);
  const foreign = foreignFunctions(type, crossing.position, at);
  const values = [allInstances(type, at), foreign, allPlaces(at), value];
  return callInstanceOf(['host', 'codeOfFunction'], [type], values, at);
}

/** Of any error, as `codeOf`: 0 where it is of no exported class. */
export function errorCode(error: Expression, at: At): Expression {
  const span = at.context.span(at.node);
  const none = isize(0, span);
  const all = [...at.context.classes.allCrossing].filter(([, one]) => one.error !== null);
  return once('error', error, at.context, (kept) =>
    // Bases stand first: the last that fits says most.
    all.reduce((otherwise, [type, { position }]): Expression => {
      const test: Expression = {
        kind: 'instance-of',
        operand: kept,
        class: type,
        type: BOOLEAN,
        span,
      };
      const count = isize(at.context.classes.allCrossing.size, span);
      const place = placeOf(kept, ERROR_CLASSES.Error, at);
      const code = ofSizes('+', ofSizes('*', place, count, span), isize(position, span), span);
      return conditional(test, code, otherwise, span);
    }, none),
  );
}

/** The functions on places that the glue calls, by the names of their exports. */
export function placeFunctions(at: At): readonly (readonly [string, CheckedFunction])[] {
  const hasOwned = rootsOf(at.context).some((root) => root.kind === 'object' && mayBeOwned(root));
  return [dropFunction(at), ...(hasOwned ? ownedFunctions(at) : [])];
}

/** `drop(place)`: the program lets go of the object there. */
function dropFunction(at: At): readonly [string, CheckedFunction] {
  const span = at.context.span(at.node);
  const place: Local = { name: 'place', type: INT_TYPES.isize, mutable: false };
  const made = at.context.made.once('drop an object', () => {
    const body = rootsOf(at.context).map((root): Statement => {
      const values = [allInstances(root, at), readLocal(place, span)];
      const expression = callInstanceOf(['instances', 'dropInstance'], [root], values, at);
      return { kind: 'expression', expression, span };
    });
    const values = [allPlaces(at), readLocal(place, span)];
    const expression = callLibrary(['instances', 'freePlace'], values, at.node, at.context);
    const all = [...body, { kind: 'expression', expression, span } as const];
    return madeFunction({ id: 'drop an object', parameters: [place], result: VOID }, all, span);
  });
  return [PLACE_EXPORTS.drop, made];
}

/** `newPlace()`; `isAlone(place)`: in the last collection nothing but its list had the object of a class of JavaScript. */
function ownedFunctions(at: At): readonly (readonly [string, CheckedFunction])[] {
  const span = at.context.span(at.node);
  const { made } = at.context;
  const place: Local = { name: 'place', type: INT_TYPES.isize, mutable: false };
  const reserve = made.once('a new place', () => {
    const value = callLibrary(['instances', 'newPlace'], [allPlaces(at)], at.node, at.context);
    return madeOf({ id: 'a new place', parameters: [], result: INT_TYPES.isize }, value, span);
  });
  const isAlone = made.once('is an object alone', () => {
    const tests = rootsOf(at.context).flatMap((root) =>
      root.kind === 'object' && mayBeOwned(root) ? [isAloneIn(root, place, at)] : [],
    );
    const value = tests.reduce((left, right) => logical('||', left, right, span));
    return madeOf({ id: 'is an object alone', parameters: [place], result: BOOLEAN }, value, span);
  });
  return [[PLACE_EXPORTS.newPlace, reserve], [PLACE_EXPORTS.isAlone, isAlone], collectFunction(at)];
}

function isAloneIn(root: ObjectType, place: Local, at: At): Expression {
  const span = at.context.span(at.node);
  const values = [allInstances(root, at), readLocal(place, span)];
  const found = callInstanceOf(['instances', 'ownedAt'], [root], values, at);
  return once('held', found, at.context, (held) => {
    const toggle = builtin('weakref.toggle', [unwrap(held, span)], BOOLEAN, span);
    return logical('&&', isPresent(held, span), toggle, span);
  });
}

function rootsOf(context: Context): readonly HeldType[] {
  const { allCrossing, crossingFunctions } = context.classes;
  const types = [...allCrossing.keys(), ...crossingFunctions.keys()];
  return [...new Set(types.map((type) => rootOf(type, context)))];
}

/** The highest base that is exported: one list of objects for all below it. */
export function rootOf(type: HeldType, context: Context): HeldType {
  if (type.kind === 'function') return type;
  // One list for all errors: they come and go as what is thrown, of whatever class.
  if (errorNameOf(type) !== null) return ERROR_CLASSES.Error;
  let root = type;
  for (let at: ObjectType | null = type; at; at = at.base)
    if (context.classes.crossing(at)) root = at;
  return root;
}

export const allPlaces = (at: At): Expression =>
  hiddenVariable(
    PLACES,
    'places of objects',
    () => callLibrary(['instances', 'noPlaces'], [], at.node, at.context),
    at,
  );

export const allInstances = (root: HeldType, at: At): Expression =>
  hiddenVariable(
    root,
    `instances of ${root.kind === 'function' ? typeName(root) : root.name}`,
    () => callInstanceOf(['instances', 'noInstances'], [root], [], at),
    at,
  );
