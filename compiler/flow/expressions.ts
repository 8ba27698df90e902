// The table of expression handlers: total over the kinds of the checked tree. The dispatcher has no logic.
import type { Expression } from '../program/nodes.ts';
import type { Value } from '../graph/graph.ts';
import { addressOfExpression } from './expressions/address-of.ts';
import { assignExpression } from './expressions/assign.ts';
import { binaryExpression } from './expressions/binary.ts';
import { builtinExpression } from './expressions/builtin.ts';
import { callbackExpression, cCallExpression } from './expressions/c-call.ts';
import { callExpression } from './expressions/call.ts';
import { compareExpression } from './expressions/compare.ts';
import { conditionalExpression } from './expressions/conditional.ts';
import { constantExpression } from './expressions/constant.ts';
import { convertExpression } from './expressions/convert.ts';
import { letExpression } from './expressions/let.ts';
import { logicalExpression } from './expressions/logical.ts';
import {
  arrayExpression,
  closureCallExpression,
  closureExpression,
  constructErrorExpression,
  instanceOfExpression,
  isMemberExpression,
  methodCallExpression,
  newExpression,
  recordExpression,
} from './expressions/objects.ts';
import { rawMallocExpression } from './expressions/raw-malloc.ts';
import { readExpression } from './expressions/read.ts';
import { sequenceExpression } from './expressions/sequence.ts';
import { suspendExpression } from './expressions/suspend.ts';
import { unaryExpression } from './expressions/unary.ts';
import type { FunctionFlow } from './function-flow.ts';
import type { ExpressionHandler } from './handler.ts';

const HANDLERS: { readonly [K in Expression['kind']]: ExpressionHandler<K> } = {
  constant: constantExpression,
  read: readExpression,
  assign: assignExpression,
  let: letExpression,
  binary: binaryExpression,
  unary: unaryExpression,
  compare: compareExpression,
  logical: logicalExpression,
  conditional: conditionalExpression,
  convert: convertExpression,
  call: callExpression,
  'c-call': cCallExpression,
  builtin: builtinExpression,
  'raw-malloc': rawMallocExpression,
  'address-of': addressOfExpression,
  sequence: sequenceExpression,
  new: newExpression,
  record: recordExpression,
  array: arrayExpression,
  'method-call': methodCallExpression,
  closure: closureExpression,
  callback: callbackExpression,
  'closure-call': closureCallExpression,
  'instance-of': instanceOfExpression,
  'is-member': isMemberExpression,
  'construct-error': constructErrorExpression,
  suspend: suspendExpression,
};

export function expression(flow: FunctionFlow, node: Expression): Value {
  return (HANDLERS[node.kind] as ExpressionHandler<Expression['kind']>)(flow, node);
}
