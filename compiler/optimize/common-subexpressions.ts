// Computes a pure value once where it was computed before on every way, and checks once what was checked before.
//
// Before:
//   unit "u" low
//   graph "f" -> isize
//   b0(v0: isize, v1: isize):
//     check_index v0, v1
//     v2: isize = int_mul v0, 8:isize
//     v3: boolean = int_lt v2, 100:isize
//     branch v3, b1, b2
//   b1():
//     check_index v0, v1
//     v4: isize = int_mul 8:isize, v0
//     return v4
//   b2():
//     return 0:isize
// After:
//   unit "u" low
//   graph "f" -> isize
//   b0(v0: isize, v1: isize):
//     check_index v0, v1
//     v2: isize = int_mul v0, 8:isize
//     v3: boolean = int_lt v2, 100:isize
//     branch v3, b1, b2
//   b1():
//     return v2
//   b2():
//     return 0:isize
//
// Relies on `pure` in the op table: same operands, same result. A pure op that raises has passed where it dominates,
// unless it ends a `try` block: then it has passed on the normal way only.
import type { Block, Constant, Graph, Link, Op, Value, Variable } from '../graph/graph.ts';
import { typeName } from '../program/type-name.ts';
import { dominators, type Dominators } from '../graph/dominators.ts';
import { OPS, type OpName } from '../graph/ops.ts';
import { rewriteGraph } from '../graph/rewrite.ts';
import { graphPass, type Pass } from './pass.ts';

export const commonSubexpressions: Pass = graphPass('common-subexpressions', run);

interface Available {
  /** Where it has been computed: known in all that this block dominates, and further down in itself. */
  readonly block: Block;
  /** Instead: known behind this link only. */
  readonly link: Link | null;
  readonly results: readonly Variable[];
}

function run(graph: Graph): Graph {
  const tree = dominators(graph);
  const keys = new Keys();
  const table = new Map<string, Available[]>();
  return rewriteGraph(graph, {
    op(op, _emit, block, old) {
      if (!OPS[op.name].pure) return null;
      const key = keys.ofOp(op);
      const known = table.get(key) ?? [];
      const found = known.find((item) => isAvailable(item, block, tree));
      if (found) return found.results;
      table.set(key, [...known, { block, link: tryLink(old, block), results: op.results }]);
      return null;
    },
  });
}

const isAvailable = (item: Available, block: Block, tree: Dominators): boolean =>
  item.link ? tree.linkDominates(item.link, block) : tree.dominates(item.block, block);

/** The way on which the op that ends a `try` block has not raised. */
const tryLink = (op: Op, { exit, ops }: Block): Link | null =>
  exit.kind === 'try' && ops.at(-1) === op ? exit.normal : null;

const COMMUTATIVE: ReadonlySet<OpName> = new Set<OpName>([
  'int_add',
  'int_mul',
  'int_and',
  'int_or',
  'int_xor',
  'int_eq',
  'int_ne',
  'float_add',
  'float_mul',
  'float_eq',
  'float_ne',
  'bool_eq',
  'adr_eq',
]);

/** Equal texts for ops that compute the same. */
class Keys {
  readonly #numbers = new Map<object, number>();

  ofOp({ name, args, results, attributes }: Op): string {
    const operands = args.map((arg) => this.#ofValue(arg));
    if (COMMUTATIVE.has(name)) operands.sort();
    const types = results.map(({ type }) => typeName(type));
    const fields = Object.entries(attributes).map(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? `${key}=${this.#number(value)}`
        : `${key}=${String(value)}`,
    );
    return [name, ...operands, '->', ...types, ...fields.sort()].join(' ');
  }

  #ofValue(value: Value): string {
    return value.kind === 'variable' ? `v${this.#number(value)}` : this.#ofConstant(value);
  }

  #ofConstant({ type, value }: Constant): string {
    const text =
      typeof value === 'string'
        ? JSON.stringify(value)
        : Object.is(value, -0)
          ? '-0'
          : String(value);
    return `${text}:${this.#number(type)}`;
  }

  #number(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) this.#numbers.set(object, (number = this.#numbers.size));
    return number;
  }
}
