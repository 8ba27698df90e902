// Makes a flow graph: blocks with typed inputs, ops appended to the current block, exits. Used by `flow`, `lower`,
// the passes and the parser. The finished graph is `finish()`'s result; the builder is thrown away.
import type { Span } from '../source/source-file.ts';
import type { RtsType } from '../program/types.ts';
import type {
  Block,
  Constant,
  Exit,
  Graph,
  Link,
  Op,
  RaisedError,
  SourceLocal,
  Value,
  Variable,
} from './graph.ts';
import { InternalError } from './internal-error.ts';
import { NO_ATTRIBUTES, type OpAttributes, type OpName } from './ops.ts';
import { inferResultTypes } from './result-types.ts';
import { linksOf } from './walk.ts';

/** A type and the source's name ('' for temporaries): what a new variable needs. */
export interface Typed {
  readonly type: RtsType;
  readonly name: string;
}

export interface GraphHeader {
  readonly name: string;
  readonly displayName: string;
  readonly parameters: readonly Typed[];
  readonly results: readonly RtsType[];
  readonly span: Span | null;
  /** Kept, not copied: it may grow until `finish`. */
  readonly locals?: readonly SourceLocal[];
}

export interface OpOptions {
  /** Needed where the row and the operands do not determine the result types (`...any`, `nullable`, `ptr`, …). */
  readonly types?: readonly RtsType[];
  readonly attributes?: OpAttributes;
  /** Instead of the builder's current span. */
  readonly span?: Span | null;
  /** The source's name for the (only) result. */
  readonly name?: string;
}

export const variable = (type: RtsType, name = ''): Variable => ({ kind: 'variable', type, name });

/** Links keep the array given, not a copy: SSA construction may push arguments until `finish`. */
export const link = (target: Block, args: readonly Value[] = []): Link => ({ target, args });

const OPEN: Exit = { kind: 'unreachable' };

export class GraphBuilder {
  /** Its inputs are the function's parameters. Current at first. */
  readonly start: Block;
  /** Span of the ops to come. */
  span: Span | null;
  readonly #header: GraphHeader;
  /** Ops so far of each block; undefined once its exit is set. */
  readonly #ops = new Map<Block, Op[]>();
  readonly #inputs = new Map<Block, Variable[]>();
  #current: Block;

  constructor(header: GraphHeader) {
    this.#header = header;
    this.span = header.span;
    this.start = this.block(header.parameters);
    this.#current = this.start;
  }

  get parameters(): readonly Variable[] {
    return this.start.inputs;
  }

  // ---- blocks ----

  /** A new block without an exit. Does not become the current one. */
  block(inputs: readonly Typed[] = []): Block {
    return this.blockWith(inputs.map(({ type, name }) => variable(type, name)));
  }

  /** A new block whose inputs are variables that the caller has made. */
  blockWith(variables: readonly Variable[]): Block {
    const inputs = [...variables];
    const ops: Op[] = [];
    const block: Block = { inputs, ops, exit: OPEN };
    this.#inputs.set(block, inputs);
    this.#ops.set(block, ops);
    return block;
  }

  /** One more input at the end; every link to `block` needs one more argument. */
  addInput(block: Block, type: RtsType, name = ''): Variable {
    const input = variable(type, name);
    const inputs = this.#inputs.get(block);
    if (!inputs) throw this.#error('input added to a block of another graph');
    inputs.push(input);
    return input;
  }

  get current(): Block {
    return this.#current;
  }

  /** Ops and exit go to `block` from now on. */
  continueIn(block: Block): void {
    this.#current = block;
  }

  /** A new block that becomes the current one. */
  startBlock(inputs: readonly Typed[] = []): Block {
    this.#current = this.block(inputs);
    return this.#current;
  }

  /** False once the current block has its exit. */
  get isOpen(): boolean {
    return this.#ops.has(this.#current);
  }

  // ---- ops ----

  /** Appends an op with any number of results. */
  op(name: OpName, args: readonly Value[], options: OpOptions = {}): readonly Variable[] {
    const types = options.types ?? inferResultTypes(name, args);
    if (!types) throw this.#error(`the result types of ${name} must be given`);
    const results = types.map((type) => variable(type, options.name ?? ''));
    const span = options.span === undefined ? this.span : options.span;
    this.append({ name, args, results, attributes: options.attributes ?? NO_ATTRIBUTES, span });
    return results;
  }

  /** Appends an op with exactly one result. */
  value(name: OpName, args: readonly Value[], options: OpOptions | RtsType = {}): Variable {
    const results = this.op(name, args, 'kind' in options ? { types: [options] } : options);
    const [result] = results;
    if (!result || results.length > 1) throw this.#error(`${name} has ${results.length} results`);
    return result;
  }

  /** Appends an op without results. */
  effect(name: OpName, args: readonly Value[], attributes: OpAttributes = NO_ATTRIBUTES): void {
    this.op(name, args, { types: [], attributes });
  }

  append(op: Op): void {
    const ops = this.#ops.get(this.#current);
    if (!ops) throw this.#error(`${op.name} after the exit of its block`);
    ops.push(op);
  }

  // ---- exits ----

  /** Sets the current block's exit. */
  exit(exit: Exit): void {
    if (!this.isOpen) throw this.#error(`second exit (${exit.kind}) of a block`);
    this.#current.exit = exit;
    this.#ops.delete(this.#current);
  }

  goto(target: Block, args: readonly Value[] = []): void {
    this.exit({ kind: 'goto', link: link(target, args) });
  }

  /** Each side is a block without inputs, or a link. */
  branch(condition: Value, whenTrue: Block | Link, whenFalse: Block | Link): void {
    const side = (to: Block | Link): Link => ('target' in to ? to : link(to));
    this.exit({ kind: 'branch', condition, whenTrue: side(whenTrue), whenFalse: side(whenFalse) });
  }

  switch(value: Value, cases: readonly { value: Constant; link: Link }[], otherwise: Link): void {
    this.exit({ kind: 'switch', value, cases, otherwise });
  }

  return(values: readonly Value[] = []): void {
    this.exit({ kind: 'return', values });
  }

  /** The last op of the current block goes to `exception` when it raises. */
  try(normal: Link, exception: Link): void {
    this.exit({ kind: 'try', normal, exception });
  }

  raise(
    error: RaisedError,
    args: readonly Value[],
    span: Span | null = this.span,
    exception: Link | null = null,
  ): void {
    if (!span) throw this.#error('raise without a span');
    this.exit({ kind: 'raise', error, args, exception, span });
  }

  throw(object: Value, span: Span, exception: Link | null = null): void {
    this.exit({ kind: 'throw', object, exception, span });
  }

  reraise(): void {
    this.exit({ kind: 'reraise' });
  }

  unreachable(): void {
    this.exit({ kind: 'unreachable' });
  }

  // ---- end ----

  /** The graph. Every block that it reaches must have its exit. */
  finish(): Graph {
    const { name, displayName, results, span, locals } = this.#header;
    const seen = new Set<Block>([this.start]);
    for (const block of seen) {
      if (this.#ops.has(block)) throw this.#error('a block has no exit');
      for (const { target } of linksOf(block.exit)) seen.add(target);
    }
    const graph = { name, displayName, start: this.start, results, span };
    return locals ? { ...graph, locals } : graph;
  }

  #error(message: string): InternalError {
    return new InternalError(`${this.#header.name}: ${message}`);
  }
}
