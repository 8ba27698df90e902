// How the body of a generator goes on where it was left: a switch over the state of its frame leads to each place behind a `suspend`.
import { RAISED } from '../../builtins/errors.ts';
import { link, type GraphBuilder } from '../../graph/builder.ts';
import { constant } from '../../graph/constants.ts';
import type { Constant, SwitchLink, Value } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { STATE_FIELD, STATES } from '../../program/generator-fields.ts';
import { BOOLEAN, INT_TYPES } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';

export interface Resumption {
  readonly frame: Value;
  /** It shall end where it stands. */
  readonly closing: Value;
  /** Grows with each `suspend`. */
  readonly places: SwitchLink[];
}

const state = (value: number): Constant => constant(INT_TYPES.i32, value);

/** Fills the current block, the function's first, and goes on where the body begins. */
export function beginGenerator(builder: GraphBuilder, span: Span): Resumption {
  const [frame, closing] = builder.parameters;
  if (!frame || !closing) throw new InternalError('a generator without a frame');
  const attributes = { field: STATE_FIELD };
  const at = builder.value('field_get', [frame], { types: [INT_TYPES.i32], attributes });
  builder.effect('field_set', [frame, state(STATES.running)], attributes);
  const [start, running, done, body] = [0, 1, 2, 3].map(() => builder.block());
  if (!start || !running || !done || !body) throw new InternalError('no blocks');
  const places = [
    { value: state(STATES.start), link: link(start) },
    { value: state(STATES.running), link: link(running) },
  ];
  builder.switch(at, places, link(done));
  builder.continueIn(running);
  builder.raise(RAISED.generatorRunning, [], span);
  builder.continueIn(done);
  builder.effect('field_set', [frame, state(STATES.done)], attributes);
  builder.return([constant(BOOLEAN, false)]);
  builder.continueIn(start);
  builder.branch(closing, done, body);
  builder.continueIn(body);
  return { frame, closing, places };
}

/** Leaves the body; the current block is then the one where it goes on. */
export function suspend(builder: GraphBuilder, { frame, places }: Resumption): void {
  // The places before are the start and the running one.
  const value = state(places.length - 1);
  builder.effect('field_set', [frame, value], { field: STATE_FIELD });
  builder.return([constant(BOOLEAN, true)]);
  places.push({ value, link: link(builder.startBlock()) });
}
