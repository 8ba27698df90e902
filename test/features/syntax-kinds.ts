// The kinds of nodes that TypeScript's parser makes, and which of them no program has.
import ts from 'typescript';

/** Kinds that no text of a `.ts` file gives: of JSX, of JSDoc in JavaScript, of transformations, and of errors. */
const NEVER =
  /^Jsx|^JSDoc|^(First|Last)|Synthetic|^(NotEmitted|PartiallyEmitted|CommaList)|^(Bundle|Count|SyntaxList|MissingDeclaration|ImportTypeAssertionContainer|AssertClause|AssertEntry|NonTextFileMarkerTrivia|Unknown)/;

/** Names of the same number: the parser's own is the last that is no mark of a range. */
const NAMES = new Map<number, string>();
for (const [name, kind] of Object.entries(ts.SyntaxKind))
  if (typeof kind === 'number' && !/^(First|Last)/.test(name)) NAMES.set(kind, name);

export function unseenKinds(files: readonly ts.SourceFile[]): readonly string[] {
  const seen = new Set<number>();
  const visit = (node: ts.Node): void => {
    seen.add(node.kind);
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return [...NAMES]
    .filter(([kind, name]) => kind >= ts.SyntaxKind.FirstNode && !NEVER.test(name))
    .filter(([kind]) => !seen.has(kind))
    .map(([, name]) => name);
}
