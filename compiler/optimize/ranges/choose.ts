// Which candidates become integers: the cheapest choice for the whole graph, as a minimum cut. Nodes are candidates, ops
// that could work on either and conversions; the source's side is "integer", the sink's "float". Costs are in
// cycles, weighted by loop depth: conversions where the two meet, and what an op costs more as float (or as integer).
import type { Block, Op, Value, Variable } from '../../graph/graph.ts';
import { exitArgs, linksOf } from '../../graph/walk.ts';
import { F64 } from '../../program/types.ts';
import { COMPARISONS, isCandidate, ORDERINGS, type Knowledge } from './forms.ts';
import { isSafe } from './interval.ts';
import { Network } from './minimum-cut.ts';

export interface Choice {
  /** Held as integer. */
  readonly isInteger: (value: Value) => boolean;
  /** A comparison, or a quotient that goes to an integer, that is done on integers. */
  readonly isIntegerOp: (op: Op) => boolean;
}

/** Cycles: latencies of current x86-64 cores, rounded. */
const COST = {
  toFloat: 4,
  toInteger: 4,
  /** ToInt32 with its way out for large numbers; float_to_index with its check. */
  truncate: 8,
  toIndex: 8,
  /** Ceiling or floor of a bound, saturated. */
  bound: 10,
  floatDivision: 13,
  integerDivision: 20,
  divisionByConstant: 4,
} as const;
const NEVER = 1e12;

/** What the float op takes longer than the integer op. */
const SAVED: { readonly [name: string]: number | undefined } = {
  float_add: 3,
  float_sub: 3,
  float_mul: 1,
  float_neg: 1,
  float_abs: 0.5,
  float_min: 3,
  float_max: 3,
  float_rem: 20,
  float_floor: 6,
  float_ceil: 6,
  float_trunc: 6,
  float_round: 8,
  select: 0.5,
};

export function choose(knowledge: Knowledge): Choice {
  const network = new ChoiceNetwork(knowledge);
  for (const block of knowledge.analysis.structure.order) network.enter(block);
  return network.solve();
}

/** Loops count eightfold, what ends in an error next to nothing. */
export function weightOf(
  { structure }: Pick<Knowledge['analysis'], 'structure'>,
  block: Block,
): number {
  const { kind } = block.exit;
  const isCold =
    kind === 'raise' || kind === 'throw' || kind === 'unreachable' || kind === 'reraise';
  return 8 ** Math.min(structure.loopDepth(block), 6) * (isCold ? 1 / 64 : 1);
}

class ChoiceNetwork {
  readonly #knowledge: Knowledge;
  readonly #network = new Network();
  readonly #nodes = new Map<Variable | Op, number>();
  /** Quotients as f64: on the sink's side if the f64 division is done. */
  readonly #divisions = new Map<Variable, number>();
  /** Conversions, shared by the uses in one block: by direction, variable and block. */
  readonly #conversions = new Map<string, Map<Variable, Map<Block, number>>>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  solve(): Choice {
    const isOnSource = this.#network.divide();
    const chosen = (key: Variable | Op): boolean => {
      const node = this.#nodes.get(key);
      return node !== undefined && isOnSource(node);
    };
    return {
      isInteger: (value) => value.kind === 'variable' && value.type === F64 && chosen(value),
      isIntegerOp: chosen,
    };
  }

  enter(block: Block): void {
    if (block === this.#knowledge.analysis.structure.graph.start) {
      for (const parameter of block.inputs) this.#converted(parameter, block);
    }
    for (const op of block.ops) this.#enterOp(op, block);
    for (const value of exitArgs(block.exit)) this.#asFloat(value, this.#network.sink, block);
    for (const link of linksOf(block.exit)) {
      link.args.forEach((arg, index) => {
        const input = link.target.inputs[index];
        if (input?.type === F64) this.#either(arg, this.#nodeOf(input), block);
      });
    }
  }

  #enterOp(op: Op, block: Block): void {
    const weight = this.#weight(block);
    const [result] = op.results;
    const form = this.#knowledge.formOf(op);
    if (COMPARISONS.has(op.name)) return this.#enterComparison(op, block);
    if (op.name === 'float_to_int' && form?.division) {
      return this.#enterQuotient(op, form.operands, form.division, block);
    }
    if (op.name === 'float_div' && result?.type === F64) return this.#enterDivision(op, block);
    if (!result || !form || !isCandidate(result, this.#knowledge)) {
      return this.#enterOther(op, block);
    }
    const node = this.#nodeOf(result);
    if (form.division) {
      this.#enterQuotient(op, form.operands, form.division, block);
    } else {
      const saved = op.name === 'int_to_float' ? COST.toFloat : (SAVED[op.name] ?? 0);
      const constant = op.name === 'float_rem' && op.args[1]?.kind === 'constant' ? 20 : 0;
      this.#network.edge(this.#network.source, node, weight * (saved + constant));
      for (const operand of form.operands) this.#either(operand, node, block);
    }
  }

  /** An op that stays as it is: its f64 operands are needed as f64, or converted better as integers. */
  #enterOther(op: Op, block: Block): void {
    for (const result of op.results) this.#converted(result, block);
    const cost = {
      float_to_int: COST.truncate,
      float_to_index: COST.toIndex,
      float_to_int_exact: COST.toInteger,
    }[op.name as string];
    for (const arg of op.args) {
      if (cost === undefined || arg.kind === 'constant' || !isCandidate(arg, this.#knowledge)) {
        this.#asFloat(arg, this.#network.sink, block);
      } else {
        this.#network.edge(this.#network.source, this.#nodeOf(arg), this.#weight(block) * cost);
      }
    }
  }

  /** Defined as f64: to be an integer takes a conversion. */
  #converted(variable: Variable, block: Block): void {
    const cost = this.#weight(block) * COST.toInteger;
    const node = this.#nodeOf(variable);
    if (node !== this.#network.sink) this.#network.edge(node, this.#network.sink, cost);
  }

  #enterComparison(op: Op, block: Block): void {
    const node = this.#newNode(op);
    const weight = this.#weight(block);
    const { facts, scopes } = this.#knowledge.analysis;
    const place = scopes.before(op);
    const safe = op.args.map((arg) => isSafe(facts.at(arg, place)));
    if (op.args[0]?.type !== F64 || !safe.includes(true)) {
      this.#network.edge(node, this.#network.sink, NEVER);
    }
    this.#network.edge(this.#network.source, node, weight);
    op.args.forEach((arg, index) => {
      // What is rounded to a bound is needed as f64 either way.
      this.#asFloat(arg, safe[index] ? node : this.#network.sink, block);
      if (safe[index]) this.#asInteger(arg, node, block);
      else if (arg.kind === 'constant') return;
      else if (!ORDERINGS.has(op.name)) this.#network.edge(node, this.#network.sink, NEVER);
      else this.#network.edge(node, this.#network.sink, this.#lightest(arg, block) * COST.bound);
    });
  }

  /** A division is done in f64 if somebody wants the quotient as it is. */
  #enterDivision(op: Op, block: Block): void {
    const node = this.#newNode(op);
    const weight = this.#weight(block);
    this.#network.edge(this.#network.source, node, weight * COST.floatDivision);
    for (const arg of op.args) this.#asFloat(arg, node, block);
    const [result] = op.results;
    if (result) this.#divisions.set(result, node);
  }

  /** floor, ceil, trunc, ToInt32 of a division: one integer division, or the f64 division and a rounding. */
  #enterQuotient(op: Op, operands: readonly Value[], division: Op, block: Block): void {
    const [result] = op.results;
    const node =
      result && isCandidate(result, this.#knowledge) ? this.#nodeOf(result) : this.#newNode(op);
    this.#nodes.set(op, node);
    const weight = this.#weight(block);
    const isByConstant = operands[1]?.kind === 'constant';
    const asInteger = isByConstant ? COST.divisionByConstant : COST.integerDivision;
    this.#network.edge(node, this.#network.sink, weight * asInteger);
    this.#network.edge(this.#network.source, node, weight * COST.truncate);
    for (const operand of operands) this.#asInteger(operand, node, block);
    const quotient = division.results[0];
    const wanted = quotient && this.#divisions.get(quotient);
    if (wanted !== undefined) this.#network.edge(wanted, node, NEVER);
  }

  // ---- values ----

  #either(value: Value, user: number, block: Block): void {
    this.#asInteger(value, user, block);
    this.#asFloat(value, user, block);
  }

  /** A conversion is paid if `user` is an integer and the value is not. */
  #asInteger(value: Value, user: number, block: Block): void {
    if (value.kind === 'constant' || user === this.#network.sink) return;
    if (this.#needDivision(value)) return;
    const conversion = this.#conversion('integer', value, block, (node, cost) =>
      this.#network.edge(node, this.#nodeOf(value), cost * COST.toInteger),
    );
    this.#network.edge(user, conversion, NEVER);
  }

  /** A conversion is paid if the value is an integer and `user` is not. */
  #asFloat(value: Value, user: number, block: Block): void {
    if (value.kind === 'constant' || value.type !== F64) return;
    if (this.#needDivision(value)) return;
    const conversion = this.#conversion('float', value, block, (node, cost) =>
      this.#network.edge(this.#nodeOf(value), node, cost * COST.toFloat),
    );
    this.#network.edge(conversion, user, NEVER);
  }

  /** Any use of a quotient but rounding it needs the f64 division. */
  #needDivision(value: Variable): boolean {
    const division = this.#divisions.get(value);
    if (division === undefined) return false;
    this.#network.edge(division, this.#network.sink, NEVER);
    return true;
  }

  #conversion(
    direction: 'integer' | 'float',
    value: Variable,
    block: Block,
    connect: (node: number, cost: number) => void,
  ): number {
    let ofDirection = this.#conversions.get(direction);
    if (!ofDirection) this.#conversions.set(direction, (ofDirection = new Map()));
    let ofValue = ofDirection.get(value);
    if (!ofValue) ofDirection.set(value, (ofValue = new Map()));
    let node = ofValue.get(block);
    if (node === undefined) {
      node = this.#network.node();
      ofValue.set(block, node);
      connect(node, this.#lightest(value, block));
    }
    return node;
  }

  /** A conversion stands where the value is used or where it is defined, whichever runs less often. */
  #lightest(value: Value, block: Block): number {
    const definition =
      value.kind === 'variable'
        ? this.#knowledge.analysis.structure.definitions.get(value)?.block
        : undefined;
    const own = this.#weight(block);
    return definition ? Math.min(own, this.#weight(definition)) : own;
  }

  #weight(block: Block): number {
    return weightOf(this.#knowledge.analysis, block);
  }

  /** Of a variable that is no candidate: the sink. */
  #nodeOf(variable: Variable): number {
    const known = this.#nodes.get(variable);
    if (known !== undefined) return known;
    if (!isCandidate(variable, this.#knowledge)) return this.#network.sink;
    return this.#newNode(variable);
  }

  #newNode(key: Variable | Op): number {
    const node = this.#network.node();
    this.#nodes.set(key, node);
    return node;
  }
}
