// A piece of TypeScript source → its value, in Node: types are removed, and each name that is declared outside of it
// is asked for when the code gets there (so functions may refer to what is declared after them).
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

/** Gives the value of an outside name. */
export type Lookup = (name: string) => unknown;

/** What replaces `name` by `$.name` in the source before it is run. */
const SCOPE = '$';
const RESULT = '$result';

/**
 * `text` is one expression. `outside` are the offsets in it at which outside names stand. What the code throws is
 * thrown.
 */
export function runSource(
  text: string,
  outside: ReadonlySet<number>,
  names: ReadonlySet<string>,
  lookup: Lookup,
): unknown {
  const scope = Object.create(null) as object;
  for (const name of names)
    Object.defineProperty(scope, name, { enumerable: true, get: () => lookup(name) });
  // The code is the user's own build, like a bundler's configuration file: it may do what Node may do.
  const run = new Function(SCOPE, `"use strict"; ${transpileSource(text, outside)}`);
  return Reflect.apply(run, undefined, [scope]);
}

/** One expression → JavaScript statements that return its value; an outside name is a property of `$`. */
export function transpileSource(text: string, outside: ReadonlySet<number>): string {
  const prefix = `${RESULT} = (`;
  const { outputText } = tsc.transpileModule(`${prefix}${text}\n);`, {
    compilerOptions: { target: tsc.ScriptTarget.ES2022, module: tsc.ModuleKind.ESNext },
    transformers: { before: [qualifyNames(outside, prefix.length)] },
  });
  return `let ${RESULT};\n${outputText}\nreturn ${RESULT};`;
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
