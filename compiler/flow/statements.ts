// The table of statement handlers: total over the kinds of the checked tree. The dispatcher has no logic.
import type { Statement } from '../program/nodes.ts';
import { blockStatement } from './statements/block.ts';
import { breakStatement } from './statements/break.ts';
import { continueStatement } from './statements/continue.ts';
import { declareStatement } from './statements/declare.ts';
import { expressionStatement } from './statements/expression.ts';
import { ifStatement } from './statements/if.ts';
import { labelledStatement } from './statements/labelled.ts';
import { loopStatement } from './statements/loop.ts';
import { returnStatement } from './statements/return.ts';
import { switchStatement } from './statements/switch.ts';
import { throwObjectStatement, throwStatement } from './statements/throw.ts';
import { tryStatement } from './statements/try.ts';
import { usingStatement } from './statements/using.ts';
import type { FunctionFlow } from './function-flow.ts';
import type { StatementHandler } from './handler.ts';

const HANDLERS: { readonly [K in Statement['kind']]: StatementHandler<K> } = {
  expression: expressionStatement,
  declare: declareStatement,
  block: blockStatement,
  if: ifStatement,
  loop: loopStatement,
  switch: switchStatement,
  labelled: labelledStatement,
  break: breakStatement,
  continue: continueStatement,
  return: returnStatement,
  throw: throwStatement,
  'throw-object': throwObjectStatement,
  try: tryStatement,
  using: usingStatement,
};

export function statement(flow: FunctionFlow, node: Statement): void {
  (HANDLERS[node.kind] as StatementHandler<Statement['kind']>)(flow, node);
}
