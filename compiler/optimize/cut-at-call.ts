// A block is cut at a call that other blocks take the place of.
import type { Block, Link, Op } from '../graph/graph.ts';

export interface Cut {
  /** What stood behind the call; its inputs are the call's results. */
  readonly rest: Block;
  /** Where an error of the call goes, if the call ends a `try`. */
  readonly exception: Link | null;
}

/** `block` ends before the call then, and has no exit yet that means anything. */
export function cutAtCall(block: Block, index: number, { results }: Op): Cut {
  const { exit, ops } = block;
  const tried = exit.kind === 'try' && index === ops.length - 1 ? exit : null;
  block.ops = ops.slice(0, index);
  const after = tried ? { kind: 'goto' as const, link: tried.normal } : exit;
  const rest: Block = { inputs: results, ops: ops.slice(index + 1), exit: after };
  return { rest, exception: tried?.exception ?? null };
}
