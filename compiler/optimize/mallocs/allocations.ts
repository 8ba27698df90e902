// Which allocations of a graph never leave it: all that is done with the object is reading and writing its fields, and asking
// what is known of it.
import type { Exit, Graph, Link, Op, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { forEachUse, reversePostorder } from '../../graph/walk.ts';

export interface Allocation {
  readonly op: Op;
  /** The op's result, and casts of it. */
  readonly aliases: ReadonlySet<Variable>;
  /** The ops on the aliases. */
  readonly users: ReadonlySet<Op>;
}

const MAKERS: ReadonlySet<OpName> = new Set(['object_new', 'closure_new']);

/** Ops that use an object without handing it on, as any operand. */
const QUESTIONS: ReadonlySet<OpName> = new Set([
  'object_is',
  'object_is_exactly',
  'reference_is_string',
  'reference_is_array',
  'reference_eq',
  'reference_is_null',
  'reference_is_undefined',
  'reference_is_present',
]);
/** Ops on the object that is their first operand. */
const ACCESSES: ReadonlySet<OpName> = new Set(['field_load', 'field_store', 'closure_load']);

type User = Op | Exit | Link;

export function allocationsThatStay(graph: Graph): readonly Allocation[] {
  const makers = reversePostorder(graph).flatMap(({ ops }) =>
    ops.filter((op) => MAKERS.has(op.name) && !mayLackText(op)),
  );
  if (makers.length === 0) return [];
  const users = new Map<Variable, User[]>();
  forEachUse(graph, (value, user) => {
    if (value.kind === 'constant') return;
    const list = users.get(value);
    if (list) list.push(user);
    else users.set(value, [user]);
  });
  return makers.flatMap((op) => stays(op, users) ?? []);
}

/** A string that is not assigned yet is null in memory, which no constant of its type is. */
const mayLackText = ({ results: [result] }: Op): boolean =>
  result?.type.kind === 'object' &&
  result.type.fields.some(({ type, checked }) => checked && type.kind === 'string');

function stays(op: Op, users: ReadonlyMap<Variable, readonly User[]>): Allocation | null {
  const aliases = new Set(op.results);
  const ops = new Set<Op>();
  for (const alias of aliases) {
    for (const user of users.get(alias) ?? []) {
      if (!('name' in user) || !keeps(user, alias)) return null;
      ops.add(user);
      if (user.name === 'reference_cast') user.results.forEach((result) => aliases.add(result));
    }
  }
  // Stored into itself, under the name of a cast.
  const leaves = [...ops].some(
    ({ name, args: [, stored] }) =>
      name === 'field_store' && stored?.kind === 'variable' && aliases.has(stored),
  );
  // Closures without captures are one constant object: two of them may be the same.
  const isConstant = op.name === 'closure_new' && op.args.length === 0;
  const isCompared = isConstant && [...ops].some(({ name }) => name === 'reference_eq');
  return leaves || isCompared ? null : { op, aliases, users: ops };
}

const keeps = ({ name, args }: Op, object: Variable): boolean =>
  QUESTIONS.has(name) ||
  name === 'reference_cast' ||
  (ACCESSES.has(name) && !args.slice(1).includes(object));
