// The jump target of a loop, switch or labelled block, in force while its inside is checked.
import type ts from 'typescript';
import type { JumpTarget } from '../program/nodes.ts';
import type { Context, JumpScope } from './context.ts';
import { tsc } from './tsc.ts';

/** Labels that stand directly before a statement: `a: b: while (…)`. */
export function labelsOf(node: ts.Node): readonly string[] {
  const labels: string[] = [];
  for (let { parent } = node; tsc.isLabeledStatement(parent); { parent } = parent)
    labels.push(parent.label.text);
  return labels;
}

export function inJumpScope<T>(
  node: ts.Node,
  accepts: Pick<JumpScope, 'breakable' | 'continuable'>,
  context: Context,
  body: (target: JumpTarget) => T,
): T {
  const labels = labelsOf(node);
  const target: JumpTarget = { label: labels[0] ?? null };
  context.jumps.push({ target, labels, ...accepts });
  try {
    return body(target);
  } finally {
    context.jumps.pop();
  }
}
