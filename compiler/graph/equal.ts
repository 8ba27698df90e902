// Are two graphs the same up to the identity of blocks and variables, and source spans? What `parse(print(g))` promises.
import type { ConstantValue, GlobalVariable } from '../program/nodes.ts';
import { typeName } from '../program/type-name.ts';
import { sameConstant } from './constants.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from './graph.ts';
import type { OpAttributes } from './ops.ts';
import type { Unit, UnitExport } from './unit.ts';
import { exitArgs, linksOf } from './walk.ts';

export const equalGraphs = (a: Graph, b: Graph): boolean => new Comparison().graphs(a, b);

/** Graphs, globals, exports; not documentation and spans. */
export function equalUnits(a: Unit, b: Unit): boolean {
  return (
    declarations(a) === declarations(b) &&
    equalLists(a.cFunctions, b.cFunctions, Object.is) &&
    equalLists([...a.graphs.values()], [...b.graphs.values()], equalGraphs)
  );
}

/** All but graphs and C functions as text; types by name. */
const declarations = ({ name, level, initializer, globals, classes, exports }: Unit): string =>
  JSON.stringify([
    [name, level, initializer],
    globals.map(globalFields),
    [...classes].map(([key, { methods }]) => [key, ...methods]),
    exports.map(exportFields),
  ]);

const globalFields = ({ id, name, type, mutable, constant }: GlobalVariable): unknown => [
  id,
  name,
  typeName(type),
  mutable,
  literal(constant),
];

function exportFields(item: UnitExport): unknown {
  switch (item.kind) {
    case 'function': {
      const parameters = item.parameters.map(({ name, type, optional, inputType }) => [
        name,
        typeName(type),
        optional,
        typeName(inputType),
      ]);
      return ['function', item.name, item.graph, parameters, typeName(item.result)];
    }
    case 'global':
      return ['global', item.name, item.global.id];
    case 'enum':
      return ['enum', item.name, [...item.members].map(([key, value]) => [key, literal(value)])];
  }
}

/** JSON has no bigint, -0, NaN and undefined. */
const literal = (value: ConstantValue): string =>
  `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`;

/** Finds the one bijection of blocks and variables in which the graphs agree, from the start on. */
class Comparison {
  readonly #blocks = new Map<Block, Block>();
  readonly #values = new Map<Variable, Variable>();
  readonly #taken = new Set<Block | Variable>();
  readonly #pending: (readonly [Block, Block])[] = [];

  graphs(a: Graph, b: Graph): boolean {
    if (a.name !== b.name || a.displayName !== b.displayName) return false;
    if (!equalLists(a.results, b.results, Object.is) || !this.#meet(a.start, b.start)) return false;
    for (const [left, right] of this.#pending) {
      if (!equalLists(left.ops, right.ops, (x, y) => this.#ops(x, y))) return false;
      if (!this.#exits(left.exit, right.exit)) return false;
    }
    return true;
  }

  #meet(a: Block, b: Block): boolean {
    const known = this.#blocks.get(a);
    if (known) return known === b;
    if (this.#taken.has(b)) return false;
    this.#blocks.set(a, b);
    this.#taken.add(b);
    this.#pending.push([a, b]);
    return equalLists(a.inputs, b.inputs, (x, y) => this.#pair(x, y) && x.name === y.name);
  }

  /** Uses may be seen before definitions, so either may pair two variables. */
  #pair(a: Variable, b: Variable): boolean {
    const known = this.#values.get(a);
    if (known) return known === b;
    if (this.#taken.has(b) || a.type !== b.type) return false;
    this.#values.set(a, b);
    this.#taken.add(b);
    return true;
  }

  #valuesEqual(a: Value, b: Value): boolean {
    if (a.kind === 'constant') return b.kind === 'constant' && sameConstant(a, b);
    return b.kind === 'variable' && this.#pair(a, b);
  }

  #ops(a: Op, b: Op): boolean {
    return (
      a.name === b.name &&
      equalAttributes(a.attributes, b.attributes) &&
      equalLists(a.args, b.args, (x, y) => this.#valuesEqual(x, y)) &&
      equalLists(a.results, b.results, (x, y) => this.#pair(x, y) && x.name === y.name)
    );
  }

  #exits(a: Exit, b: Exit): boolean {
    if (!equalLists(exitArgs(a), exitArgs(b), (x, y) => this.#valuesEqual(x, y))) return false;
    if (!equalLists(linksOf(a), linksOf(b), (x, y) => this.#links(x, y))) return false;
    if (a.kind === 'switch') {
      return (
        b.kind === 'switch' &&
        equalLists(a.cases, b.cases, (x, y) => sameConstant(x.value, y.value))
      );
    }
    if (a.kind !== 'raise') return a.kind === b.kind;
    return (
      b.kind === 'raise' && a.error.error === b.error.error && a.error.template === b.error.template
    );
  }

  #links(a: Link, b: Link): boolean {
    return (
      this.#meet(a.target, b.target) &&
      equalLists(a.args, b.args, (x, y) => this.#valuesEqual(x, y))
    );
  }
}

/** Containers and C functions are compared by identity: both are interned. */
export function equalAttributes(a: OpAttributes, b: OpAttributes): boolean {
  if (a === b) return true;
  const fields = (of: OpAttributes): [string, unknown][] =>
    Object.entries(of).filter(([, value]) => value !== undefined);
  const right = new Map(fields(b));
  const left = fields(a);
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value);
}

function equalLists<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, i) => equal(item, b[i] as T));
}
