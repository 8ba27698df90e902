// `Array.isArray(value)` → a test for the arrays and tuples of a union.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, type RtsType } from '../../program/types.ts';
import { once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { baseOf, isPresent } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { isOneOf } from './member-test.ts';

export function isArray(node: ts.CallExpression, context: Context): Expression {
  const [argument] = node.arguments;
  if (!argument) return context.failed(node);
  const value = context.expression(argument);
  const { type, span } = value;
  if (type === ERROR_TYPE) return value;
  const base = baseOf(type);
  if (base.kind === 'union')
    return once('tested', value, context, (kept) =>
      isOneOf(kept, base, base.members.filter(isList), node, context),
    );
  if (!isList(base)) return sequence([value], constant(BOOLEAN, false, span), span);
  return type.kind === 'nullable'
    ? isPresent(value, span)
    : sequence([value], constant(BOOLEAN, true, span), span);
}

const isList = (type: RtsType): boolean =>
  type.kind === 'array' || (type.kind === 'object' && type.form === 'tuple');
