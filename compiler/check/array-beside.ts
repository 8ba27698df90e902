// An array literal beside another value: an array of what that one has.
import type ts from 'typescript';
import type { Expression } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import { baseOf } from './nullable.ts';
import { skipParentheses } from './parentheses.ts';
import { tsc } from './tsc.ts';

export function isEmptyArray(node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  return tsc.isArrayLiteralExpression(inner) && inner.elements.length === 0;
}

/** Of an array literal behind `??` or `||`, which TypeScript takes for one of what stands before; null as below. */
export function typeOfLiteral(node: ts.Expression, other: Expression): RtsType | null {
  const type = baseOf(other.type);
  return type.kind === 'array' && tsc.isArrayLiteralExpression(skipParentheses(node)) ? type : null;
}

/** null for other literals, and beside what is no array. */
export function typeOfEmpty(node: ts.Expression, other: Expression): RtsType | null {
  const type = baseOf(other.type);
  return type.kind === 'array' && isEmptyArray(node) ? type : null;
}
