// Promises of JavaScript: what the program does when they are settled, and those that it makes.
import type ts from 'typescript';
import type { SpaceOperation } from '../../builtins/space.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import { E } from '../../diagnostics/codes.ts';
import { isLiveObject, promisedBy, promiseOf } from '../../program/live-types.ts';
import type { Expression } from '../../program/nodes.ts';
import { typeText } from '../../program/type-text.ts';
import { arrayOf, functionOf, VOID, type RtsType } from '../../program/types.ts';
import { callLibrary } from '../calls/generic.ts';
import { checkFunctionLiteral, functionLiteralOf } from '../closures/function-literal.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { askSpace } from './operations.ts';

const METHODS: ReadonlyMap<string, SpaceOperation> = new Map([
  ['then', 'promiseThen'],
  ['catch', 'promiseCatch'],
  ['finally', 'promiseFinally'],
]);

/** `promise.then(…)` and its kin; undefined for other methods and receivers. */
export function promiseCall(
  receiver: Expression,
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const value = promisedBy(receiver.type);
  const operation = METHODS.get(name);
  if (!value || !operation) return undefined;
  const [first, second] = node.arguments;
  const [fulfilled, rejected] = name === 'catch' ? [undefined, first] : [first, second];
  const given = name === 'then' && value !== VOID ? [value] : [];
  const handlers = [
    ...(fulfilled ? [handler(fulfilled, given, context)] : []),
    ...(rejected ? [onError(rejected, context)] : []),
  ];
  if (handlers.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  const kept = name === 'then' ? [] : [value];
  const result = resultOf(name === 'finally' ? [] : handlers, kept, node, context);
  if (result === ERROR_TYPE) return context.failed(node);
  const operands = [receiver, ...handlers];
  return askSpace(operation, { operands, result }, context.span(node), context);
}

function handler(
  node: ts.Expression,
  parameters: readonly RtsType[],
  context: Context,
): Expression {
  const literal = functionLiteralOf(node);
  const made = literal
    ? checkFunctionLiteral(literal, context, { parameters, result: null })
    : context.expression(node);
  if (made.type === ERROR_TYPE || made.type.kind === 'function') return made;
  return context.fail(E.wrongType, node, { from: typeText(made.type), to: 'a function' });
}

/** Takes the reason as an error. */
function onError(node: ts.Expression, context: Context): Expression {
  const made = handler(node, [ERROR_CLASSES.Error], context);
  if (made.type.kind !== 'function') return made;
  const name = made.type.result === VOID ? 'onErrorDo' : 'onError';
  return callLibrary(['promise', name], [made], node, context);
}

/** Of one type, whatever happens; else as TypeScript has it. A statement's is not even given. */
function resultOf(
  handlers: readonly Expression[],
  kept: readonly RtsType[],
  node: ts.CallExpression,
  context: Context,
): RtsType {
  if (tsc.isExpressionStatement(node.parent)) return VOID;
  const given = handlers.flatMap(({ type }) => (type.kind === 'function' ? [type.result] : []));
  const all = [...kept, ...given]
    .map((type) => promisedBy(type) ?? type)
    .filter(({ kind }) => kind !== 'never');
  const [first] = all;
  if (first && all.every((type) => type === first)) return promiseOf(first);
  return context.typeFromTs(context.checker.getTypeAtLocation(node), node);
}

/** `Promise.resolve(…)` and its kin. */
export function promiseFunction(
  name: string,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const [argument] = node.arguments;
  const wanted = expected && promisedBy(expected);
  const ask = (operation: SpaceOperation, value: Expression[], result: RtsType): Expression =>
    value.some(({ type }) => type === ERROR_TYPE)
      ? context.failed(node)
      : askSpace(operation, { operands: value, result }, context.span(node), context);
  if (name === 'resolve') {
    if (!argument) return ask('promiseResolve', [], promiseOf(VOID));
    const value = context.expression(argument, wanted ?? null);
    const own =
      wanted && !isLiveObject(value.type) ? context.convert(value, wanted, argument) : value;
    return ask('promiseResolve', [own], promiseOf(own.type));
  }
  if (name === 'reject' && argument) {
    const reason = callLibrary(['promise', 'valueOfError'], [argument], node, context);
    return ask('promiseReject', [reason], expected && wanted ? expected : typeOf(node, context));
  }
  if ((name === 'all' || name === 'race') && argument) {
    const promises = context.expression(argument);
    const item = promises.type.kind === 'array' ? promisedBy(promises.type.element) : undefined;
    if (!item || (name === 'all' && item === VOID)) {
      const { type } = promises;
      if (type === ERROR_TYPE) return promises;
      return context.fail(E.wrongType, argument, { from: typeText(type), to: 'Promise<T>[]' });
    }
    return ask(
      name === 'all' ? 'promiseAll' : 'promiseRace',
      [promises],
      promiseOf(name === 'all' ? arrayOf(item) : item),
    );
  }
  return context.fail(E.member, node, { member: name, type: 'Promise' });
}

const typeOf = (node: ts.Expression, context: Context): RtsType =>
  context.typeFromTs(context.checker.getTypeAtLocation(node), node);

/** `new Promise((resolve, reject) => …)`. */
export function newPromise(
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const [executor] = node.arguments ?? [];
  const type = expected && promisedBy(expected) ? expected : typeOf(node, context);
  const value = promisedBy(type);
  if (!executor || !value) return context.failed(node);
  const resolve = functionOf(value === VOID ? [] : [value], VOID);
  const reject = functionOf([ERROR_CLASSES.Error], VOID);
  const literal = functionLiteralOf(executor);
  const own = literal
    ? checkFunctionLiteral(literal, context, { parameters: [resolve, reject], result: VOID })
    : context.expression(executor);
  const given = context.convert(own, functionOf([resolve, reject], VOID), executor);
  if (given.type === ERROR_TYPE) return given;
  return callLibrary(
    ['promise', value === VOID ? 'newVoidPromise' : 'newPromise'],
    [given],
    node,
    context,
  );
}
