// What an op's emitter sees: its operands as LLVM values, the builder, and the one way to call what may raise.
import type llvm from 'llvm-bindings';
import type { RaisedError, Value, Op } from '../../graph/graph.ts';
import type { HighOpName, OpName } from '../../graph/ops.ts';
import type { DebugInfo } from '../debug/debug-info.ts';
import type { EnvironmentLayout } from '../environment.ts';
import type { ModuleWriter } from '../writer.ts';

export interface OpContext {
  readonly writer: ModuleWriter;
  readonly layout: EnvironmentLayout;
  /** The function's hidden first parameter. */
  readonly env: llvm.Value;
  /** null in a build without it. */
  readonly debug: DebugInfo | null;
  value(value: Value): llvm.Value;
  /** Address of the text that tells the error and the op's place. */
  site(error: RaisedError, op: Op): llvm.Value;
  /** Calls what may raise: `invoke` if the op is the last one before a `try` exit. */
  callRaising(callee: llvm.Function, args: readonly llvm.Value[]): llvm.Value;
}

/** The values of the op's results. */
export type Emitter = (op: Op, context: OpContext) => readonly llvm.Value[];

export type LowOpName = Exclude<OpName, HighOpName>;
export type EmittersOf<K extends LowOpName> = { readonly [N in K]: Emitter };

/** An emitter of the operands' values. */
export const simple =
  (
    emit: (
      builder: llvm.IRBuilder,
      a: llvm.Value,
      b: llvm.Value,
      op: Op,
      context: OpContext,
    ) => llvm.Value,
  ): Emitter =>
  (op, context) => {
    const [a, b = a] = op.args.map((arg) => context.value(arg));
    if (!a || !b) throw new Error(`${op.name} without operands`);
    return [emit(context.writer.builder, a, b, op, context)];
  };
