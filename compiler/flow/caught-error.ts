// The graph that makes an object of the pending error, once in each unit that catches any. An error of an operation gets its
// object only here: nothing is allocated for errors that leave the module, or that nobody looks at.
import { errorKind } from '../builtins/errors.ts';
import { GraphBuilder, link } from '../graph/builder.ts';
import { constant } from '../graph/constants.ts';
import type { Block, Graph, Value } from '../graph/graph.ts';
import {
  ERROR_CLASSES,
  OPTIONAL_ERROR,
  PENDING_TYPE,
  SITE_FIELD,
} from '../program/error-classes.ts';
import type { ErrorName } from '../program/nodes.ts';
import { BOOLEAN, INT_TYPES, STRING } from '../program/types.ts';

const ERROR = ERROR_CLASSES.Error;
const NAMES = Object.keys(ERROR_CLASSES) as readonly ErrorName[];

/** No name of a program has a blank. */
export const CAUGHT_ERROR = 'caught error';

export function caughtErrorGraph(): Graph {
  const builder = new GraphBuilder({
    name: CAUGHT_ERROR,
    displayName: 'catch',
    parameters: [],
    results: [ERROR],
    span: null,
  });
  const [thrown, raised] = [builder.block(), builder.block()];
  const object = builder.value('pending_object', [], PENDING_TYPE);
  builder.branch(builder.value('nullable_is_present', [object], BOOLEAN), thrown, raised);
  builder.continueIn(thrown);
  builder.return([builder.value('nullable_get', [object], ERROR)]);
  builder.continueIn(raised);
  raisedError(builder);
  return builder.finish();
}

function raisedError(builder: GraphBuilder): void {
  const { i32, usize } = INT_TYPES;
  const message = builder.value('pending_message', [], STRING);
  const site = builder.value('pending_site', [], usize);
  const made = builder.block([
    { type: ERROR, name: '' },
    { type: STRING, name: 'name' },
  ]);
  const cases = NAMES.map((name) => ({ name, block: builder.block() }));
  const [first] = cases;
  if (first) {
    const links = cases.slice(1).map(({ name, block }) => ({
      value: constant(i32, errorKind(name)),
      link: link(block),
    }));
    builder.switch(builder.value('pending_kind', [], i32), links, link(first.block));
  }
  for (const { name, block } of cases) newError(builder, name, block, made);
  builder.continueIn(made);
  const [error, name] = made.inputs as [Value, Value];
  const fields = { name, message, cause: constant(OPTIONAL_ERROR, undefined), [SITE_FIELD]: site };
  for (const [field, value] of Object.entries(fields))
    builder.effect('field_set', [error, value], { field });
  builder.return([error]);
}

function newError(builder: GraphBuilder, name: ErrorName, block: Block, made: Block): void {
  builder.continueIn(block);
  const object = builder.value('object_new', [], ERROR_CLASSES[name]);
  const error =
    name === 'Error' ? object : builder.value('reference_cast', [object], { types: [ERROR] });
  builder.goto(made, [error, constant(STRING, name)]);
}
