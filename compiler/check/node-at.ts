// The innermost node at an offset of a file.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

/** Positions between tokens belong to the token behind them. */
export function nodeAt(file: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = statementAt(file.statements, position) ?? file;
  for (;;) {
    const inner = tsc.forEachChild(found, (child) =>
      child.pos <= position && position < child.end ? child : undefined,
    );
    if (!inner) return found;
    found = inner;
  }
}

/** Files have thousands of statements; everything else has few children. */
function statementAt(
  statements: readonly ts.Statement[],
  position: number,
): ts.Statement | undefined {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const statement = statements[low];
  return statement && statement.pos <= position ? statement : undefined;
}
