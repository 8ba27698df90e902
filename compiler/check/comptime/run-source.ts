// A piece of TypeScript source → JavaScript → its value, in Node: types are removed, and each name that is declared
// outside of it is asked for when the code gets there (so functions may refer to what is declared after them).
import type ts from 'typescript';
import { tsc } from '../tsc.ts';
import type { FreeName } from './free-names.ts';
import { isPlain } from './is-plain.ts';

/** Gives the value of an outside name. */
export type Lookup = (name: string) => unknown;

/** One expression. */
export interface Source {
  readonly text: string;
  /** It is JavaScript as it stands: TypeScript, which takes milliseconds for each source, is not needed. */
  readonly isPlain: boolean;
  /** Names that are declared outside of it. */
  readonly outside: readonly OutsideName[];
}

export interface OutsideName {
  readonly name: string;
  /** In the text. */
  readonly offset: number;
  /** `{ name }`, which also names the property. */
  readonly isShorthand: boolean;
}

/** What replaces `name` by `$.name` in the source before it is run. */
const SCOPE = '$';
const RESULT = '$result';

/** The source of a node, given as its text and its offset in its file, which names it refers to. */
export const makeSource = (
  node: ts.Node,
  text: string,
  start: number,
  free: readonly FreeName[],
): Source => ({
  text,
  isPlain: isPlain(node),
  outside: free.map(({ node: name }) => ({
    name: name.text,
    offset: name.getStart() - start,
    isShorthand: tsc.isShorthandPropertyAssignment(name.parent),
  })),
});

/** What the code throws is thrown. */
export function runSource(source: Source, lookup: Lookup): unknown {
  const scope = Object.create(null) as object;
  for (const name of new Set(source.outside.map((one) => one.name)))
    Object.defineProperty(scope, name, { enumerable: true, get: () => lookup(name) });
  // The code is the user's own build, like a bundler's configuration file: it may do what Node may do.
  const run = new Function(SCOPE, `"use strict"; ${javaScriptOf(source)}`);
  return Reflect.apply(run, undefined, [scope]);
}

/** Statements that return the value. */
export function javaScriptOf(source: Source): string {
  const statement = source.isPlain ? `${RESULT} = (${spliced(source)}\n);` : transpiled(source);
  return `let ${RESULT};\n${statement}\nreturn ${RESULT};`;
}

function spliced({ text, outside }: Source): string {
  let result = '';
  let done = 0;
  for (const { name, offset, isShorthand } of outside.toSorted((a, b) => a.offset - b.offset)) {
    result += text.slice(done, offset) + (isShorthand ? `${name}: ` : '') + `${SCOPE}.`;
    done = offset;
  }
  return result + text.slice(done);
}

function transpiled({ text, outside }: Source): string {
  const prefix = `${RESULT} = (`;
  const offsets = new Set(outside.map(({ offset }) => offset));
  return tsc.transpileModule(`${prefix}${text}\n);`, {
    compilerOptions: { target: tsc.ScriptTarget.ES2022, module: tsc.ModuleKind.ESNext },
    transformers: { before: [qualifyNames(offsets, prefix.length)] },
  }).outputText;
}

function qualifyNames(
  outside: ReadonlySet<number>,
  shift: number,
): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const qualified = (name: ts.Identifier): ts.Expression =>
      factory.createPropertyAccessExpression(factory.createIdentifier(SCOPE), name.text);
    const isOutside = (node: ts.Node): boolean => outside.has(node.getStart(file) - shift);
    const visit = (node: ts.Node): ts.Node => {
      if (tsc.isShorthandPropertyAssignment(node) && isOutside(node.name))
        return factory.createPropertyAssignment(node.name.text, qualified(node.name));
      // A property's value and its access begin at one offset; only the identifier itself is replaced.
      if (tsc.isIdentifier(node) && isOutside(node)) return qualified(node);
      return tsc.visitEachChild(node, visit, context);
    };
    return tsc.visitEachChild(file, visit, context);
  };
}
