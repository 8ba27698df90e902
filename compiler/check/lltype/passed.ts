// An argument of a C call that is more than its value: something is made for the time of the call, looked at before, or read afterwards.
import type ts from 'typescript';
import type { Expression, Local } from '../../program/nodes.ts';
import { INT_TYPES, STRING, VOID, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, conditional, convertTo, readLocal } from '../build.ts';
import { callLibraryFunction } from '../calls/library-function.ts';
import type { Context } from '../context.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { CHARP } from './string-calls.ts';

export interface Passed {
  /** What the program gives, evaluated in the order of the arguments; null where it gives nothing. */
  readonly given: Expression | null;
  /** undefined: C gets what is given. */
  readonly made?: Made;
}

/** All functions get the locals that hold what was given and what was made. */
export interface Made {
  readonly type: RtsType;
  /** Throws before anything is made. */
  readonly check?: (given: Expression) => Expression;
  /** What lives as long as the call, made when all that is given is there. */
  readonly value: (given: Expression | null) => Expression;
  /** What C gets of it. */
  readonly argument?: (made: Expression) => Expression;
  /** What the call gives. */
  readonly result?: (made: Expression) => Expression;
  /** Its end. */
  readonly dispose?: (made: Local) => Expression;
}

export const passed = (given: Expression): Passed => ({ given });

/** Making it may fail for want of memory only. */
export const temporaryCallback = (pointer: Expression): Passed => ({
  given: null,
  made: {
    type: pointer.type,
    value: () => pointer,
    dispose: (made) =>
      builtin('rffi.free_callback', [readLocal(made, pointer.span)], VOID, pointer.span),
  },
});

/** A string, or null. */
export const isText = (type: RtsType): boolean =>
  type === STRING || (type.kind === 'nullable' && type.base === STRING);

interface Named {
  readonly node: ts.Node;
  readonly index: number;
  readonly name: string;
  readonly context: Context;
}

export const described = ({ index, name }: Named): string => `argument ${index + 1} of ${name}`;

/** A copy as UTF-8. */
export function textArgument(value: Expression, place: Named): Passed {
  const { span } = value;
  const isOptional = value.type !== STRING;
  const none = constant(CHARP, null, span);
  const ifThere = (given: Expression, make: (text: Expression) => Expression, or: Expression) =>
    isOptional
      ? conditional(isPresent(given, span), make(unwrap(given, span)), or, span)
      : make(given);
  const copy = (text: Expression): Expression => builtin('rffi.str2charp', [text], CHARP, span);
  return {
    given: value,
    made: {
      type: CHARP,
      check: (given) =>
        ifThere(
          given,
          (text) => libraryCheck('requireText', [text], place, span),
          constant(VOID, undefined, span),
        ),
      value: (given) => (given ? ifThere(given, copy, none) : none),
      dispose: (made) => builtin('lltype.free', [readLocal(made, span)], VOID, span),
    },
  };
}

/** A function of `runtime/library/rffi.ts` that throws; its last parameter says what of. */
export const libraryCheck = (
  name: string,
  values: readonly Expression[],
  place: Named,
  span: Span,
  what = described(place),
): Expression =>
  callLibraryFunction(
    ['rffi', name],
    [...values, constant(STRING, what, span)],
    place.node,
    place.context,
  );

export const isNullPointer = (pointer: Expression, span: Span): Expression => {
  const { usize } = INT_TYPES;
  return compare(
    '===',
    convertTo('pointer-to-int', pointer, usize, span),
    constant(usize, 0n, span),
    span,
  );
};
