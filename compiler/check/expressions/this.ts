// `this` → the object, the first parameter of every method.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { readLocal } from '../build.ts';
import type { ExpressionHandler } from '../handler.ts';
import { narrowed } from '../narrowing.ts';
import { tsc } from '../tsc.ts';

export const thisExpression: ExpressionHandler<ts.ThisExpression> = (node, context) => {
  const self = context.currentFunction?.self;
  if (self) {
    const place = { kind: 'local', local: self.local } as const;
    return narrowed(readLocal(self.local, context.span(node)), place, node, context);
  }
  const isInClass = tsc.findAncestor(node, tsc.isClassLike) !== undefined;
  return context.fail(isInClass ? E.staticThis : E.thisKeyword, node, {});
};
