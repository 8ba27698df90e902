// Exported classes of errors: what JavaScript is told of them, and the constructor that those have which write none.
import type { CrossingError } from '../../program/crossing.ts';
import { ERROR_CLASSES, errorNameOf, OPTIONAL_ERROR } from '../../program/error-classes.ts';
import type { Expression, Parameter } from '../../program/nodes.ts';
import { nullableOf, STRING } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { conditional } from '../build.ts';
import type { ClassInstance } from '../classes/class-instance.ts';
import type { Context } from '../context.ts';
import { absent, isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';

/** What all errors have: JavaScript's objects have it themselves. */
export const OF_ERRORS: ReadonlySet<string> = new Set(
  ERROR_CLASSES.Error.fields.map(({ name }) => name),
);

/** null: it is none of errors. */
export function crossingError({ type, construction }: ClassInstance): CrossingError | null {
  const builtin = errorNameOf(type);
  if (!builtin) return null;
  const fields = type.fields.map(({ name }) => name).filter((name) => !OF_ERRORS.has(name));
  return { builtin, fields, takesOptions: construction.takesErrorArguments };
}

/** The parameter of an inherited constructor: what comes behind it is JavaScript's own matter (`builtins/glue/error-class.ts`). */
export function inheritedMessage(context: Context): Parameter {
  const local = context.temporary('message', nullableOf(STRING, false, true));
  return { local, optional: true, type: STRING };
}

/** The arguments of the constructor in the program. */
export const withoutCause = (values: readonly Expression[], span: Span): readonly Expression[] => [
  ...values.map((value) =>
    conditional(isPresent(value, span), unwrap(value, span), constant(STRING, '', span), span),
  ),
  absent(OPTIONAL_ERROR, undefined, span),
];
