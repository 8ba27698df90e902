// `next` and `return` of generators (ECMA-262 27.5.1.2, 27.5.1.3) as trees, and how the rest of the compiler goes on with one.
import type ts from 'typescript';
import {
  RESULT_FIELD,
  RESUME,
  SENT_FIELD,
  THROWN_FIELD,
  VALUE_FIELD,
} from '../../program/generator-fields.ts';
import type { CheckedFunction, Expression, Local, Place, Statement } from '../../program/nodes.ts';
import { BOOLEAN, UNDEFINED, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, readLocal, readPlace } from '../build.ts';
import { callMethodOf } from '../classes/call-method.ts';
import type { Context } from '../context.ts';
import { withUndefined } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { GeneratorClass } from './generator-class.ts';
import type { IterationTypes } from './iteration-types.ts';

/** Whether it has yielded once more, and not ended. */
export const resumeCall = (
  { resume }: GeneratorClass,
  generator: Expression,
  closing: boolean,
  span: Span,
): Expression => callMethodOf(RESUME, resume, [generator, constant(BOOLEAN, closing, span)], span);

export const fieldOf = (object: Expression, field: string): Place => ({
  kind: 'property',
  object,
  field,
});

/** What it has yielded last. */
export const yielded = ({ types }: GeneratorClass, generator: Expression, span: Span): Expression =>
  readPlace(fieldOf(generator, VALUE_FIELD), types.item, span);

export type Step = 'next' | 'return' | 'throw';
export const isStep = (name: string): name is Step =>
  name === 'next' || name === 'return' || name === 'throw';

/** `throw(error)`, `next(sent?)` or `return(result?)`, which gives `given` where it ends the body. */
export function stepFunction(
  name: Step,
  made: GeneratorClass,
  given: ObjectType,
  node: ts.Node,
  context: Context,
): CheckedFunction {
  const { type, types, resume } = made;
  const { span } = resume;
  const [field, of] = argumentOf(name, types);
  const self: Local = { name: 'this', type, mutable: false };
  const generator = readLocal(self, span);
  const parameter = of && { name: field, type: withUndefined(of), mutable: false };
  const store: Statement[] = parameter
    ? [effect(assign(fieldOf(generator, field), readLocal(parameter, span), span))]
    : [];
  const value = (done: boolean, from: Expression): Expression =>
    resultRecord(done, from, given, node, context);
  return {
    ...resume,
    id: `${type.name}.${name}`,
    name: `Generator.${name}`,
    parameters: [
      { local: self, optional: false, type },
      ...(parameter ? [{ local: parameter, optional: name !== 'throw', type: of }] : []),
    ],
    result: given,
    body: [
      ...store,
      {
        kind: 'if',
        test: resumeCall(made, generator, name !== 'next', span),
        whenTrue: [{ kind: 'return', value: value(false, yielded(made, generator, span)), span }],
        whenFalse: [],
        span,
      },
      ...atEnd(types.result, generator, (from) => value(true, from), context, node),
    ],
  };
}

/** The field that holds the step's argument, and its type; null: it takes none. */
function argumentOf(name: Step, types: IterationTypes): readonly [string, RtsType | null] {
  switch (name) {
    case 'next':
      return [SENT_FIELD, types.sent];
    case 'return':
      return [RESULT_FIELD, types.result];
    case 'throw':
      return [THROWN_FIELD, ERROR_CLASSES.Error];
  }
}

/** The value at the end is given once. */
function atEnd(
  result: RtsType | null,
  generator: Expression,
  value: (from: Expression) => Expression,
  context: Context,
  node: ts.Node,
): Statement[] {
  const { span } = generator;
  if (!result) {
    const nothing = context.nothing(UNDEFINED, node);
    return [{ kind: 'return', value: value(nothing), span }];
  }
  const type = withUndefined(result);
  const place = fieldOf(generator, RESULT_FIELD);
  const local: Local = { name: RESULT_FIELD, type, mutable: false };
  return [
    { kind: 'declare', local, value: readPlace(place, type, span), span },
    effect(assign(place, context.nothing(type, node), span)),
    { kind: 'return', value: value(readLocal(local, span)), span },
  ];
}

const effect = (expression: Expression): Statement => ({
  kind: 'expression',
  expression,
  span: expression.span,
});

function resultRecord(
  done: boolean,
  value: Expression,
  type: ObjectType,
  node: ts.Node,
  context: Context,
): Expression {
  const { span } = value;
  const fields = [
    { field: 'done', value: constant(BOOLEAN, done, span) },
    { field: 'value', value },
  ].map((one) => {
    const held = type.fields.find(({ name }) => name === one.field)?.type ?? one.value.type;
    return { ...one, value: context.convert(one.value, held, node) };
  });
  return { kind: 'record', fields, type, span };
}

/** `[Symbol.iterator]()` of a generator is the generator. */
export function itself({ type, resume }: GeneratorClass): CheckedFunction {
  const { span } = resume;
  const self: Local = { name: 'this', type, mutable: false };
  return {
    ...resume,
    id: `${type.name}.iterator`,
    name: 'Generator.[Symbol.iterator]',
    parameters: [{ local: self, optional: false, type }],
    result: type,
    body: [{ kind: 'return', value: readLocal(self, span), span }],
  };
}
