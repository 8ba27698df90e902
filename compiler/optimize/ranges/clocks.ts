// How often a loop goes round at most, from what it counts: a clock is an input of the loop's header that every round
// makes greater. Either its range says how often that can be, or the loop's test compares it with a bound that lies a known
// number above where it started (`for (let i = start; i < Math.min(start + 5552, length); i++)`).
import type { Block, Link, Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import type { Edge } from '../../graph/walk.ts';
import { RELATIONS, type Scopes } from './branches.ts';
import { constantFact, EMPTY, hasNumbers, join } from './interval.ts';
import type { Facts } from './refine.ts';
import { definingOp, loopEdges, type LoopEdges, type Structure } from './structure.ts';

export class Clocks {
  readonly #structure: Structure;
  readonly #scopes: Scopes;
  readonly #facts: Facts;

  constructor(structure: Structure, scopes: Scopes, facts: Facts) {
    this.#structure = structure;
    this.#scopes = scopes;
    this.#facts = facts;
  }

  /**
   * Ranges have stopped growing and may be used. Before, a range that bounds the rounds which bound it would grow for ever
   * in small steps.
   */
  isSettled = false;

  /** How often the loop's header is entered from its body at most, each time that it is entered from outside. */
  mostRounds(header: Block): number {
    const body = this.#structure.loops.get(header);
    if (!body) return Infinity;
    const edges = loopEdges(this.#structure, header, body);
    const rounds = header.inputs.map((input, index) =>
      this.#roundsOf(header, body, edges, input, index),
    );
    return Math.min(Infinity, ...rounds);
  }

  #roundsOf(
    header: Block,
    body: ReadonlySet<Block>,
    { entries, backEdges }: LoopEdges,
    input: Variable,
    index: number,
  ): number {
    const step = Math.min(Infinity, ...backEdges.map(({ link }) => this.#step(input, link, index)));
    // Not a clock.
    if (!(step >= 1 && step < Infinity)) return Infinity;
    const start = entries
      .map((edge) =>
        this.#facts.at(edge.link.args[index] as Value, this.#scopes.edge(edge.from, edge.link)),
      )
      .reduce(join, EMPTY);
    if (!hasNumbers(start)) return 0;
    const range = this.isSettled ? this.#facts.ofVariable(input).hi - start.lo : Infinity;
    const distance = this.#distance(header, body, input, entries, index);
    return Math.ceil(Math.max(0, Math.min(range, distance)) / step);
  }

  /** By how much a way back makes the input greater. */
  #step(input: Variable, link: Link, index: number): number {
    const value = link.args[index];
    return (value && this.#facts.distance(input, value)) ?? 0;
  }

  /** The loop's test holds only where the clock is less than so much above its start. */
  #distance(
    header: Block,
    body: ReadonlySet<Block>,
    input: Variable,
    entries: readonly Edge[],
    index: number,
  ): number {
    const [only, ...others] = entries;
    const start = only?.link.args[index];
    const { exit } = header;
    if (!start || others.length > 0 || exit.kind !== 'branch') return Infinity;
    const staysWhenTrue = body.has(exit.whenTrue.target) && !body.has(exit.whenFalse.target);
    const test = definingOp(this.#structure, exit.condition);
    const [relation, order] = (test && RELATIONS[test.name]) ?? [];
    if (!test || !staysWhenTrue || (relation !== 'lt' && relation !== 'le')) return Infinity;
    const [a, b] = order === 'as is' ? test.args : [...test.args].reverse();
    const ahead = a && this.#facts.distance(input, a);
    if (!b || ahead === undefined || ahead === null) return Infinity;
    const distances = this.#upperBounds(b).map((bound) => this.#difference(start, bound));
    const distance = Math.min(Infinity, ...distances.map((found) => found ?? Infinity));
    return distance - ahead + (relation === 'le' ? 1 : 0);
  }

  #difference(from: Value, to: Value): number | null {
    if (from.kind !== 'constant' || to.kind !== 'constant') return this.#facts.distance(from, to);
    const [a, b] = [constantFact(from.value), constantFact(to.value)];
    return a && b && Number.isSafeInteger(a.lo) && Number.isSafeInteger(b.lo) ? b.lo - a.lo : null;
  }

  /** The value and others that it is never greater than: the operands of a minimum. */
  #upperBounds(value: Value): readonly Value[] {
    const op = definingOp(this.#structure, value);
    return op && isMinimum(op, this.#structure) ? [value, ...op.args.slice(-2)] : [value];
  }
}

const LESS: ReadonlySet<OpName> = new Set(['int_lt', 'int_le', 'float_lt', 'float_le']);

/** `float_min`, or a `select` of the lesser of two integers. */
function isMinimum(op: Op, structure: Structure): boolean {
  if (op.name === 'float_min') return true;
  const [condition, x, y] = op.args;
  if (op.name !== 'select' || !condition || x?.type.kind !== 'int') return false;
  const test = definingOp(structure, condition);
  return test !== null && LESS.has(test.name) && test.args[0] === x && test.args[1] === y;
}

/** The header of the innermost loop that a block is in; null outside of loops. */
export function innermostLoop(structure: Structure, block: Block): Block | null {
  let found: Block | null = null;
  for (const [header, body] of structure.loops) {
    if (!body.has(block)) continue;
    if (!found || structure.loops.get(found)?.has(header)) found = header;
  }
  return found;
}
