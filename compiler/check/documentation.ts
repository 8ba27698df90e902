// The JSDoc text above a declaration, without its comment marks.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

/** '' if there is none. */
export function documentation(node: ts.Node): string {
  const comment = tsc.getJSDocCommentsAndTags(node).filter(tsc.isJSDoc).at(-1);
  if (!comment) return '';
  return comment
    .getText()
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}
