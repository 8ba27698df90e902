// The chosen integer variables → their machine types. Variables that are copies of each other through block inputs,
// selects and rounding share one. i32 or u32 where the values fit, or where only the low 32 bits are used (sums and
// products under `| 0`: their exact values are safe integers, so wrapping gives the same bits); else isize. Indices and
// what they are made from are isize even if they fit 32 bits: each use as an address would extend them again.
import type { Block, Exit, Link, Op, Value, Variable } from '../../graph/graph.ts';
import { forEachUse, linksOf } from '../../graph/walk.ts';
import { F64, INT_TYPES, type IntType } from '../../program/types.ts';
import { weightOf, type Choice } from './choose.ts';
import { COMPARISONS, ROUNDING, type Knowledge } from './forms.ts';
import { EMPTY, fits, join, type Fact } from './interval.ts';

const { i32, u32, isize } = INT_TYPES;

export const typeFor = (fact: Fact): IntType =>
  fits(i32, fact.lo, fact.hi) ? i32 : fits(u32, fact.lo, fact.hi) ? u32 : isize;

/** The machine type of every integer variable. */
export function machineTypes(knowledge: Knowledge, choice: Choice): ReadonlyMap<Variable, IntType> {
  const { structure } = knowledge.analysis;
  const members = [...structure.definitions.keys()].filter((variable) =>
    choice.isInteger(variable),
  );
  const classes = new Classes(members);
  for (const block of structure.order) mergeCopies(block, classes, choice);
  const low = lowBitsOnly(knowledge, new Set(members));
  const types = narrowest(classes, members, low, knowledge);
  widenIndices(types, classes, knowledge, choice);
  return new Map(members.map((member) => [member, types.get(classes.of(member)) ?? isize]));
}

/** Disjoint sets of variables. */
class Classes {
  readonly #parents: Map<Variable, Variable>;

  constructor(members: readonly Variable[]) {
    this.#parents = new Map(members.map((member) => [member, member]));
  }

  of(variable: Variable): Variable {
    let root = variable;
    for (;;) {
      const parent = this.#parents.get(root);
      if (!parent || parent === root) return root;
      const above = this.#parents.get(parent) ?? parent;
      this.#parents.set(root, above);
      root = above;
    }
  }

  merge(a: Value, b: Value): void {
    if (a.kind === 'constant' || b.kind === 'constant') return;
    this.#parents.set(this.of(a), this.of(b));
  }
}

const isCopy = (op: Op): boolean => op.name === 'select' || ROUNDING.has(op.name);

function mergeCopies(block: Block, classes: Classes, choice: Choice): void {
  const merge = (a: Value, b: Value): void => {
    if (choice.isInteger(a) && choice.isInteger(b)) classes.merge(a, b);
  };
  for (const op of block.ops) {
    const [result] = op.results;
    if (result && isCopy(op)) for (const arg of op.args) merge(arg, result);
  }
  for (const { target, args } of linksOf(block.exit)) {
    args.forEach((arg, index) => {
      const input = target.inputs[index];
      if (input) merge(arg, input);
    });
  }
}

const MODULAR: ReadonlySet<string> = new Set([
  'float_add',
  'float_sub',
  'float_mul',
  'float_neg',
  'select',
  ...ROUNDING,
]);

/** Variables of which no use needs more than the low 32 bits. Begins with all and takes away. */
function lowBitsOnly(knowledge: Knowledge, members: ReadonlySet<Variable>): ReadonlySet<Variable> {
  const low = new Set(members);
  const onlyLow = (user: Op | Exit | Link, value: Value): boolean => {
    if ('target' in user) {
      return user.args.every((arg, index) => {
        const input = user.target.inputs[index];
        return arg !== value || (input !== undefined && low.has(input));
      });
    }
    if (!('results' in user)) return false;
    const [result] = user.results;
    if (!result) return false;
    if (user.name === 'float_to_int') return result.type.kind === 'int' && result.type.bits <= 32;
    return MODULAR.has(user.name) && low.has(result) && knowledge.formOf(user) !== null;
  };
  for (let size = -1; size !== low.size;) {
    size = low.size;
    forEachUse(knowledge.analysis.structure.graph, (value, user) => {
      if (value.kind === 'variable' && low.has(value) && !onlyLow(user, value)) low.delete(value);
    });
  }
  return low;
}

function narrowest(
  classes: Classes,
  members: readonly Variable[],
  low: ReadonlySet<Variable>,
  { analysis }: Knowledge,
): Map<Variable, IntType> {
  const ranges = new Map<Variable, Fact>();
  const full = new Set<Variable>();
  for (const member of members) {
    const root = classes.of(member);
    ranges.set(root, join(ranges.get(root) ?? EMPTY, analysis.facts.ofVariable(member)));
    if (!low.has(member)) full.add(root);
  }
  const type = (root: Variable, range: Fact): IntType => {
    const narrow = typeFor(range);
    return narrow === isize && !full.has(root) ? i32 : narrow;
  };
  return new Map([...ranges].map(([root, range]) => [root, type(root, range)]));
}

/** Makes 32-bit classes isize that are used more as isize than as 32 bits, then what they are computed from. */
function widenIndices(
  types: Map<Variable, IntType>,
  classes: Classes,
  { analysis }: Knowledge,
  choice: Choice,
): void {
  const typeOf = (value: Value): IntType | null =>
    choice.isInteger(value) ? (types.get(classes.of(value as Variable)) ?? null) : null;
  const isWide = (value: Value): boolean =>
    typeOf(value) === isize || (value.type.kind === 'int' && value.type.bits === 64);
  const { structure } = analysis;
  for (let changed = true; changed;) {
    changed = false;
    const scores = new Map<Variable, number>();
    const vote = (value: Value, weight: number): void => {
      if (!choice.isInteger(value)) return;
      const root = classes.of(value as Variable);
      scores.set(root, (scores.get(root) ?? 0) + weight);
    };
    for (const block of structure.order) {
      for (const op of block.ops) voteOn(op, weightOf(analysis, block), vote, isWide);
    }
    for (const [root, score] of scores) {
      if (score <= 0 || types.get(root) === isize) continue;
      types.set(root, isize);
      changed = true;
    }
  }
}

/** Positive: better isize. */
function voteOn(
  op: Op,
  weight: number,
  vote: (value: Value, weight: number) => void,
  isWide: (value: Value) => boolean,
): void {
  const [first] = op.args;
  const [result] = op.results;
  if (!first || !result) return;
  if (op.name === 'float_to_index') vote(first, 2 * weight);
  else if (op.name === 'float_to_int') vote(first, isWide(result) ? weight : -weight);
  else if (op.name === 'int_to_float') vote(result, isWide(first) ? weight : -weight);
  else if (result.type === F64 || COMPARISONS.has(op.name)) {
    const operands = op.args.filter(({ type }) => type === F64);
    const wide = isWide(result) || (COMPARISONS.has(op.name) && operands.some(isWide));
    for (const operand of operands) if (wide && !isWide(operand)) vote(operand, weight);
  }
}
