// A generator or iterator that an export gives → a closure of the program that takes a step, of which the glue makes an iterator of
// JavaScript: `(ends) => ends ? iterator.return() : iterator.next()`.
import type { CheckedFunction, Expression, Local, Statement } from '../../program/nodes.ts';
import { BOOLEAN, functionOf, type FunctionType, type RtsType } from '../../program/types.ts';
import { readLocal } from '../build.ts';
import { callMethod } from '../classes/call-method.ts';
import { ERROR_TYPE, type DeclaredMethod } from '../context.ts';
import { libraryInterfaceName } from '../iteration/iterable-class.ts';
import type { Words } from './library-calls.ts';
import { madeFunction } from './made-function.ts';
import type { PackedCallee } from './packed-export.ts';

type At = Pick<Words, 'node' | 'context'>;

/** The type of the items; undefined of what is no iterator, or one whose `next` takes a value. */
function itemOf(type: RtsType, { context }: At): RtsType | undefined {
  if (type.kind !== 'object') return undefined;
  const generator = context.classes.generators.find(type);
  if (generator) return generator.types.sent ? undefined : generator.types.item;
  const isIterator = libraryInterfaceName(type, context) === 'Iterator';
  return isIterator ? context.classArguments(type)?.types[0] : undefined;
}

/** The same with the closure as its result; the function itself where that is no iterator. */
export function givingSteps(callee: PackedCallee, at: At): PackedCallee {
  const { result } = callee;
  const items = itemOf(result, at);
  const steps = items && stepsOf(result, at);
  if (!steps) return callee;
  const type = steps.result;
  const call = (values: readonly Expression[]): Expression => {
    const iterator = callee.call(values);
    return { kind: 'call', callee: steps, arguments: [iterator], type, span: iterator.span };
  };
  return { ...callee, result: type, items, call };
}

/** (iterator) → the closure: one for each type of iterators. */
function stepsOf(type: RtsType, at: At): CheckedFunction | undefined {
  const { context, node } = at;
  const members = context.classes.members(type);
  const next = members?.method('next');
  const end = members?.method('return');
  const given = next?.result(node);
  if (type.kind !== 'object' || !next || !given || given === ERROR_TYPE) return undefined;
  const span = context.span(node);
  const id = `steps of ${type.name}`;
  return context.made.once(id, () => {
    const iterator: Local = { name: 'iterator', type, mutable: false };
    const ends: Local = { name: 'ends', type: BOOLEAN, mutable: false };
    const call = (method: DeclaredMethod): Statement => {
      const absent = method.function.parameters
        .slice(1)
        .map(({ local }) => context.nothing(local.type, method.node));
      const value = callMethod(method, [readLocal(iterator, span), ...absent], given, true, span);
      return { kind: 'return', value, span };
    };
    const test = readLocal(ends, span);
    const ending: readonly Statement[] = end
      ? [{ kind: 'if', test, whenTrue: [call(end)], whenFalse: [], span }]
      : [];
    const closure: FunctionType = functionOf([BOOLEAN], given);
    const step: CheckedFunction = {
      ...madeFunction(
        { id: `${id}: closure`, name: 'next', parameters: [ends], result: given },
        [...ending, call(next)],
        span,
      ),
      closure,
      captures: [iterator],
    };
    context.made.add(span.file, step);
    const value: Expression = { kind: 'closure', function: step, type: closure, span };
    return madeFunction(
      { id, parameters: [iterator], result: closure },
      [{ kind: 'return', value, span }],
      span,
    );
  });
}
