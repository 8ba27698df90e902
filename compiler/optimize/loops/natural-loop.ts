// A graph's shape → its innermost natural loops, and which values stay the same while such a loop runs.
import type { Block, Op, Value, Variable } from '../../graph/graph.ts';
import { OPS, type OpName } from '../../graph/ops.ts';
import { loopEdges, type LoopEdges, type Structure } from '../ranges/structure.ts';

export interface Loop extends LoopEdges {
  readonly header: Block;
  readonly body: ReadonlySet<Block>;
  readonly invariants: Invariants;
}

export function innermostLoops(structure: Structure): readonly Loop[] {
  const { loops, graph } = structure;
  const found: Loop[] = [];
  for (const [header, body] of loops) {
    if (header === graph.start || holdsAnother(body, header, loops)) continue;
    const edges = loopEdges(structure, header, body);
    found.push({ header, body, ...edges, invariants: new Invariants(structure, body) });
  }
  return found;
}

function holdsAnother(
  body: ReadonlySet<Block>,
  header: Block,
  loops: ReadonlyMap<Block, unknown>,
): boolean {
  for (const block of body) if (block !== header && loops.has(block)) return true;
  return false;
}

/** Undefined for some operands: not to be computed where they might not have been. */
const GUARDED: ReadonlySet<OpName> = new Set<OpName>([
  'int_div_nonzero',
  'int_rem_nonzero',
  'float_to_int_exact',
]);

/** May be computed anywhere. */
export const isMovable = ({ name, results }: Op): boolean =>
  OPS[name].pure && !OPS[name].raises && results.length === 1 && !GUARDED.has(name);

export class Invariants {
  readonly #structure: Structure;
  readonly #body: ReadonlySet<Block>;
  readonly #known = new Map<Variable, boolean>();

  constructor(structure: Structure, body: ReadonlySet<Block>) {
    this.#structure = structure;
    this.#body = body;
  }

  /** The op in the loop that defines a value; null for inputs, constants, and what is defined outside. */
  opOf(value: Value): Op | null {
    if (value.kind === 'constant') return null;
    const definition = this.#structure.definitions.get(value);
    return definition && this.#body.has(definition.block) ? definition.op : null;
  }

  /** Defined outside, or computed from such values by ops that may be computed outside as well. */
  has(value: Value): boolean {
    if (value.kind === 'constant') return true;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const definition = this.#structure.definitions.get(value);
    const inside = definition !== undefined && this.#body.has(definition.block);
    const op = this.opOf(value);
    const holds =
      !inside || (op !== null && isMovable(op) && op.args.every((arg) => this.has(arg)));
    this.#known.set(value, holds);
    return holds;
  }
}
