// Which inputs of blocks are always the same value: all links bring that value, or the input itself around a loop.
import { sameValue } from '../../graph/constants.ts';
import type { Graph, Value, Variable } from '../../graph/graph.ts';
import { predecessors } from '../../graph/walk.ts';

/** Input to value. Values may be inputs that are in the map themselves. */
export function sameInputs(graph: Graph): ReadonlyMap<Variable, Value> {
  const found = new Map<Variable, Value>();
  const resolve = (value: Value): Value => {
    let current = value;
    while (current.kind === 'variable') {
      const next = found.get(current);
      if (!next) break;
      current = next;
    }
    return current;
  };
  const edges = predecessors(graph);
  // One found input may make another one constant: until nothing more is found.
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [block, entries] of edges) {
      if (block === graph.start) continue;
      block.inputs.forEach((input, index) => {
        if (found.has(input)) return;
        const values = entries.map(({ link }) => resolve(link.args[index] ?? input));
        const others = values.filter((value) => value !== input);
        const [first] = others;
        if (first && others.every((value) => sameValue(value, first))) found.set(input, first);
      });
    }
  }
  return found;
}
