// Whether a body has a `return` with a value, not counting those of functions inside of it.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

export function returnsValue(node: ts.Node): boolean {
  if (tsc.isReturnStatement(node)) return node.expression !== undefined;
  if (tsc.isFunctionLike(node) || tsc.isClassLike(node)) return false;
  return tsc.forEachChild(node, (child) => returnsValue(child) || undefined) ?? false;
}
