// `[Symbol.iterator]` and `[Symbol.dispose]`: names of members (ECMA-262 6.1.5.1).
import type ts from 'typescript';
import { tsc } from './tsc.ts';

const NAMES: ReadonlySet<string> = new Set(['iterator', 'dispose']);

export const ITERATOR = '[Symbol.iterator]';
export const DISPOSE = '[Symbol.dispose]';

/** The name of the member that `[e]` means; undefined where `e` is no such symbol. */
export function symbolName(node: ts.Node): string | undefined {
  const isOfSymbol =
    tsc.isPropertyAccessExpression(node) &&
    tsc.isIdentifier(node.expression) &&
    node.expression.text === 'Symbol' &&
    NAMES.has(node.name.text);
  return isOfSymbol ? `[Symbol.${node.name.text}]` : undefined;
}

/** As `symbolName`, of a name in a class, interface or object literal. */
export const symbolMember = (name: ts.Node): string | undefined =>
  tsc.isComputedPropertyName(name) ? symbolName(name.expression) : undefined;

/** As TypeScript names a member in its tables: `__@iterator@12`. */
export function symbolProperty(name: string): string | undefined {
  const [, found] = /^__@(\w+)@\d+$/.exec(name) ?? [];
  return found !== undefined && NAMES.has(found) ? `[Symbol.${found}]` : undefined;
}
