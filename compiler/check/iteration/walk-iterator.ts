// Over an iterator: an object whose `next` gives `{ value, done }` (ECMA-262 7.4). Its `return`, if it has one, is called wherever the
// loop is left early.
import type { Expression, Local, Statement } from '../../program/nodes.ts';
import type { ObjectType, RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, not, readLocal, readPlace, sequence } from '../build.ts';
import { callMethod } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod, type Members } from '../context.ts';
import { assertIs, withoutUndefined } from '../nullable.ts';
import { toBoolean } from '../truth.ts';
import { closing } from './closing.ts';
import type { Rounds } from './rounds.ts';

/** null where the object's class has no fitting `next`. */
export function walkIterator(
  source: Expression,
  rounds: Rounds,
  context: Context,
): Statement[] | null {
  const { span, type } = source;
  const members = context.classes.members(type);
  const next = members?.method('next');
  const given = next && resultRecord(next, context);
  if (!members || !given) return null;
  const local = context.temporary('iterator', type);
  const iterator = readLocal(local, span);
  const step = context.temporary('step', given, true);
  const call = callMethod(next, [iterator, ...absentArguments(next, context)], given, true, span);
  const read = (field: string): Expression => fieldOf(readLocal(step, span), given, field, span);
  const loop = rounds.loop((target) => ({
    kind: 'loop',
    target,
    test: sequence(
      [assign({ kind: 'local', local: step }, call, span)],
      not(toBoolean(read('done'), context), span),
      span,
    ),
    testAtEnd: false,
    update: null,
    body: rounds.round(itemOf(read('value'), type, context)),
    span,
  }));
  const declared: Statement[] = [
    { kind: 'declare', local, value: source, span },
    { kind: 'declare', local: step, value: null, span },
  ];
  const close = closeCall(members, local, span, context);
  return close ? [...declared, closing(loop, close, context)] : [...declared, loop];
}

function resultRecord(next: DeclaredMethod, context: Context): ObjectType | null {
  const result = next.result(context.sourceFile);
  if (result === ERROR_TYPE || result.kind !== 'object') return null;
  const has = (name: string): boolean => result.fields.some((field) => field.name === name);
  return has('value') && has('done') ? result : null;
}

/** `next` may be declared with a value that it takes. */
const absentArguments = (next: DeclaredMethod, context: Context): Expression[] =>
  next.function.parameters.slice(1).map(({ local: { type } }) => context.nothing(type, next.node));

function fieldOf(object: Expression, type: ObjectType, name: string, span: Span): Expression {
  const held = type.fields.find((field) => field.name === name)?.type ?? ERROR_TYPE;
  return readPlace({ kind: 'property', object, field: name }, held, span);
}

/** An iterator that says what its items are may give undefined among them; else that is what it gives at its end. */
function itemOf(value: Expression, type: RtsType, context: Context): Expression {
  const declared = type.kind === 'object' ? context.classArguments(type)?.types[0] : undefined;
  return assertIs(value, declared ?? withoutUndefined(value.type), context);
}

function closeCall(members: Members, local: Local, span: Span, context: Context): Statement | null {
  const method = members.method('return');
  const result = method?.result(context.sourceFile);
  if (!method || !result || result === ERROR_TYPE) return null;
  const values = [readLocal(local, span), ...absentArguments(method, context)];
  const expression = callMethod(method, values, result, true, span);
  return { kind: 'expression', expression, span };
}
