// A build-time declaration → its source with all that it refers to, so that the untranslated form can run it again.
// Used for C functions that have a `_callable`: a function is no data that a program could carry otherwise.
import type ts from 'typescript';
import type { BuildTimeName, BuildTimeSource } from '../../program/build-time.ts';
import type { Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { isComptimeStatement } from './comptime.ts';
import { freeNames, type FreeName } from './free-names.ts';
import { javaScriptOf, makeSource } from './run-source.ts';
import { symbolSource } from './symbol-source.ts';

const programs = new WeakMap<ts.Program, Map<ts.Node, BuildTimeSource>>();

/** One object for each node, also where sources refer to each other in a circle. */
export function expressionSource(node: ts.Expression, context: Context): BuildTimeSource {
  return sourceOf(node, node.getText(), node.getStart(), context);
}

function sourceOf(node: ts.Node, text: string, start: number, context: Context): BuildTimeSource {
  let sources = programs.get(context.program);
  if (!sources) programs.set(context.program, (sources = new Map()));
  const known = sources.get(node);
  if (known) return known;
  const free = freeNames(node, context.checker);
  const names = new Map<string, BuildTimeName>();
  const statements: BuildTimeSource[] = [];
  const javaScript = javaScriptOf(makeSource(node, text, start, free));
  const source = { text: javaScript, names, statements };
  sources.set(node, source);
  for (const name of free) names.set(name.node.text, nameOf(name, context));
  for (const { expression } of node
    .getSourceFile()
    .statements.filter((one) => isComptimeStatement(one, context.checker)))
    statements.push(expressionSource(expression, context));
  return source;
}

function nameOf({ symbol }: FreeName, context: Context): BuildTimeName {
  const { checker } = context;
  const followed = symbol.flags & tsc.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return valueOf(followed, context);
}

function valueOf(symbol: ts.Symbol, context: Context): BuildTimeName {
  const source = symbolSource(symbol, context.checker);
  switch (source.kind) {
    case 'source':
      return {
        kind: 'source',
        source: sourceOf(source.source, source.text, source.start, context),
      };
    case 'module':
      return {
        kind: 'module',
        names: new Map(source.exports.map((one) => [one.name, valueOf(one, context)])),
      };
    default:
      return source;
  }
}
