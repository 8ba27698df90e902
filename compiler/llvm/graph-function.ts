// One low graph → the body of its LLVM function. Block inputs become phis; a raising op before a `try` exit becomes an invoke.
import type llvm from 'llvm-bindings';
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import type { UnitExport } from '../graph/unit.ts';
import type { Block, Graph, Link, Op, RaisedError, Value, Variable } from '../graph/graph.ts';
import { reversePostorder } from '../graph/walk.ts';
import type { DebugInfo } from './debug/debug-info.ts';
import type { EnvironmentLayout } from './environment.ts';
import { emitExit } from './exits.ts';
import type { OpContext } from './ops/emitter.ts';
import { emitterOf } from './ops/table.ts';
import { graphSymbol } from './graph-symbol.ts';
import { siteText, type Positions } from './positions.ts';
import type { ModuleWriter } from './writer.ts';

/** Declares the function of a graph, so that others can call it before it has its body. */
export function declareGraph(graph: Graph, writer: ModuleWriter): void {
  const { types } = writer;
  const inputs = graph.start.inputs.map((input) => types.of(input.type));
  const symbol = graphSymbol(graph.name);
  const parameters = [types.address, ...inputs];
  // What C calls is declared by the text that calls it.
  if (writer.has(symbol)) writer.complete(symbol, types.results(graph.results), parameters);
  else
    writer.define(
      symbol,
      types.results(graph.results),
      parameters,
      writer.unit.part ? 'shared' : 'internal',
    );
}

/** An export that is a function of another module. */
export function declareExport(item: UnitExport, writer: ModuleWriter): void {
  if (item.kind !== 'function' || writer.has(graphSymbol(item.graph))) return;
  const { types } = writer;
  const inputs = item.parameters.flatMap(({ inputType }) => representation(inputType));
  writer.complete(graphSymbol(item.graph), types.results(representation(item.result)), [
    types.address,
    ...inputs.map((type) => types.of(type)),
  ]);
}

export function emitGraph(
  graph: Graph,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  positions: Positions,
  debug: DebugInfo | null,
): void {
  new GraphEmitter(graph, writer, layout, positions, debug).emit();
}

export class GraphEmitter implements OpContext {
  readonly graph: Graph;
  readonly writer: ModuleWriter;
  readonly layout: EnvironmentLayout;
  readonly function: llvm.Function;
  readonly env: llvm.Value;
  readonly debug: DebugInfo | null;
  readonly #positions: Positions;
  readonly #values = new Map<Variable, llvm.Value>();
  readonly #blocks = new Map<Block, llvm.BasicBlock>();
  readonly #phis = new Map<Block, readonly llvm.PHINode[]>();
  /** Of the op that is being emitted, if it is before a `try` exit; made by the first raising call. */
  #pad: llvm.BasicBlock | null = null;
  #inTry = false;

  constructor(
    graph: Graph,
    writer: ModuleWriter,
    layout: EnvironmentLayout,
    positions: Positions,
    debug: DebugInfo | null,
  ) {
    this.graph = graph;
    this.writer = writer;
    this.layout = layout;
    this.#positions = positions;
    this.debug = debug;
    this.function = writer.function(graphSymbol(graph.name));
    this.env = this.function.getArg(0);
  }

  emit(): void {
    const { writer, graph } = this;
    const { builder } = writer;
    this.debug?.enter(graph, this.function);
    const entry = writer.block('entry', this.function);
    const order = reversePostorder(graph);
    for (const block of order) this.#blocks.set(block, writer.block('', this.function));
    for (const block of order) this.#inputs(block);
    builder.SetInsertPoint(entry);
    if (order.some(({ exit }) => exit.kind === 'try'))
      this.function.setPersonalityFn(writer.function('__gcc_personality_v0'));
    // The start may be entered by loops, so its inputs are phis too.
    graph.start.inputs.forEach((_, index) => {
      this.#phis.get(graph.start)?.[index]?.addIncoming(this.function.getArg(index + 1), entry);
    });
    for (const block of order) this.#frame(block);
    this.debug?.allocateVariables(graph, this.function);
    builder.CreateBr(this.llvmBlock(graph.start));
    for (const block of order) this.#body(block);
    this.debug?.leave();
  }

  /** What lies in the native frame: one place for each op, however often it runs. */
  #frame(block: Block): void {
    const { builder, types, constants } = this.writer;
    for (const op of block.ops) {
      const [size] = op.args;
      const [result] = op.results;
      if (op.name !== 'adr_stack' || !result || size?.kind !== 'constant') continue;
      // A multiple of 16 bytes, so that it lies at one.
      const words = Math.ceil(Number(size.value) / 16) * 2;
      const place = builder.CreateAlloca(types.i64, constants.int(32, words));
      this.#values.set(result, builder.CreateBitCast(place, types.address));
    }
  }

  #inputs(block: Block): void {
    const { builder, types } = this.writer;
    builder.SetInsertPoint(this.llvmBlock(block));
    const phis = block.inputs.map((input) => {
      const phi = builder.CreatePHI(types.of(input.type), 2, input.name);
      this.#values.set(input, phi);
      return phi;
    });
    this.#phis.set(block, phis);
  }

  #body(block: Block): void {
    const { builder } = this.writer;
    builder.SetInsertPoint(this.llvmBlock(block));
    this.#pad = null;
    block.inputs.forEach((input) => this.debug?.name(input, this.value(input)));
    block.ops.forEach((op, index) => {
      this.#inTry = block.exit.kind === 'try' && index === block.ops.length - 1;
      this.debug?.at(op.span);
      const results = emitterOf(op.name)(op, this);
      op.results.forEach((result, position) => {
        const value = results[position];
        if (!value) throw new InternalError(`${op.name} has no result ${position}`);
        this.#values.set(result, value);
        this.debug?.name(result, value);
      });
    });
    this.#inTry = false;
    emitExit(block.exit, this);
  }

  // ---- OpContext ----

  value(value: Value): llvm.Value {
    if (value.kind === 'constant') return this.writer.constants.of(value);
    const found = this.#values.get(value);
    if (!found)
      throw new InternalError(
        `${this.graph.name}: ${value.name || 'a value'} is used before its definition`,
      );
    return found;
  }

  site(error: RaisedError, { span }: Pick<Op, 'span'>): llvm.Value {
    const position = this.#positions.text(span, this.graph);
    return this.writer.constants.text(siteText(error, position));
  }

  callRaising(callee: llvm.Function, args: readonly llvm.Value[]): llvm.Value {
    const { builder } = this.writer;
    if (!this.#inTry) return builder.CreateCall(callee, [...args]);
    this.#pad ??= this.writer.block('pad', this.function);
    const next = this.writer.block('', this.function);
    const result = builder.CreateInvoke(callee, next, this.#pad, [...args]);
    builder.SetInsertPoint(next);
    return result;
  }

  // ---- for exits ----

  llvmBlock(block: Block): llvm.BasicBlock {
    const found = this.#blocks.get(block);
    if (!found) throw new InternalError(`${this.graph.name}: link to an unknown block`);
    return found;
  }

  /** The landing pad of the op before the exit; null if it cannot raise after all. */
  get pad(): llvm.BasicBlock | null {
    return this.#pad;
  }

  /** Gives the link's arguments to the target's phis, coming from the builder's block. */
  passArguments({ target, args }: Link): void {
    const from = this.writer.currentBlock;
    const phis = this.#phis.get(target) ?? [];
    args.forEach((arg, index) => phis[index]?.addIncoming(this.value(arg), from));
  }
}
