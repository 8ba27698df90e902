// `using x = …` with all that follows it in the block → a statement that frees x on every way out.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Statement } from '../../program/nodes.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { tsc } from '../tsc.ts';

export const isUsing = (list: ts.VariableDeclarationList): boolean =>
  (list.flags & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.Using ||
  (list.flags & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.AwaitUsing;

/** Checks `declarations`, then `rest`; each declaration takes in the following ones. */
export function usingStatements(
  declarations: readonly ts.VariableDeclaration[],
  context: Context,
  rest: () => Statement[],
): Statement[] {
  const [first, ...others] = declarations;
  if (!first) return rest();
  const following = (): Statement[] => usingStatements(others, context, rest);
  const parts = LLTYPE_HOOKS.using(first, context);
  if (!parts || !tsc.isIdentifier(first.name)) {
    if (!parts) context.report(E.usingDeclaration, first, {});
    const symbol = tsc.isIdentifier(first.name) ? context.symbol(first.name) : undefined;
    if (symbol) context.bind(symbol, { kind: 'error' });
    return following();
  }
  const local = context.declareLocal(first.name, parts.type);
  if (parts.value.type === ERROR_TYPE) return following();
  const dispose = parts.dispose(local);
  const span = context.span(first);
  return [{ kind: 'using', local, value: parts.value, dispose, body: following(), span }];
}
