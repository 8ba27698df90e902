// Calls of function values, and functions as values.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Expression, Local, Parameter } from '../../program/nodes.ts';
import {
  functionOf,
  UNDEFINED,
  VOID,
  type FunctionType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { letIn, readLocal } from '../build.ts';
import { arrayOfValues } from '../expressions/array-literal.ts';
import { whenReady } from '../closures/early-variables.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction, type LocalFunction } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';
import { callArguments } from './arguments.ts';
import { writtenArguments } from './spread.ts';
import { isValue } from './argument.ts';
import { calledExpression, type CallNode } from './call-node.ts';

/** The local function's closure as a value, known or not. */
export function readClosure(
  closure: LocalFunction,
  isOuter: boolean,
  node: ts.Node,
  context: Context,
): Expression {
  const { local, ready } = closure;
  const value = readLocal(local, context.span(node));
  return isOuter ? whenReady(value, ready, local.name, context) : value;
}

/** Of any value; `arguments` in order, those left out as undefined. */
export function callValue(callee: Expression, node: CallNode, context: Context): Expression {
  const { type } = callee;
  const called = calledExpression(node);
  if (type === ERROR_TYPE) {
    writtenArguments(node, context).forEach((one) => isValue(one) || context.expression(one));
    return callee;
  }
  if (type.kind === 'nullable')
    return context.fail(E.nullableOperand, called, { type: typeText(type) });
  if (type.kind !== 'function')
    return context.fail(E.notCallable, called, { name: calledName(called) });
  const span = context.span(node);
  const parameters = parametersOf(type, context);
  const values = callArguments(parameters, writtenArguments(node, context), node, context);
  if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  return { kind: 'closure-call', callee, arguments: values, type: type.result, span };
}

/** As those of a function of the program. */
const parametersOf = ({ parameters, rest }: FunctionType, context: Context): readonly Parameter[] =>
  parameters.map((type, i) => ({
    local: context.temporary(`p${i}`, type),
    optional: false,
    type,
    rest: rest && i === parameters.length - 1,
  }));

const calledName = (node: ts.Expression): string =>
  tsc.isIdentifier(node) ? node.text : 'the value';

/** A function of a module as a value of its own type: a closure that captures nothing and calls it. */
export function functionValue(
  declared: DeclaredFunction,
  node: ts.Node,
  context: Context,
): Expression {
  const { parameters } = declared.function;
  const result = declared.result(node);
  const types = parameters.map(({ local }) => local.type);
  if (result === ERROR_TYPE || types.includes(ERROR_TYPE)) return context.failed(node);
  const type = functionOf(types, result, parameters.at(-1)?.rest);
  const span = context.span(node);
  const made = context.made.valueOf(declared.function, () =>
    wrapper(declared.function, type, context),
  );
  return { kind: 'closure', function: made, type, span };
}

function wrapper(callee: CheckedFunction, type: FunctionType, context: Context): CheckedFunction {
  const { span } = callee;
  return forwarding(`${callee.id} as a value`, callee.name, type, [], span, context, (args) => ({
    kind: 'call',
    callee,
    arguments: args,
    type: type.result,
    span,
  }));
}

/**
 * A closure of one function type as one of another: fewer parameters, or such that convert. undefined where they do not, or after a
 * report. The new closure is not the same object as the old one.
 */
export function adaptClosure(
  value: Expression,
  from: FunctionType,
  to: FunctionType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const { span } = value;
  // The items would have to be counted.
  if (to.rest && (!from.rest || from.parameters.length !== to.parameters.length)) return undefined;
  const inner: Local = { name: 'adapted', type: from, mutable: false };
  const made = context.attempt(() =>
    forwarding('adapted', 'adapted', to, [inner], span, context, (args) => {
      const given = from.parameters.map((type, i) => {
        const isRest = from.rest && !to.rest && i === from.parameters.length - 1;
        if (isRest && type.kind === 'array')
          return arrayOfValues(args.slice(i), type, node, context);
        return context.convert(args[i] ?? constant(UNDEFINED, undefined, span), type, node);
      });
      const callee = readLocal(inner, span);
      const call: Expression = {
        kind: 'closure-call',
        callee,
        arguments: given,
        type: from.result,
        span,
      };
      return to.result === VOID ? call : context.convert(call, to.result, node);
    }),
  );
  if (!made) return undefined;
  context.made.add(span.file, made);
  return letIn(
    [{ local: inner, value }],
    { kind: 'closure', function: made, type: to, span },
    span,
  );
}

/** A function of the type `closure` that does one call. */
function forwarding(
  id: string,
  name: string,
  closure: FunctionType,
  captures: readonly Local[],
  span: Span,
  context: Context,
  call: (args: readonly Expression[]) => Expression,
): CheckedFunction {
  const parameters = closure.parameters.map((type, i): Parameter => {
    const local: Local = { name: `p${i}`, type, mutable: false };
    return { local, optional: false, type };
  });
  const value = call(parameters.map(({ local }) => readLocal(local, span)));
  const made: CheckedFunction = {
    id: context.made.uniqueId(id),
    name,
    parameters,
    closure,
    captures,
    self: null,
    result: closure.result,
    body: [body(value, closure.result, span)],
    span,
    extent: span,
    documentation: '',
  };
  return made;
}

const body = (value: Expression, result: RtsType, span: Span): CheckedFunction['body'][number] =>
  result === VOID || result.kind === 'never'
    ? { kind: 'expression', expression: value, span }
    : { kind: 'return', value, span };
