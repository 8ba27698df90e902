// A class in a function or block, which captures nothing: a class like those of the module. Two evaluations of it give the same class.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { StatementHandler } from '../handler.ts';
import { localUse } from '../classes/local-class.ts';

export const classStatement: StatementHandler<ts.ClassDeclaration> = (node, context) => {
  const symbol = node.name && context.symbol(node.name);
  if (!symbol) return [];
  const used = localUse(node, context.checker);
  const declaration = used === null ? context.classes.declaration(symbol) : undefined;
  if (!declaration) {
    context.report(E.classDeclaration, node, { used: used ?? '' });
    context.bind(symbol, { kind: 'error' });
    return [];
  }
  if (!node.typeParameters) context.classes.plain(declaration);
  return [];
};
