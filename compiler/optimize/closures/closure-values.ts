// Of which graph the closures are that the variables of a graph hold, where that is known: closures made there, captured
// ones and parameters of which the graph was specialised, and what blocks take of those alone.
import type { Graph, Value, Variable } from '../../graph/graph.ts';
import { linksOf, reversePostorder } from '../../graph/walk.ts';

/** What a graph was specialised to. */
export interface KnownClosures {
  /** The graph of the closure that the function is itself: its first parameter. */
  readonly self: string | null;
  /** By index of the parameter. */
  readonly inputs: ReadonlyMap<number, string>;
  /** By index of the captured value. */
  readonly captures: ReadonlyMap<number, string>;
}

export type ClosureValues = ReadonlyMap<Variable, string>;

/** null: closures of different graphs, or any. A variable without an entry has not been reached. */
type Found = Map<Variable, string | null>;

export function closureValues(graph: Graph, known: KnownClosures): ClosureValues {
  const order = reversePostorder(graph);
  const found: Found = new Map();
  const closure = graph.start.inputs[0];
  graph.start.inputs.forEach((input, i) => {
    found.set(input, known.inputs.get(i) ?? (i === 0 ? known.self : null));
  });
  for (const { name, args, results, attributes } of order.flatMap(({ ops }) => ops)) {
    const [result] = results;
    if (!result) continue;
    const isOwn = name === 'closure_load' && known.self !== null && args[0] === closure;
    const captured = isOwn ? (known.captures.get(attributes.index ?? -1) ?? null) : null;
    const made = name === 'closure_new' ? (attributes.callee ?? null) : captured;
    for (const one of results) found.set(one, one === result ? made : null);
  }
  const links = order.flatMap(({ exit }) => linksOf(exit));
  for (let changed = true; changed;) {
    changed = false;
    for (const { target, args } of links)
      target.inputs.forEach((input, i) => {
        const arg = args[i];
        if (arg?.type.kind === 'function') changed = meet(found, input, arg) || changed;
      });
  }
  return new Map([...found].flatMap(([value, name]) => (name === null ? [] : [[value, name]])));
}

/** Whether it changes what is known of `input`. */
function meet(found: Found, input: Variable, arg: Value): boolean {
  const given = arg.kind === 'variable' ? found.get(arg) : null;
  if (given === undefined) return false;
  const old = found.get(input);
  if (old === null || old === given) return false;
  found.set(input, old === undefined ? given : null);
  return true;
}

/**
 * Whether the graph calls the value, or hands it to a function or closure that may; not where it only keeps it, or calls the
 * closure's graph, one of `closures`, by name already.
 */
export function mayCall(graph: Graph, value: Variable, closures: ReadonlySet<string>): boolean {
  const order = reversePostorder(graph);
  const same = new Set([value]);
  for (const one of same)
    for (const { target, args } of order.flatMap(({ exit }) => linksOf(exit)))
      args.forEach((arg, i) => {
        const input = target.inputs[i];
        if (arg === one && input) same.add(input);
      });
  return order.some(({ ops }) =>
    ops.some(
      ({ name, args, attributes }) =>
        CALLS.has(name) &&
        args.some((arg, i) => {
          const isItself =
            i === 0 && name === 'direct_call' && closures.has(attributes.callee ?? '');
          return arg.kind === 'variable' && same.has(arg) && !isItself;
        }),
    ),
  );
}

const CALLS: ReadonlySet<string> = new Set(['closure_call', 'direct_call', 'closure_new']);
