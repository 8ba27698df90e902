// One high graph → the low graph: every variable becomes the variables of `representation(type)`, every op is expanded.
import { GraphBuilder, link, type Typed } from '../graph/builder.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import { reversePostorder } from '../graph/walk.ts';
import { splitConstant } from './constants.ts';
import { LowEmitter } from './emitter.ts';
import { expanderOf } from './expanders.ts';
import { Operands } from './operands.ts';

export interface LowerOptions {
  /** The function may be called again while it runs: it looks at the stack when it begins. */
  readonly checksStack: boolean;
}

export function lowerGraph(graph: Graph, options: LowerOptions): Graph {
  return new GraphLowering(graph, options).run();
}

class GraphLowering {
  readonly #graph: Graph;
  readonly #options: LowerOptions;
  readonly #builder: GraphBuilder;
  readonly #low: LowEmitter;
  readonly #blocks = new Map<Block, Block>();
  readonly #values = new Map<Variable, readonly Value[]>();

  constructor(graph: Graph, options: LowerOptions) {
    this.#graph = graph;
    this.#options = options;
    this.#builder = new GraphBuilder({
      ...graph,
      parameters: graph.start.inputs.flatMap(splitInput),
      results: graph.results.flatMap(representation),
    });
    this.#low = new LowEmitter(this.#builder);
  }

  run(): Graph {
    // Definitions come before uses in this order.
    const order = reversePostorder(this.#graph);
    for (const block of order) this.#newBlock(block);
    if (this.#options.checksStack) this.#low.effect('check_stack', []);
    for (const block of order) this.#lowerBlock(block);
    return this.#builder.finish();
  }

  #newBlock(old: Block): void {
    const isStart = old === this.#graph.start;
    const block = isStart
      ? this.#builder.start
      : this.#builder.block(old.inputs.flatMap(splitInput));
    this.#blocks.set(old, block);
    let next = 0;
    for (const input of old.inputs) {
      const end = next + representation(input.type).length;
      this.#values.set(input, block.inputs.slice(next, end));
      next = end;
    }
  }

  #lowerBlock(old: Block): void {
    this.#builder.continueIn(this.#target(old));
    const { exit } = old;
    const last = exit.kind === 'try' ? old.ops.at(-1) : undefined;
    for (const op of old.ops) if (op !== last) this.#lowerOp(op);
    if (exit.kind !== 'try') return this.#lowerExit(exit);
    if (!last) throw new InternalError(`${this.#graph.name}: try without an op`);
    this.#low.inTry(
      this.#link(exit.exception),
      () => this.#lowerOp(last),
      () => this.#link(exit.normal),
    );
  }

  #lowerOp(op: Op): void {
    this.#builder.span = op.span;
    const operands = new Operands(
      op,
      op.args.map((arg) => this.#split(arg)),
    );
    const values = expanderOf(op.name)(this.#low, operands);
    const [result] = op.results;
    if (!result) return;
    nameParts(result, values);
    this.#values.set(result, values);
  }

  #lowerExit(exit: Exclude<Exit, { kind: 'try' }>): void {
    const builder = this.#builder;
    switch (exit.kind) {
      case 'goto': {
        const { target, args } = this.#link(exit.link);
        return builder.goto(target, args);
      }
      case 'branch': {
        const sides = [this.#link(exit.whenTrue), this.#link(exit.whenFalse)] as const;
        return builder.branch(this.#scalar(exit.condition), ...sides);
      }
      case 'switch': {
        const cases = exit.cases.map((item) => ({
          value: item.value,
          link: this.#link(item.link),
        }));
        return builder.switch(this.#scalar(exit.value), cases, this.#link(exit.otherwise));
      }
      case 'return':
        return builder.return(this.#splitAll(exit.values));
      case 'raise':
        return builder.raise(
          exit.error,
          this.#splitAll(exit.args),
          exit.span,
          exit.exception && this.#link(exit.exception),
        );
      case 'throw':
        return builder.throw(
          this.#scalar(exit.object),
          exit.span,
          exit.exception && this.#link(exit.exception),
        );
      case 'reraise':
        return builder.reraise();
      case 'unreachable':
        return builder.unreachable();
    }
  }

  #target(old: Block): Block {
    const block = this.#blocks.get(old);
    if (!block) throw new InternalError(`${this.#graph.name}: unknown block`);
    return block;
  }

  #link({ target, args }: Link): Link {
    return link(this.#target(target), this.#splitAll(args));
  }

  #splitAll(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) => this.#split(value));
  }

  #split(value: Value): readonly Value[] {
    if (value.kind === 'constant') return splitConstant(this.#low, value);
    const parts = this.#values.get(value);
    if (!parts) throw new InternalError(`${this.#graph.name}: ${value.name} used before defined`);
    return parts;
  }

  #scalar(value: Value): Value {
    const [part] = this.#split(value);
    if (!part) throw new InternalError(`${this.#graph.name}: a value without low values`);
    return part;
  }
}

/** What the low values of a view or nullable called `data` are called. */
function partNames({ name, type }: Typed): readonly string[] {
  const count = representation(type).length;
  const isNullable = type.kind === 'nullable' && count > 1;
  const suffixes = ['', '_length', '_buffer'];
  return Array.from({ length: count }, (_, i) => {
    if (name === '') return '';
    return name + (isNullable && i === count - 1 ? '_tag' : (suffixes[i] ?? ''));
  });
}

function splitInput(input: Typed): readonly Typed[] {
  const names = partNames(input);
  return representation(input.type).map((type, i) => ({ type, name: names[i] ?? '' }));
}

/** Gives the source's name to what the expansion of its op has made. */
function nameParts(result: Variable, values: readonly Value[]): void {
  const names = partNames(result);
  values.forEach((value, i) => {
    if (value.kind !== 'variable' || value.name !== '') return;
    // The graph is still being built: nobody else has seen the variable.
    const unnamed: { name: string } = value;
    unnamed.name = names[i] ?? '';
  });
}
