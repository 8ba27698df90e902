// Links past blocks without ops: what leads to such a block may lead to where it goes, if the way from there is known.
import type { Block, Exit, Graph, Link, Op, Value, Variable } from '../../graph/graph.ts';
import { mapExit, mapLinks } from '../../graph/rewrite.ts';
import { definitions, forEachUse } from '../../graph/walk.ts';
import { knownLink, type Definitions } from './resolve-exit.ts';

export class Forwarding implements Definitions {
  readonly #ops = new Map<Variable, Op>();
  /** Blocks whose inputs are used by later blocks: these cannot be gone around. */
  readonly #needed = new Set<Block>();

  constructor(graph: Graph) {
    const owners = new Map<Variable, Block>();
    for (const [variable, { block, op }] of definitions(graph)) {
      if (op) this.#ops.set(variable, op);
      else owners.set(variable, block);
    }
    forEachUse(graph, (value, _user, block) => {
      const owner = value.kind === 'variable' ? owners.get(value) : undefined;
      if (owner && owner !== block) this.#needed.add(owner);
    });
  }

  definition(value: Value): Op | undefined {
    return value.kind === 'variable' ? this.#ops.get(value) : undefined;
  }

  /** The exit with every link led past what can be gone around. */
  exit(exit: Exit): Exit {
    let changed = false;
    const mapped = mapLinks(exit, (link) => {
      const to = this.#follow(link);
      if (to !== link) changed = true;
      return to;
    });
    return changed ? mapped : exit;
  }

  #follow(link: Link): Link {
    const seen = new Set<Block>();
    let current = link;
    for (;;) {
      const { target, args } = current;
      // Round and round without doing anything: an endless loop stays one.
      if (seen.has(target)) return link;
      if (target.ops.length > 0 || this.#needed.has(target)) return current;
      seen.add(target);
      const next = wayThrough(target, args);
      if (!next) return current;
      current = next;
    }
  }
}

/** Where a block without ops goes when it is entered with these arguments. */
function wayThrough({ inputs, exit }: Block, args: readonly Value[]): Link | null {
  const values = new Map<Value, Value>(inputs.map((input, i) => [input, args[i] ?? input]));
  const entered = mapExit(exit, (value) => values.get(value) ?? value);
  return entered.kind === 'goto' ? entered.link : knownLink(entered);
}
