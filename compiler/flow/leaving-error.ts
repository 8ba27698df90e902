// The graph that the wrappers of exports call when an object has left them as an error: it tells the host the error's fields,
// and those of its cause, and so on. In each unit that throws objects. `told`: a graph that gets the object first.
import { GraphBuilder } from '../graph/builder.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { LEAVING_ERROR } from '../graph/unit.ts';
import {
  ERROR_CLASSES,
  OPTIONAL_ERROR,
  PENDING_TYPE,
  SITE_FIELD,
} from '../program/error-classes.ts';
import { BOOLEAN, INT_TYPES, STRING } from '../program/types.ts';

export function leavingErrorGraph(told: string | null): Graph {
  const type = ERROR_CLASSES.Error;
  const builder = new GraphBuilder({
    name: LEAVING_ERROR,
    displayName: LEAVING_ERROR,
    parameters: [],
    results: [],
    span: null,
  });
  const head = builder.block([{ type, name: 'error' }]);
  const [next, end] = [builder.block(), builder.block()];
  const thrown = builder.value('pending_object', [], PENDING_TYPE);
  const object = builder.value('nullable_get', [thrown], type);
  if (told !== null) builder.effect('direct_call', [object], { callee: told });
  builder.goto(head, [object]);
  builder.continueIn(head);
  const [error] = head.inputs as [Value];
  const field = (name: string, of: typeof STRING | typeof INT_TYPES.usize): Value =>
    builder.value('field_get', [error], { types: [of], attributes: { field: name } });
  builder.effect('host_error', [
    field('name', STRING),
    field('message', STRING),
    field(SITE_FIELD, INT_TYPES.usize),
  ]);
  const cause = builder.value('field_get', [error], {
    types: [OPTIONAL_ERROR],
    attributes: { field: 'cause' },
  });
  builder.branch(builder.value('nullable_is_present', [cause], BOOLEAN), next, end);
  builder.continueIn(next);
  builder.goto(head, [builder.value('nullable_get', [cause], type)]);
  builder.continueIn(end);
  builder.return();
  return builder.finish();
}
