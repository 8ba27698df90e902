// How deep a file is nested. The stages walk trees with their own stack, so that depth has a limit.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

/** Far beyond what people write, far below what the stack of any stage holds. */
const DEEPEST = 1000;

/** The first node found below the limit; undefined where all is well. Walks without recursion. */
export function tooDeep(file: ts.SourceFile): ts.Node | undefined {
  const open: ts.Node[] = [file];
  const depths = [0];
  for (;;) {
    const node = open.pop();
    const depth = depths.pop();
    if (!node || depth === undefined) return undefined;
    if (depth > DEEPEST) return node;
    tsc.forEachChild(node, (child) => {
      open.push(child);
      depths.push(depth + 1);
    });
  }
}

/** V8 says no more than this text. */
export const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
