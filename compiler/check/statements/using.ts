// `using x = …` with all that follows it in the block → a statement that frees x on every way out.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Statement } from '../../program/nodes.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { isPresent, baseOf, unwrap } from '../nullable.ts';
import { callMethod } from '../classes/call-method.ts';
import { readLocal } from '../build.ts';
import { DISPOSE } from '../well-known-symbol.ts';
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
    const made = parts ? undefined : disposed(first, following, context);
    if (made) return made;
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

/** undefined where it is no object with `[Symbol.dispose]()`. */
function disposed(
  { name, initializer }: ts.VariableDeclaration,
  following: () => Statement[],
  context: Context,
): Statement[] | undefined {
  if (!initializer || !tsc.isIdentifier(name)) return undefined;
  const value = context.expression(initializer);
  return value.type === ERROR_TYPE ? [] : disposing(name, value, following, context);
}

/** `name` is an object with `[Symbol.dispose]()`, which may be absent, and is disposed of behind `body`; undefined for everything else. */
export function disposing(
  name: ts.Identifier,
  value: Expression,
  body: () => Statement[],
  context: Context,
): Statement[] | undefined {
  const { type, span } = value;
  const method = context.classes.members(baseOf(type))?.method(DISPOSE);
  const result = method?.result(name);
  if (!method || !result || result === ERROR_TYPE) return undefined;
  const local = context.declareLocal(name, type);
  const held = readLocal(local, span);
  const expression = callMethod(method, [unwrap(held, span)], result, true, span);
  const call: Statement = { kind: 'expression', expression, span };
  const finalizer: Statement[] =
    type.kind === 'nullable'
      ? [{ kind: 'if', test: isPresent(held, span), whenTrue: [call], whenFalse: [], span }]
      : [call];
  return [
    { kind: 'declare', local, value, span },
    { kind: 'try', body: body(), handler: null, finalizer, span },
  ];
}
