// `Date`: a record of `runtime/library/date.ts`, whose functions its methods are. Only what is the same everywhere: UTC.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { F64, STRING, type RtsType } from '../../program/types.ts';
import { builtin } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { LIBRARY_PATH } from '../library-paths.ts';

/** The library's record is the only one with such a field. */
export const isDate = (type: RtsType): boolean =>
  type.kind === 'object' && type.form === 'record' && type.fields[0]?.name === '$time';

/** undefined for what is not TypeScript's type `Date`. */
export function dateType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const symbol = type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile();
  if (symbol?.name !== 'Date' || file?.fileName !== LIBRARY_PATH) return undefined;
  const found = context.libraryFunction('date', 'dateOf');
  return found.kind === 'function' ? found.declared.result(node) : ERROR_TYPE;
}

/** `new Date(…)`: now, or of a number, an ISO text or another date. */
export function newDate(node: ts.NewExpression, context: Context): Expression {
  const [argument] = node.arguments ?? [];
  const span = context.span(node);
  const value = argument ? context.expression(argument) : builtin('Date.now', [], F64, span);
  if (value.type === ERROR_TYPE) return value;
  const make = value.type === STRING ? 'dateOfText' : isDate(value.type) ? 'copy' : 'dateOf';
  return callLibrary(['date', make], [value], node, context);
}

const METHODS: ReadonlySet<string> = new Set([
  'getTime',
  'getUTCDate',
  'getUTCDay',
  'getUTCFullYear',
  'getUTCHours',
  'getUTCMilliseconds',
  'getUTCMinutes',
  'getUTCMonth',
  'getUTCSeconds',
  'setTime',
  'toISOString',
  'toJSON',
]);

/** undefined for what is no method of a date. */
export function dateCall(
  receiver: Expression,
  method: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const name = method === 'valueOf' ? 'getTime' : method;
  if (!isDate(receiver.type) || !METHODS.has(name)) return undefined;
  return callLibrary(['date', name], [receiver, ...node.arguments], node, context);
}

/** `Date.UTC(…)` and `Date.parse(text)`; undefined for every other function. */
export function dateFunction(
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const called = name === 'UTC' ? 'utc' : name === 'parse' ? 'parse' : undefined;
  return called && callLibrary(['date', called], node.arguments, node, context);
}
