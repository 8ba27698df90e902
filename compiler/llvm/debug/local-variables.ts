// The variables of one function in its native frame, for builds without optimisation: each has a place there for as long as the
// function runs, zero before the variable has a value, and each `source_local` stores to it.
import llvm from 'llvm-bindings';
import type { Graph, Op, SourceLocal } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { representation } from '../../graph/representation.ts';
import type { ModuleWriter } from '../writer.ts';

/** Makes what a debugger knows of a variable that lies at a place. */
export type Declare = (local: SourceLocal, place: llvm.Value) => void;

export class LocalVariables {
  readonly #writer: ModuleWriter;
  readonly #places = new Map<number, llvm.Value>();
  /** Marks of parameters, which have their values before the function's first line. */
  readonly #done = new Set<Op>();

  constructor(writer: ModuleWriter) {
    this.#writer = writer;
  }

  /** At the end of the entry block, before any line of the function. */
  allocate(graph: Graph, made: llvm.Function, declare: Declare): void {
    const { builder } = this.#writer;
    const locals = graph.locals ?? [];
    locals.forEach((local, index) => {
      const type = this.#typeOf(local);
      if (!type) return;
      const place = builder.CreateAlloca(type);
      builder.CreateStore(llvm.Constant.getNullValue(type), place);
      this.#places.set(index, place);
      declare(local, place);
    });
    for (const op of graph.start.ops) {
      const inputs = op.args.map((arg) => graph.start.inputs.findIndex((input) => input === arg));
      const isParameter = locals[op.attributes.index ?? -1]?.isParameter === true;
      if (op.name !== 'source_local' || !isParameter || inputs.includes(-1)) continue;
      this.#done.add(op);
      this.#store(
        op,
        inputs.map((input) => made.getArg(input + 1)),
      );
    }
  }

  /** `values`: of the op's operands. */
  assign(op: Op, values: readonly llvm.Value[]): void {
    if (!this.#done.has(op)) this.#store(op, values);
  }

  #store(op: Op, values: readonly llvm.Value[]): void {
    const { builder, constants } = this.#writer;
    const place = this.#places.get(op.attributes.index ?? -1);
    const [first] = values;
    if (!place || !first) return;
    if (values.length === 1) {
      builder.CreateStore(first, place);
      return;
    }
    const type = this.#writer.types.results(op.args.map((arg) => arg.type));
    values.forEach((value, part) => {
      const indices = [constants.int(32, 0), constants.int(32, part)];
      builder.CreateStore(value, builder.CreateInBoundsGEP(type, place, indices));
    });
  }

  /** null for a type whose values take no memory. */
  #typeOf({ type, name }: SourceLocal): llvm.Type | null {
    const parts = representation(type);
    if (parts.length === 0) return null;
    if (parts.some(({ kind }) => kind === 'void')) throw new InternalError(`${name} has no value`);
    return this.#writer.types.results(parts);
  }
}
