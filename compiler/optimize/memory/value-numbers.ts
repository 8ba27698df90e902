// Numbers for values: the same for equal constants, for references and casts of them, and for loads that have been found to
// give what is known already.
import type { Graph, Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { reversePostorder } from '../../graph/walk.ts';
import { typeName } from '../../program/type-name.ts';
import type { Location } from './locations.ts';

const MAKERS: ReadonlySet<OpName> = new Set(['object_new', 'array_new']);

export class ValueNumbers {
  readonly #numbers = new Map<Variable | string, number>();
  readonly #casts = new Map<Variable, Value>();
  readonly #makers = new Map<Variable, Op>();
  /** Loads and what they give. */
  readonly known = new Map<Variable, Value>();

  constructor(graph: Graph) {
    for (const { ops } of reversePostorder(graph)) {
      for (const op of ops) {
        const [result] = op.results;
        const [from] = op.args;
        if (!result) continue;
        if (op.name === 'reference_cast' && from) this.#casts.set(result, from);
        if (MAKERS.has(op.name)) this.#makers.set(result, op);
      }
    }
  }

  of(value: Value): number {
    const root = this.#root(value);
    const key =
      root.kind === 'variable'
        ? root
        : `${typeName(root.type)} ${Object.is(root.value, -0) ? '-0' : JSON.stringify(String(root.value))}`;
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    return number;
  }

  /** What a load is known to give, or the value itself. */
  resolve(value: Value): Value {
    for (let at = value; ;) {
      const next = at.kind === 'variable' ? this.known.get(at) : undefined;
      if (!next) return at;
      at = next;
    }
  }

  /** One variable, or equal constants of one type. */
  isSame(a: Value, b: Value): boolean {
    const [x, y] = [this.resolve(a), this.resolve(b)];
    if (x.kind === 'variable' || y.kind === 'variable') return x === y;
    return x.type === y.type && Object.is(x.value, y.value);
  }

  ofPlace({ object, index, part }: Location): string {
    return `${this.of(object)} ${index ? this.of(index) : ''} ${part}`;
  }

  /** A new object, made by an op of the graph. */
  isAllocation(value: Value): boolean {
    const root = this.#root(value);
    return root.kind === 'variable' && this.#makers.has(root);
  }

  #root(value: Value): Value {
    for (let at = value; ;) {
      const next = at.kind === 'variable' ? (this.known.get(at) ?? this.#casts.get(at)) : undefined;
      if (!next) return at;
      at = next;
    }
  }
}
