// `const [a, b] = value`: a pattern whose names are new locals → their declarations.
import type ts from 'typescript';
import type { Expression, Statement } from '../../program/nodes.ts';
import { readLocal } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { takeApart } from './take-apart.ts';

export function declarePattern(
  pattern: ts.BindingPattern,
  value: Expression,
  context: Context,
): Statement[] {
  const statements: Statement[] = [];
  const sink = {
    keep(name: string, kept: Expression): Expression {
      if (kept.kind === 'read' && kept.place.kind === 'local' && !kept.place.local.mutable)
        return kept;
      const local = context.temporary(name, kept.type);
      statements.push({ kind: 'declare', local, value: kept, span: kept.span });
      return readLocal(local, kept.span);
    },
    bind(target: ts.Node, part: Expression): void {
      if (!tsc.isIdentifier(target)) return;
      const settled = part.type === ERROR_TYPE ? part : settle(part, target, context);
      if (settled.type === ERROR_TYPE) return bindToError(target, context);
      const local = context.declareLocal(target, settled.type);
      statements.push({ kind: 'declare', local, value: settled, span: context.span(target) });
    },
  };
  takeApart(pattern, value, sink, context);
  return statements;
}

/** The names of a declaration that is refused cause no more reports. */
export function bindToError(name: ts.BindingName, context: Context): void {
  if (tsc.isIdentifier(name)) {
    const symbol = context.symbol(name);
    if (symbol) context.bind(symbol, { kind: 'error' });
    return;
  }
  for (const element of name.elements)
    if (!tsc.isOmittedExpression(element)) bindToError(element.name, context);
}
