// What the glue asks for before it looks which objects of the program are dead.
import { COLLECT_EXPORT } from '../../program/crossing.ts';
import type { CheckedFunction, Local } from '../../program/nodes.ts';
import { BOOLEAN, VOID } from '../../program/types.ts';
import { builtin, readLocal } from '../build.ts';
import type { Words } from './library-calls.ts';
import { madeOf } from './made-function.ts';

/** `collect(all)`, by the name of its export. */
export function collectFunction({
  node,
  context,
}: Pick<Words, 'node' | 'context'>): readonly [string, CheckedFunction] {
  const span = context.span(node);
  const all: Local = { name: 'all', type: BOOLEAN, mutable: false };
  const value = builtin('host.collect', [readLocal(all, span)], VOID, span);
  const signature = { id: 'collect objects', parameters: [all], result: VOID };
  return [COLLECT_EXPORT, context.made.once(signature.id, () => madeOf(signature, value, span))];
}
