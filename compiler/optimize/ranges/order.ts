// Is a <= b + c at a place? Asked of two values, answered from their facts, the branches and checks above, their
// definitions, and for block inputs by induction over the ways into the block (after Bodík, Gupta and Sarkar, "ABCD:
// eliminating array bounds checks on demand"). No answer means "not proved".
import type { Block, Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { extend, whenCondition, type Constraint, type Place } from './branches.ts';
import type { Analysis } from './fixpoint.ts';
import { fits, type Fact } from './interval.ts';
import { definingOp } from './structure.ts';

interface Question {
  readonly a: Value;
  readonly b: Value;
  readonly c: number;
  readonly place: Place;
  readonly depth: number;
}

/** What is being proved of a block input: a <= b + c in each execution of its block so far. */
interface Hypothesis {
  readonly a: Value;
  readonly b: Value;
  readonly c: number;
}

const MAX_DEPTH = 16;
const MAX_QUESTIONS = 600;

export class Order {
  readonly #analysis: Analysis;
  #hypotheses: readonly Hypothesis[] = [];
  #left = 0;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** a <= b + c. */
  isAtMost(a: Value, b: Value, c: number, place: Place): boolean {
    this.#left = MAX_QUESTIONS;
    return this.#holds({ a, b, c, place, depth: MAX_DEPTH });
  }

  #holds(question: Question): boolean {
    const { a, b, c, place, depth } = question;
    if (this.#left-- <= 0 || depth <= 0) return false;
    const { facts } = this.#analysis;
    const distance = facts.distance(a, b);
    if (distance !== null) return -distance <= c;
    const [below, above] = [facts.at(a, place), facts.at(b, place)];
    if (below.nan || above.nan) return false;
    if (isBelow(below, above, c)) return true;
    const known = this.#hypotheses.find((item) => item.a === a && item.b === b);
    if (known && known.c <= c) return true;
    if (this.#byConstraints(question) || this.#byDefinition(question)) return true;
    return !known && this.#byInputs(question);
  }

  #ask(question: Question, change: Partial<Question>): boolean {
    return this.#holds({ ...question, ...change, depth: question.depth - 1 });
  }

  // ---- branches and checks ----

  /** From p <= q + s with a known distance from p to a: is q <= b + what is left? */
  #byConstraints(question: Question): boolean {
    const { a, c } = question;
    const { facts } = this.#analysis;
    if (a.kind === 'constant' || !facts.isConstrained(a)) return false;
    const next = (place: Place): Place => facts.concerning(a, place);
    for (let scope = next(question.place); scope; scope = next(scope.parent)) {
      for (const { p, q } of orderedPairs(scope.constraint)) {
        const distance = facts.distance(p, a);
        if (distance === null || q === a) continue;
        const difference = this.#difference(scope.constraint, scope.parent);
        if (difference === null) break;
        if (this.#ask(question, { a: q, c: c - distance - difference })) return true;
      }
    }
    return false;
  }

  /** s of p <= q + s, as a constraint says of its pairs; null: it may say nothing. */
  #difference(constraint: Constraint, place: Place): number | null {
    if (constraint.relation === 'safe') return null;
    const { relation, a, b, ordered, unsigned } = constraint;
    const { facts } = this.#analysis;
    const [left, right] = [facts.at(a, place), facts.at(b, place)];
    if (!ordered && (left.nan || right.nan)) return null;
    if (unsigned && !(right.lo >= 0)) return null;
    return relation === 'lt' && left.integral && right.integral ? -1 : 0;
  }

  // ---- definitions ----

  #byDefinition(question: Question): boolean {
    const { structure } = this.#analysis;
    const upper = definingOp(structure, question.a);
    if (upper && this.#fromAbove(upper, question)) return true;
    const lower = definingOp(structure, question.b);
    return lower !== null && this.#fromBelow(lower, question);
  }

  /** `op` makes `a`: by what is its result bounded? */
  #fromAbove(op: Op, question: Question): boolean {
    const { c } = question;
    const [x, y, z] = op.args;
    if (!x || !y) return false;
    if (op.name === 'select' && z) {
      return this.#bothSides(op, question, (value, place) =>
        this.#ask(question, { a: value, place }),
      );
    }
    if (isHalf(op) && this.#isHalfAtMost(x, question)) return true;
    return this.#boundsAbove(op, x, y, question.place).some(({ value, offset }) =>
      this.#ask(question, { a: value, c: c - offset }),
    );
  }

  /** The result is at most value + offset. */
  #boundsAbove(
    op: Op,
    x: Value,
    y: Value,
    place: Place,
  ): readonly { readonly value: Value; readonly offset: number }[] {
    const { facts } = this.#analysis;
    const [first, second] = [facts.at(x, place), facts.at(y, place)];
    const positive = first.lo >= 0;
    switch (op.name) {
      case 'int_add':
        if (!staysIn(op, first.lo + second.lo, first.hi + second.hi)) return [];
        return [
          { value: x, offset: second.hi },
          { value: y, offset: first.hi },
        ];
      case 'int_sub':
        if (!staysIn(op, first.lo - second.hi, first.hi - second.lo)) return [];
        return [{ value: x, offset: -second.lo }];
      case 'int_and':
        return [
          ...(positive ? [{ value: x, offset: 0 }] : []),
          ...(second.lo >= 0 ? [{ value: y, offset: 0 }] : []),
        ];
      case 'int_shr':
      case 'int_ushr':
        return positive ? [{ value: x, offset: 0 }] : [];
      case 'int_div_nonzero':
        return positive && second.lo >= 1 ? [{ value: x, offset: 0 }] : [];
      case 'int_rem_nonzero':
        return [
          ...(positive ? [{ value: x, offset: 0 }] : []),
          ...(second.lo >= 0 ? [{ value: y, offset: -1 }] : []),
        ];
      default:
        return [];
    }
  }

  /** floor((p + q) / 2) <= b + c if p <= b + c and q <= b + c, where one of both may be one more. */
  #isHalfAtMost(sum: Value, question: Question): boolean {
    const op = definingOp(this.#analysis.structure, sum);
    const [p, q] = op?.name === 'int_add' ? op.args : [];
    if (!op || !p || !q) return false;
    const { facts } = this.#analysis;
    const { c, place } = question;
    const [first, second] = [facts.at(p, place), facts.at(q, place)];
    if (!staysIn(op, first.lo + second.lo, first.hi + second.hi)) return false;
    const ask = (value: Value, most: number): boolean => this.#ask(question, { a: value, c: most });
    return (ask(p, c) && ask(q, c + 1)) || (ask(p, c + 1) && ask(q, c));
  }

  /** `op` makes `b`: is `a` at most something that its result is not less than? */
  #fromBelow(op: Op, question: Question): boolean {
    const { c, place } = question;
    const [x, y, z] = op.args;
    if (!x || !y) return false;
    if (op.name === 'select' && z) {
      return this.#bothSides(op, question, (value, side) =>
        this.#ask(question, { b: value, place: side }),
      );
    }
    const { facts } = this.#analysis;
    const [first, second] = [facts.at(x, place), facts.at(y, place)];
    if (op.name === 'int_add' && staysIn(op, first.lo + second.lo, first.hi + second.hi)) {
      return (
        this.#ask(question, { b: x, c: c + second.lo }) ||
        this.#ask(question, { b: y, c: c + first.lo })
      );
    }
    if (op.name === 'int_sub' && staysIn(op, first.lo - second.hi, first.hi - second.lo)) {
      return this.#ask(question, { b: x, c: c - second.hi });
    }
    return false;
  }

  #bothSides(op: Op, { place }: Question, ask: (value: Value, place: Place) => boolean): boolean {
    const [condition, yes, no] = op.args as [Value, Value, Value];
    const side = (isTrue: boolean): Place =>
      extend(place, whenCondition(condition, isTrue, this.#analysis.structure));
    return ask(yes, side(true)) && ask(no, side(false));
  }

  // ---- block inputs ----

  /**
   * By induction over executions of the block: holds on every way in, if it has held in its executions before. The other
   * side must be older than the block: then it is the same value from one execution to the next that it is used with.
   */
  #byInputs(question: Question): boolean {
    const { a, b } = question;
    return (
      (a.kind === 'variable' && this.#byInput(question, a, b, (value) => ({ a: value }))) ||
      (b.kind === 'variable' && this.#byInput(question, b, a, (value) => ({ b: value })))
    );
  }

  #byInput(
    question: Question,
    input: Variable,
    other: Value,
    change: (value: Value) => Partial<Question>,
  ): boolean {
    const { structure, scopes, reached } = this.#analysis;
    const definition = structure.definitions.get(input);
    if (!definition || definition.op || definition.block === structure.graph.start) return false;
    const { block, index } = definition;
    if (!this.#isOlder(other, block)) return false;
    const before = this.#hypotheses;
    this.#hypotheses = [...before, { a: question.a, b: question.b, c: question.c }];
    const proved = (structure.predecessors.get(block) ?? []).every(({ from, link }) => {
      const value = link.args[index];
      if (!reached.has(from)) return true;
      return (
        value !== undefined &&
        this.#ask(question, { ...change(value), place: scopes.edge(from, link) })
      );
    });
    this.#hypotheses = before;
    return proved;
  }

  #isOlder(value: Value, block: Block): boolean {
    if (value.kind === 'constant') return true;
    const { definitions, dominators } = this.#analysis.structure;
    const own = definitions.get(value)?.block;
    return own !== undefined && own !== block && dominators.dominates(own, block);
  }
}

interface Pair {
  readonly p: Value;
  readonly q: Value;
}

/** The values of which a constraint may say that p <= q + s. */
function orderedPairs(constraint: Constraint): readonly Pair[] {
  if (constraint.relation === 'safe' || constraint.relation === 'ne') return [];
  const { relation, a, b } = constraint;
  const pair = { p: a, q: b };
  return relation === 'eq' ? [pair, { p: b, q: a }] : [pair];
}

const isHalf = ({ name, args: [, by] }: Op): boolean =>
  by?.kind === 'constant' && HALVES[name] === Number(by.value);
const HALVES: { readonly [K in OpName]?: number } = {
  int_shr: 1,
  int_ushr: 1,
  int_div_nonzero: 2,
};

/** The op's result is not wrapped. */
function staysIn({ results: [result] }: Op, lo: number, hi: number): boolean {
  return result?.type.kind === 'int' && fits(result.type, lo, hi);
}

/** a <= b + c by their bounds alone; differences of bounds that are not safe integers may be rounded. */
const isBelow = (a: Fact, b: Fact, c: number): boolean =>
  Number.isSafeInteger(a.hi) && Number.isSafeInteger(b.lo)
    ? a.hi - b.lo <= c
    : c >= 0 && a.hi <= b.lo;
