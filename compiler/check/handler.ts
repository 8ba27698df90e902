// The shapes of handlers, one for each role that a syntax kind can play.
import type ts from 'typescript';
import type { Expression, Statement } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import type { Context } from './context.ts';

export type ExpressionHandler<N extends ts.Node = never> = (
  node: N,
  context: Context,
  expected: RtsType | null,
) => Expression;

/** Of an expression whose value is not used. */
export type EffectHandler<N extends ts.Node = never> = (node: N, context: Context) => Expression;

export type StatementHandler<N extends ts.Node = never> = (
  node: N,
  context: Context,
) => Statement[];
