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

/** What is expected behind `??` or `||`, where TypeScript takes literals for arrays of what stands before. */
export function arrayBeside(other: Expression): RtsType | null {
  const type = baseOf(other.type);
  return type.kind === 'array' ? type : null;
}

/** null for other literals, and beside what is no array. */
export function typeOfEmpty(node: ts.Expression, other: Expression): RtsType | null {
  const type = baseOf(other.type);
  return type.kind === 'array' && isEmptyArray(node) ? type : null;
}
