// A graph to a new graph, op by op: what most passes are made of. The old graph stays as it is.
// Blocks are visited so that a definition comes before its uses; operands are substituted before a rule sees them.
import type { Span } from '../source/source-file.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from './graph.ts';
import { variable, type OpOptions } from './builder.ts';
import { InternalError } from './internal-error.ts';
import { NO_ATTRIBUTES, OPS, type OpName } from './ops.ts';
import { inferResultTypes } from './result-types.ts';
import { reversePostorder } from './walk.ts';

/** Where the rules of `rewriteGraph` put new ops: before the op or exit that is being rewritten. */
export interface Emitter {
  /** As `GraphBuilder.op`; the span is that of the rewritten op. */
  op(name: OpName, args: readonly Value[], options?: OpOptions): readonly Variable[];
  /** As `GraphBuilder.value`. */
  value(name: OpName, args: readonly Value[], options?: OpOptions): Variable;
  append(op: Op): void;
}

export interface RewriteRules {
  /**
   * `op` has its operands substituted, `old` is the same op as it stands in `block`. null: kept. Else the values that stand for its results, one each (`[]` for an op without results), after whatever
   * was put into `emit`. A raising op that ends a `try` block may only be replaced by ops of which none but the last
   * raises; if the last does not raise, `try` becomes `goto`.
   */
  readonly op?: (op: Op, emit: Emitter, block: Block, old: Op) => readonly Value[] | null;
  /** The new exit. Links lead to old blocks, of any place whose definitions are visited before. Default: kept. */
  readonly exit?: (exit: Exit, emit: Emitter, block: Block) => Exit;
  /** false: the input goes, with its argument in every link. It needs an entry in `substitute` if it is used. */
  readonly keepInput?: (input: Variable, block: Block) => boolean;
  /** What to put for variables of the old graph, transitively. */
  readonly substitute?: ReadonlyMap<Variable, Value>;
  /** true: this goto's target, which nothing else enters, is continued in the same block. */
  readonly merge?: (link: Link, block: Block) => boolean;
  /** Fresh variables everywhere: for a copy that stands in one graph with its original. */
  readonly fresh?: boolean;
}

export interface Rewritten {
  readonly graph: Graph;
  /** Old block to new block, for the blocks still reached and not merged away. */
  readonly blocks: ReadonlyMap<Block, Block>;
  /** What stands for a value of the old graph in the new one. */
  readonly valueOf: (value: Value) => Value;
}

/**
 * The graph that the rules make, or the same one if they changed nothing. Only blocks that are still reachable are
 * visited and kept.
 */
export const rewriteGraph = (graph: Graph, rules: RewriteRules): Graph =>
  new GraphRewriter(graph, rules).run().graph;

/** As `rewriteGraph`, with the maps from old to new. */
export const rewriteGraphWithMaps = (graph: Graph, rules: RewriteRules): Rewritten =>
  new GraphRewriter(graph, rules).run();

class GraphRewriter implements Emitter {
  readonly #graph: Graph;
  readonly #rules: RewriteRules;
  readonly #substitution: Map<Variable, Value>;
  readonly #blocks = new Map<Block, Block>();
  #ops: Op[] = [];
  #span: Span | null = null;
  #changed: boolean;
  /** Whether the last op of the block being rewritten is there and raises, for `try`. */
  #lastRaises = false;

  constructor(graph: Graph, rules: RewriteRules) {
    this.#graph = graph;
    this.#rules = rules;
    this.#substitution = new Map(rules.substitute);
    this.#changed = rules.fresh === true || this.#substitution.size > 0;
  }

  run(): Rewritten {
    const start = this.#newBlock(this.#graph.start);
    const order = reversePostorder(this.#graph);
    const done = new Set<Block>();
    // One sweep is enough but for irreducible loops, and for rules that jump backwards in the order.
    for (let before = -1; before < done.size;) {
      before = done.size;
      for (const block of order) {
        const target = this.#blocks.get(block);
        if (!target || done.has(block)) continue;
        done.add(block);
        this.#rewriteBlock(block, target);
      }
    }
    return {
      graph: this.#changed ? { ...this.#graph, start } : this.#graph,
      blocks: this.#blocks,
      valueOf: (value) => this.#valueOf(value),
    };
  }

  // ---- Emitter ----

  op(name: OpName, args: readonly Value[], options: OpOptions = {}): readonly Variable[] {
    const types = options.types ?? inferResultTypes(name, args);
    if (!types) throw this.#error(`the result types of ${name} must be given`);
    const results = types.map((type) => variable(type, options.name ?? ''));
    const span = options.span === undefined ? this.#span : options.span;
    this.append({ name, args, results, attributes: options.attributes ?? NO_ATTRIBUTES, span });
    return results;
  }

  value(name: OpName, args: readonly Value[], options: OpOptions = {}): Variable {
    const results = this.op(name, args, options);
    const [result] = results;
    if (!result || results.length > 1) throw this.#error(`${name} has ${results.length} results`);
    return result;
  }

  append(op: Op): void {
    this.#ops.push(op);
  }

  // ---- blocks ----

  #newBlock(old: Block): Block {
    let block = this.#blocks.get(old);
    if (!block) {
      const inputs = this.#keptInputs(old).map((input) => this.#define(input));
      block = { inputs, ops: [], exit: { kind: 'unreachable' } };
      this.#blocks.set(old, block);
    }
    return block;
  }

  #keptInputs(block: Block): readonly Variable[] {
    const { keepInput } = this.#rules;
    if (!keepInput) return block.inputs;
    const kept = block.inputs.filter((input) => keepInput(input, block));
    if (kept.length < block.inputs.length) this.#changed = true;
    return kept;
  }

  /** The new graph's variable for a definition of the old one. */
  #define(old: Variable): Variable {
    if (!this.#rules.fresh) return old;
    const copy = variable(old.type, old.name);
    this.#substitution.set(old, copy);
    return copy;
  }

  #rewriteBlock(old: Block, target: Block): void {
    this.#ops = [];
    let source = old;
    for (;;) {
      this.#rewriteOps(source);
      const exit = this.#rewriteExit(source);
      if (exit.kind !== 'goto' || !this.#rules.merge?.(exit.link, source)) {
        target.ops = this.#ops;
        target.exit = mapLinks(exit, (link) => this.#newLink(link));
        return;
      }
      this.#changed = true;
      source = exit.link.target;
      source.inputs.forEach((input, i) => this.#substitution.set(input, argument(exit.link, i)));
    }
  }

  #rewriteOps(block: Block): void {
    const last = block.exit.kind === 'try' ? block.ops.at(-1) : undefined;
    this.#lastRaises = false;
    for (const old of block.ops) {
      const start = this.#ops.length;
      this.#rewriteOp(old, block);
      if (old !== last) continue;
      const raising = this.#ops.slice(start).map(({ name }) => OPS[name].raises);
      if (raising.slice(0, -1).includes(true)) {
        throw this.#error(`${old.name}: a raising op before the last one of a try block`);
      }
      this.#lastRaises = raising.at(-1) === true;
    }
  }

  #rewriteOp(old: Op, block: Block): void {
    this.#span = old.span;
    const op = { ...old, args: old.args.map((arg) => this.#valueOf(arg)) };
    const values = this.#rules.op?.(op, this, block, old) ?? null;
    if (values === null) {
      this.#ops.push({ ...op, results: op.results.map((result) => this.#define(result)) });
      return;
    }
    this.#changed = true;
    if (values.length !== op.results.length) throw this.#error(`${op.name}: wrong replacement`);
    op.results.forEach((result, i) => {
      const value = argument({ args: values }, i);
      if (value !== result) this.#substitution.set(result, value);
    });
  }

  #rewriteExit(block: Block): Exit {
    const { exit } = block;
    this.#span =
      exit.kind === 'raise' || exit.kind === 'throw' ? exit.span : (block.ops.at(-1)?.span ?? null);
    const kept: Exit =
      exit.kind === 'try' && !this.#lastRaises ? { kind: 'goto', link: exit.normal } : exit;
    const substituted = mapExit(kept, (value) => this.#valueOf(value));
    const end = this.#ops.length;
    const replaced = this.#rules.exit?.(substituted, this, block) ?? substituted;
    if (replaced.kind === 'try' && this.#ops.length > end) {
      throw this.#error('an op between the last op of a block and its try');
    }
    if (replaced !== substituted || kept !== exit) this.#changed = true;
    return replaced;
  }

  #newLink(link: Link): Link {
    const kept = new Set(this.#keptInputs(link.target));
    const args = link.args.filter((_, i) => {
      const input = link.target.inputs[i];
      return input !== undefined && kept.has(input);
    });
    return { target: this.#newBlock(link.target), args };
  }

  #valueOf(value: Value): Value {
    let current = value;
    while (current.kind === 'variable') {
      const next = this.#substitution.get(current);
      if (!next) return current;
      current = next;
    }
    return current;
  }

  #error(message: string): InternalError {
    return new InternalError(`${this.#graph.name}: ${message}`);
  }
}

function argument({ args }: { readonly args: readonly Value[] }, index: number): Value {
  const arg = args[index];
  if (!arg) throw new InternalError(`argument ${index} is missing`);
  return arg;
}

/** The exit with every value and link argument mapped; links keep their targets. */
export function mapExit(exit: Exit, map: (value: Value) => Value): Exit {
  const mapped = mapLinks(exit, ({ target, args }) => ({ target, args: args.map(map) }));
  switch (mapped.kind) {
    case 'branch':
      return { ...mapped, condition: map(mapped.condition) };
    case 'switch':
      return { ...mapped, value: map(mapped.value) };
    case 'return':
      return { ...mapped, values: mapped.values.map(map) };
    case 'raise':
      return { ...mapped, args: mapped.args.map(map) };
    case 'throw':
      return { ...mapped, object: map(mapped.object) };
    default:
      return mapped;
  }
}

/** The exit with every link mapped. */
export function mapLinks(exit: Exit, map: (link: Link) => Link): Exit {
  switch (exit.kind) {
    case 'goto':
      return { ...exit, link: map(exit.link) };
    case 'branch':
      return { ...exit, whenTrue: map(exit.whenTrue), whenFalse: map(exit.whenFalse) };
    case 'switch':
      return {
        ...exit,
        cases: exit.cases.map(({ value, link }) => ({ value, link: map(link) })),
        otherwise: map(exit.otherwise),
      };
    case 'try':
      return { ...exit, normal: map(exit.normal), exception: map(exit.exception) };
    case 'raise':
    case 'throw':
      return exit.exception ? { ...exit, exception: map(exit.exception) } : exit;
    default:
      return exit;
  }
}

/** A copy with fresh blocks and variables. */
export const copyGraph = (graph: Graph): Rewritten => rewriteGraphWithMaps(graph, { fresh: true });
