// What a handler of one node kind is: the shape of the entries of the tables in `statements.ts`, `expressions.ts`
// and `condition.ts`.
import type { Value } from '../graph/graph.ts';
import type { Expression, Statement } from '../program/nodes.ts';
import type { FunctionFlow, Join } from './function-flow.ts';

export type StatementOf<K extends Statement['kind']> = Extract<Statement, { readonly kind: K }>;
export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

export type StatementHandler<K extends Statement['kind']> = (
  flow: FunctionFlow,
  statement: StatementOf<K>,
) => void;

export type ExpressionHandler<K extends Expression['kind']> = (
  flow: FunctionFlow,
  expression: ExpressionOf<K>,
) => Value;

export type ConditionHandler<K extends Expression['kind']> = (
  flow: FunctionFlow,
  test: ExpressionOf<K>,
  whenTrue: Join,
  whenFalse: Join,
) => void;
