// The expression that declares a C function → the ranges of its parts, for diagnostics about its signature.
import type ts from 'typescript';
import type { DeclarationSite, SourceRange } from '../../../runtime/lltype/types.ts';
import type { Context } from '../context.ts';
import { tsc } from '../tsc.ts';

/** A call `llexternal(name, [arguments], result, …)` gives its parts too; a call of a wrapper only itself. */
export function declarationSite(node: ts.Node, context: Context): DeclarationSite {
  const site = context.span(node);
  if (!tsc.isCallExpression(node)) return { ...site, arguments: [], result: null };
  const [, args, result] = node.arguments;
  return {
    ...site,
    arguments: args && tsc.isArrayLiteralExpression(args) ? args.elements.map(range) : [],
    result: result ? range(result) : null,
  };
}

const range = (node: ts.Node): SourceRange => ({ start: node.getStart(), end: node.end });
