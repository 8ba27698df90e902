// Whether anything is done with a parameter of a graph, in it or in the graphs that it is handed on to.
import type { Block, Graph, Op, Value } from './graph.ts';
import type { Unit } from './unit.ts';
import { exitArgs, linksOf, reversePostorder } from './walk.ts';

/** `index`: of the graph's inputs. True for a graph that the unit does not have. */
export function isInputUsed(unit: Unit, name: string, index: number): boolean {
  return new InputUse(unit).isUsed(name, index);
}

class InputUse {
  readonly #unit: Unit;
  /** Those that are being looked at: recursion alone is no use. */
  readonly #seen = new Set<string>();

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  isUsed(name: string, index: number): boolean {
    const key = `${index} ${name}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    const graph = this.#unit.graphs.get(name);
    const input = graph?.start.inputs[index];
    return !graph || !input || this.#isUsedIn(graph, input);
  }

  #isUsedIn(graph: Graph, input: Value): boolean {
    return reversePostorder(graph).some(
      (block) => block.ops.some((op) => this.#isUsedBy(op, input)) || leavesWith(block, input),
    );
  }

  #isUsedBy({ name, args, attributes }: Op, input: Value): boolean {
    return args.some(
      (arg, index) =>
        arg === input && (name !== 'direct_call' || this.isUsed(attributes.callee ?? '', index)),
    );
  }
}

/** The exit of the block has it, or hands it to another block. */
const leavesWith = ({ exit }: Block, input: Value): boolean =>
  exitArgs(exit).includes(input) || linksOf(exit).some(({ args }) => args.includes(input));
