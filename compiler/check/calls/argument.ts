// The arguments of a call: values that are known already (a receiver), and the expressions that are written.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';

export type Argument = Expression | ts.Expression;

export const isValue = (argument: Argument): argument is Expression =>
  typeof argument.kind === 'string';
