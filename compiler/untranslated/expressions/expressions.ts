// The table of expression handlers, one for each kind of node.
import type { Expression } from '../../program/nodes.ts';
import { loose, type Code } from '../code.ts';
import type { ExpressionHandler, ExpressionOf, Printer } from '../printer.ts';
import { addressOf, builtin, callback, callExpression, cCall, rawMalloc } from './calls.ts';
import { constant } from './constant.ts';
import { convert } from './convert.ts';
import {
  array,
  closure,
  closureCall,
  constructError,
  instanceOf,
  isMember,
  methodCall,
  newObject,
  record,
} from './objects.ts';
import {
  binary,
  compare,
  conditional,
  letExpression,
  logical,
  sequence,
  unary,
} from './operators.ts';
import { assign, read } from './place.ts';

const HANDLERS: { readonly [K in Expression['kind']]: ExpressionHandler<K> } = {
  constant,
  read,
  assign,
  let: letExpression,
  binary,
  unary,
  compare,
  logical,
  conditional,
  convert,
  call: callExpression,
  'c-call': cCall,
  callback,
  builtin,
  'raw-malloc': rawMalloc,
  'address-of': addressOf,
  sequence,
  new: newObject,
  record,
  array,
  'method-call': methodCall,
  closure,
  'closure-call': closureCall,
  'instance-of': instanceOf,
  'is-member': isMember,
  'construct-error': constructError,
  // Whether it shall end is what JavaScript's own generator looks after.
  suspend: () => loose('yield'),
};

export function printExpression<K extends Expression['kind']>(
  expression: ExpressionOf<K>,
  printer: Printer,
): Code {
  const handler: ExpressionHandler<K> = HANDLERS[expression.kind as K];
  return handler(expression, printer);
}
