// What branches and checks say about values, and where it holds: a chain of constraints for each point of the graph,
// the nearest first. A block that only one edge enters (a loop: from outside) inherits the chain of that edge, others that
// of their immediate dominator. This is the graph in "e-SSA" form without the copies.
import { constant } from '../../graph/constants.ts';
import type { Block, Exit, Link, Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { exitArgs, linksOf } from '../../graph/walk.ts';
import { F64, INT_TYPES } from '../../program/types.ts';
import { definingOp, type Structure } from './structure.ts';
import { MAX_LENGTH } from './transfer.ts';

export type Relation = 'lt' | 'le' | 'eq' | 'ne';

/** `a relation b`. `ordered`: neither is NaN. Else it holds, or one of them is NaN. */
export type Constraint =
  | {
      readonly relation: Relation;
      readonly a: Value;
      readonly b: Value;
      readonly ordered: boolean;
      /** Of the unsigned forms of signed numbers: where b is not negative, a is neither. */
      readonly unsigned?: true;
    }
  /** `a` is an integer within ±(2^53 - 1). */
  | { readonly relation: 'safe'; readonly a: Variable };

export interface Scope {
  readonly parent: Scope | null;
  readonly constraint: Constraint;
}

/** null: nothing is known beyond the values' facts. */
export type Place = Scope | null;

export interface Scopes {
  /** At the begin of a block. */
  readonly entry: (block: Block) => Place;
  /** Before an op. */
  readonly before: (op: Op) => Place;
  /** After the last op of a block, before its exit. */
  readonly exit: (block: Block) => Place;
  /** On a link of a block's exit. */
  readonly edge: (from: Block, link: Link) => Place;
}

export function scopesOf(structure: Structure): Scopes {
  const entry = new Map<Block, Place>();
  const before = new Map<Op, Place>();
  const exit = new Map<Block, Place>();
  const edges = new Map<Block, ReadonlyMap<Link, Place>>();
  for (const block of structure.order) {
    let place = entryScope(structure, block, exit, edges);
    entry.set(block, place);
    let last = place;
    for (const op of block.ops) {
      last = place;
      before.set(op, place);
      place = extend(place, afterOp(op, structure));
    }
    exit.set(block, place);
    const links = linksOf(block.exit).map((link): [Link, Place] => {
      const raised = block.exit.kind === 'try' && link === block.exit.exception;
      return [link, extend(raised ? last : place, onLink(block.exit, link, structure))];
    });
    edges.set(block, new Map(links));
  }
  return {
    entry: (block) => entry.get(block) ?? null,
    before: (op) => before.get(op) ?? null,
    exit: (block) => exit.get(block) ?? null,
    edge: (from, link) => edges.get(from)?.get(link) ?? null,
  };
}

function entryScope(
  { predecessors, dominators, graph }: Structure,
  block: Block,
  exits: ReadonlyMap<Block, Place>,
  edges: ReadonlyMap<Block, ReadonlyMap<Link, Place>>,
): Place {
  // What comes from below has come through here before, with the same values from above.
  const entering = predecessors
    .get(block)
    ?.filter(({ from }) => !dominators.dominates(block, from));
  const [only, ...others] = entering ?? [];
  if (only && others.length === 0 && block !== graph.start) {
    return edges.get(only.from)?.get(only.link) ?? null;
  }
  const above = dominators.immediate.get(block);
  if (!above) return null;
  // Where both ways of a `try` meet again, its last op may have raised.
  if (above.exit.kind === 'try') return edges.get(above)?.get(above.exit.exception) ?? null;
  return exits.get(above) ?? null;
}

export function extend(place: Place, constraints: readonly Constraint[]): Place {
  return constraints.reduce<Place>((parent, constraint) => ({ parent, constraint }), place);
}

// ---- ops that raise unless something holds ----

const ZERO = constant(INT_TYPES.isize, 0n);
const LONGEST = constant(INT_TYPES.isize, MAX_LENGTH);

const relation = (relation: Relation, a: Value, b: Value, ordered = true): Constraint => ({
  relation,
  a,
  b,
  ordered,
});

type AfterOp = (op: Op, structure: Structure) => readonly Constraint[];

/** So many bytes have been got: `a`, or a whole number of items of constant size. */
const isSize: AfterOp = ({ args: [a] }, structure) => {
  if (!a) return [];
  const product = definingOp(structure, a);
  const [count, size] = product?.name === 'int_mul' ? product.args : [];
  const bytes = [relation('le', ZERO, a), relation('le', a, LONGEST)];
  // A product that wraps is not checked for here: `lower` has checked the count.
  if (!count || size?.kind !== 'constant' || Number(size.value) <= 0) return bytes;
  const most = constant(INT_TYPES.isize, BigInt(Math.floor(MAX_LENGTH / Number(size.value))));
  return [...bytes, relation('le', count, most)];
};

const AFTER: { readonly [K in OpName]?: AfterOp } = {
  check: ({ args: [condition] }, structure) =>
    condition ? whenCondition(condition, true, structure) : [],
  check_index: ({ args: [index, length] }) =>
    index && length ? [relation('le', ZERO, index), relation('lt', index, length)] : [],
  check_nonzero: ({ args: [a] }) =>
    a?.type.kind === 'int' ? [relation('ne', a, constant(a.type, 0))] : [],
  float_to_index: ({ args: [a] }) => (a?.kind === 'variable' ? [{ relation: 'safe', a }] : []),
  buffer_new: isSize,
};

const afterOp: AfterOp = (op, structure) => AFTER[op.name]?.(op, structure) ?? [];

// ---- links ----

function onLink(exit: Exit, link: Link, structure: Structure): readonly Constraint[] {
  // Of several links to one block each says nothing.
  if (linksOf(exit).filter(({ target }) => target === link.target).length > 1) return [];
  if (exit.kind === 'branch') {
    return whenCondition(exit.condition, link === exit.whenTrue, structure);
  }
  if (exit.kind !== 'switch') return [];
  const [value] = exitArgs(exit);
  if (value?.kind !== 'variable' || value.type.kind !== 'int') return [];
  const own = exit.cases.find((item) => item.link === link);
  if (own) return [relation('eq', value, own.value)];
  return exit.cases.map((item) => relation('ne', value, item.value));
}

/** Every variable that a constraint may speak of, and perhaps more. */
export function constrainedBy(structure: Structure): readonly Variable[] {
  const found: Value[] = [];
  for (const { ops, exit } of structure.order) {
    found.push(...exitArgs(exit));
    for (const op of ops) {
      if (!RELATIONS[op.name] && !AFTER[op.name]) continue;
      // Of a cast or a product, what it is made from too.
      for (const arg of op.args) found.push(arg, ...(definingOp(structure, arg)?.args ?? []));
    }
  }
  return found.filter((value) => value.kind === 'variable');
}

/** Each comparison as one of four, of its operands as they are or swapped. */
export const RELATIONS: { readonly [K in OpName]?: readonly [Relation, 'as is' | 'swapped'] } = {
  int_eq: ['eq', 'as is'],
  int_ne: ['ne', 'as is'],
  int_lt: ['lt', 'as is'],
  int_le: ['le', 'as is'],
  int_gt: ['lt', 'swapped'],
  int_ge: ['le', 'swapped'],
  float_eq: ['eq', 'as is'],
  float_ne: ['ne', 'as is'],
  float_lt: ['lt', 'as is'],
  float_le: ['le', 'as is'],
  float_gt: ['lt', 'swapped'],
  float_ge: ['le', 'swapped'],
};

/** What holds where a boolean is true, or false. */
export function whenCondition(
  condition: Value,
  isTrue: boolean,
  structure: Structure,
): readonly Constraint[] {
  const op = definingOp(structure, condition);
  if (!op) return [];
  const [a, b, c] = op.args;
  if (op.name === 'bool_not' && a) return whenCondition(a, !isTrue, structure);
  if (op.name === 'select' && a && b && c) return whenSelected(a, b, c, isTrue, structure);
  const comparison = RELATIONS[op.name];
  if (!comparison || !a || !b || (a.type.kind === 'float' && a.type !== F64)) return [];
  const [name, order] = comparison;
  const own = order === 'as is' ? compared(name, a, b, isTrue) : compared(name, b, a, isTrue);
  return own.flatMap((item) => [item, ...signedForm(item, structure)]);
}

/** `lower` writes 0 <= a < b as one unsigned comparison of casts: what it says of the signed numbers. */
function signedForm(constraint: Constraint, structure: Structure): readonly Constraint[] {
  if (constraint.relation === 'safe') return [];
  const a = signedSource(constraint.a, structure);
  const b = signedSource(constraint.b, structure);
  const isOrder = constraint.relation === 'lt' || constraint.relation === 'le';
  return a?.kind === 'variable' && b && isOrder ? [{ ...constraint, a, b, unsigned: true }] : [];
}

/** The signed number of which an usize is the unsigned form. */
export function signedSource(value: Value, structure: Structure): Value | null {
  if (value.type !== INT_TYPES.usize) return null;
  if (value.kind === 'constant') return constant(INT_TYPES.isize, value.value);
  const op = definingOp(structure, value);
  const [source] = op?.name === 'int_cast' ? op.args : [];
  return source?.type === INT_TYPES.isize ? source : null;
}

/** `c ? x : false` is "and", `c ? true : x` is "or". */
function whenSelected(
  condition: Value,
  whenTrue: Value,
  whenFalse: Value,
  isTrue: boolean,
  structure: Structure,
): readonly Constraint[] {
  const both = (side: boolean, rest: Value): readonly Constraint[] => [
    ...whenCondition(condition, side, structure),
    ...whenCondition(rest, isTrue, structure),
  ];
  if (isConstant(whenFalse, !isTrue)) return both(true, whenTrue);
  return isConstant(whenTrue, !isTrue) ? both(false, whenFalse) : [];
}

const isConstant = (value: Value, wanted: boolean): boolean =>
  value.kind === 'constant' && value.value === wanted;

function compared(name: Relation, a: Value, b: Value, isTrue: boolean): readonly Constraint[] {
  const isFloat = a.type.kind === 'float';
  // `a != b` is true of NaN, the other comparisons are false.
  if (isTrue) return [relation(name, a, b, !isFloat || name !== 'ne')];
  switch (name) {
    case 'lt':
      return [relation('le', b, a, !isFloat)];
    case 'le':
      return [relation('lt', b, a, !isFloat)];
    case 'eq':
      return [relation('ne', a, b, !isFloat)];
    case 'ne':
      return [relation('eq', a, b)];
  }
}
