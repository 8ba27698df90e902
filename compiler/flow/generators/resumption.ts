// How the body of a generator goes on where it was left: a switch over the state of its frame leads to each place behind a `suspend`.
import { RAISED } from '../../builtins/errors.ts';
import { link, type GraphBuilder } from '../../graph/builder.ts';
import { constant } from '../../graph/constants.ts';
import type { Block, Constant, SwitchLink, Value } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { STATE_FIELD, STATES, THROWN_FIELD } from '../../program/generator-fields.ts';
import { ERROR_CLASSES, OPTIONAL_ERROR } from '../../program/error-classes.ts';
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
  const thrown = throwGiven(builder, frame);
  if (thrown) {
    builder.throw(thrown.error, span);
    builder.continueIn(thrown.otherwise);
  }
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

/**
 * In programs that use `throw`: goes on where it has given an error, which is taken out of the frame; `otherwise` is where there is
 * none. The caller throws it.
 */
export function throwGiven(
  builder: GraphBuilder,
  frame: Value,
): { readonly error: Value; readonly otherwise: Block } | null {
  const type = frame.type.kind === 'object' ? frame.type : null;
  if (!type?.fields.some(({ name }) => name === THROWN_FIELD)) return null;
  const attributes = { field: THROWN_FIELD };
  const given = builder.value('field_get', [frame], { types: [OPTIONAL_ERROR], attributes });
  const [throwing, otherwise] = [builder.block(), builder.block()];
  builder.branch(builder.value('nullable_is_present', [given], BOOLEAN), throwing, otherwise);
  builder.continueIn(throwing);
  builder.effect('field_set', [frame, constant(OPTIONAL_ERROR, undefined)], attributes);
  return { error: builder.value('nullable_get', [given], ERROR_CLASSES.Error), otherwise };
}
