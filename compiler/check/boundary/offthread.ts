// `const f = offthread(function)` at module level → the function that runs off the thread, by whatever name it is declared.
import type ts from 'typescript';
import type { BuiltinName } from '../../builtins/builtins.ts';
import { E } from '../../diagnostics/codes.ts';
import type { PlainFunctionNode } from '../declarations/function-form.ts';
import type { Context, DeclaredFunction } from '../context.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';

const isMixmod = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration?.getSourceFile().fileName === MIXMOD_PATH;

export const isOffthread = (symbol: ts.Symbol): boolean =>
  symbol.name === 'offthread' && isMixmod(symbol);

/** `aborted` and `progress`. */
export const jobBuiltin = (symbol: ts.Symbol): BuiltinName | undefined =>
  isMixmod(symbol) ? JOB_BUILTINS.get(symbol.name) : undefined;

const JOB_BUILTINS: ReadonlyMap<string, BuiltinName> = new Map([
  ['aborted', 'offthread.aborted'],
  ['progress', 'offthread.progress'],
]);

/** The call, where the variable is made by one. */
export function offthreadCall(
  { initializer }: ts.VariableDeclaration,
  context: Context,
): ts.CallExpression | undefined {
  const call = initializer && skipParentheses(initializer);
  if (!call || !tsc.isCallExpression(call)) return undefined;
  const callee = skipParentheses(call.expression);
  const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = tsc.isIdentifier(name) ? context.symbol(name) : undefined;
  return symbol && isOffthread(symbol) ? call : undefined;
}

/** A function literal to be declared, or a function of the module; undefined after a report. */
export function offthreadFunction(
  node: ts.VariableDeclaration,
  call: ts.CallExpression,
  context: Context,
): PlainFunctionNode | DeclaredFunction | undefined {
  const [argument, ...more] = call.arguments;
  const isConst = (tsc.getCombinedNodeFlags(node) & tsc.NodeFlags.Const) !== 0;
  const given = argument && skipParentheses(argument);
  if (given && isConst && more.length === 0 && !node.type) {
    if (tsc.isArrowFunction(given) || tsc.isFunctionExpression(given)) return given;
    const name = tsc.isPropertyAccessExpression(given) ? given.name : given;
    const symbol = tsc.isIdentifier(name) ? context.symbol(name) : undefined;
    const binding = symbol && context.binding(symbol);
    if (binding?.kind === 'function') return binding.declared;
    if (binding?.kind === 'error') return undefined;
  }
  context.report(E.offthreadPlace, call, {});
  return undefined;
}
