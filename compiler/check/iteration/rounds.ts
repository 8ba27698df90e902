// What is done with each item of something that is walked over: the body of `for…of`, or `yield*`.
import type { Expression, JumpTarget, Statement } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';

export interface Rounds {
  /** The loop, with the target of jumps out of its body. */
  loop(make: (target: JumpTarget) => Statement): Statement;
  /** What stands in the body: first what takes the item. */
  round(item: Expression): readonly Statement[];
}

/** What each round gets: the item, its key or index, or both. */
export type Walked = 'values' | 'keys' | 'entries';

/** Which of the items an array is made of. */
export interface WantedItems {
  readonly what: Walked | null;
  /** Of an iterator no more items are taken; null: all. */
  readonly most: number | null;
  /** What the items are converted to; null or missing: they stay as they are. */
  readonly element?: RtsType | null;
}
