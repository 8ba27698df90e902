// Block inputs that a loop only counts up or down by small steps → bounds that they do not reach.
//
// A counter is a set of variables, cyclic through block inputs, whose members are copies of each other or a member plus
// or minus a small number. Its value is a start value plus the sum of the steps taken. Every step is one execution of
// an addition, one after the other: on Node 2^48 of them take more than three days of one uninterrupted call (1 ns
// each). So the analysis takes it that no run makes more than 2^48 steps of up to 16, nor 2^52 / s steps of s up to 64
// (2^46 of them: 19 hours). Then a counter that starts within ±2^52 stays within ±2^53: f64 holds it exactly, and
// 64-bit integers do not wrap. Narrower integers get no such bounds, as they do wrap.
//
// Where a clock of the loop tells how often it goes round (`clocks.ts`), the steps may be as great as they like.
import type { Block, Link, Op, Value, Variable } from '../../graph/graph.ts';
import { F64 } from '../../program/types.ts';
import type { Scopes } from './branches.ts';
import { innermostLoop, type Clocks } from './clocks.ts';
import { cyclicComponents } from './components.ts';
import { clamp, EMPTY, hasNumbers, join, MAX_SAFE, type Fact } from './interval.ts';
import type { Facts } from './refine.ts';
import type { Structure } from './structure.ts';

const MOST_STEPS = 2 ** 48;
const LONGEST_WAY = 2 ** 52;
const LARGEST_STEP = 64;

interface Start {
  readonly value: Value;
  readonly from: Block;
  readonly link: Link;
}

interface Step {
  readonly value: Value;
  readonly isSubtracted: boolean;
  readonly op: Op;
}

export interface Counter {
  readonly starts: readonly Start[];
  readonly steps: readonly Step[];
  /** The header of the loop that takes each step at most once a round, and that all starts enter. Else null. */
  readonly loop: Block | null;
}

/** By the block inputs that are members. */
export type Counters = ReadonlyMap<Variable, readonly Counter[]>;

/** Those of the whole graph, and those of each loop by itself, for which what comes in from outside is a start. */
export function findCounters(structure: Structure): Counters {
  const counters = new Map<Variable, Counter[]>();
  const enter = (candidates: ReadonlySet<Variable>, loop: Block | null): void => {
    const inside = (node: Variable): readonly Variable[] =>
      sources(node, structure).filter((source) => candidates.has(source));
    for (const members of cyclicComponents(candidates, inside)) {
      const counter = counterOf(members, loop, structure);
      if (!counter) continue;
      for (const member of members) {
        if (structure.definitions.get(member)?.op) continue;
        counters.set(member, [...(counters.get(member) ?? []), counter]);
      }
    }
  };
  enter(new Set([...structure.definitions.keys()].filter(mayCount)), null);
  for (const [loop, candidates] of candidatesByLoop(structure)) enter(candidates, loop);
  return counters;
}

/** By the header of the innermost loop that they are defined in. */
function candidatesByLoop(structure: Structure): ReadonlyMap<Block, ReadonlySet<Variable>> {
  const found = new Map<Block, Set<Variable>>();
  for (const block of structure.order) {
    const loop = innermostLoop(structure, block);
    if (!loop) continue;
    const own = found.get(loop) ?? new Set<Variable>();
    found.set(loop, own);
    const results = block.ops.flatMap((op) => op.results);
    for (const variable of [...block.inputs, ...results]) if (mayCount(variable)) own.add(variable);
  }
  return found;
}

const mayCount = ({ type }: Variable): boolean =>
  type === F64 || (type.kind === 'int' && type.bits === 64);

const isVariable = (value: Value): value is Variable => value.kind === 'variable';

interface Incoming extends Start {}

function incoming(structure: Structure, block: Block, index: number): readonly Incoming[] {
  return (structure.predecessors.get(block) ?? []).flatMap(({ from, link }) => {
    const value = link.args[index];
    return value ? [{ value, from, link }] : [];
  });
}

function sources(variable: Variable, structure: Structure): readonly Variable[] {
  const definition = structure.definitions.get(variable);
  if (!definition) return [];
  const values = definition.op
    ? definition.op.args
    : incoming(structure, definition.block, definition.index).map(({ value }) => value);
  return values.filter(isVariable).filter(mayCount);
}

const SUMS: { readonly [name: string]: 'add' | 'sub' | undefined } = {
  int_add: 'add',
  float_add: 'add',
  int_sub: 'sub',
  float_sub: 'sub',
};

function counterOf(
  members: ReadonlySet<Variable>,
  loop: Block | null,
  structure: Structure,
): Counter | null {
  const starts: Start[] = [];
  const steps: Step[] = [];
  const isMember = (value: Value | undefined): boolean =>
    value?.kind === 'variable' && members.has(value);
  for (const member of members) {
    const definition = structure.definitions.get(member);
    if (!definition) return null;
    const { op, block, index } = definition;
    if (!op) {
      // The start's inputs come from the caller too.
      if (block === structure.graph.start) return null;
      starts.push(...incoming(structure, block, index).filter(({ value }) => !isMember(value)));
      continue;
    }
    const kind = SUMS[op.name];
    const [a, b] = op.args;
    if (op.name === 'select' && op.args.slice(1).every(isMember)) continue;
    if (!kind || !a || !b || isMember(a) === isMember(b)) return null;
    if (kind === 'sub' && isMember(b)) return null;
    steps.push({ value: isMember(a) ? b : a, isSubtracted: kind === 'sub', op });
  }
  const body = loop ? structure.loops.get(loop) : undefined;
  const isOutside = ({ from, link }: Start): boolean => link.target === loop && !body?.has(from);
  return loop && !starts.every(isOutside) ? null : { starts, steps, loop };
}

/** `fact` of a counter's member, without what the counter does not reach. */
export function clampCounter(
  fact: Fact,
  counter: Counter,
  facts: Facts,
  scopes: Scopes,
  clocks: Clocks,
): Fact {
  const start = counter.starts
    .map(({ value, from, link }) => facts.at(value, scopes.edge(from, link)))
    .reduce(join, EMPTY);
  if (!hasNumbers(start)) return fact;
  const steps = counter.steps.map((step) => stepRange(step, facts, scopes));
  const rounds = counter.loop ? 1 + clocks.mostRounds(counter.loop) : Infinity;
  const hi =
    start.hi +
    way(
      steps.map(([, up]) => up),
      rounds,
    );
  const lo =
    start.lo -
    way(
      steps.map(([down]) => -down),
      rounds,
    );
  return clamp(fact, lo >= -MAX_SAFE ? lo : -Infinity, hi <= MAX_SAFE ? hi : Infinity);
}

/** The least and the greatest that a step adds. */
function stepRange(
  { value, isSubtracted, op }: Step,
  facts: Facts,
  scopes: Scopes,
): readonly [number, number] {
  const step = facts.at(value, scopes.before(op));
  if (step.nan || !step.integral) return [-Infinity, Infinity];
  if (!hasNumbers(step)) return [0, 0];
  return isSubtracted ? [-step.hi, -step.lo] : [step.lo, step.hi];
}

/** How far steps of these sizes, each one taken once a round at most, lead in one direction. */
function way(steps: readonly number[], rounds: number): number {
  const forward = steps.map((step) => Math.max(step, 0));
  const largest = Math.max(0, ...forward);
  if (largest === 0) return 0;
  const together = forward.reduce((sum, step) => sum + step, 0);
  const byTime = largest > LARGEST_STEP ? Infinity : Math.min(largest * MOST_STEPS, LONGEST_WAY);
  return Math.min(byTime, together * rounds);
}
