// A constant.
import { constant } from '../../graph/constants.ts';
import { NOTHING } from '../function-flow.ts';
import type { ExpressionHandler } from '../handler.ts';

export const constantExpression: ExpressionHandler<'constant'> = (_flow, { type, value }) =>
  type.kind === 'void' ? NOTHING : constant(type, value);
