// The call of an export's graph by a wrapper: both ways in which it may raise come to one block.
import type llvm from 'llvm-bindings';
import { graphSymbol } from '../graph-symbol.ts';
import type { ModuleWriter } from '../writer.ts';

export interface ExportedCall {
  /** What the function gives, where it does not raise. */
  readonly value: llvm.Value;
  /** Where it has raised. The error is pending. */
  readonly raised: llvm.BasicBlock;
}

/** The builder is where the call has not raised. `args`: with the environment. `made`: the wrapper. */
export function emitExportedCall(
  graph: string,
  args: readonly llvm.Value[],
  made: llvm.Function,
  writer: ModuleWriter,
): ExportedCall {
  const { builder, types } = writer;
  const [next, pad] = [writer.block('next', made), writer.block('pad', made)];
  const raised = writer.block('raised', made);
  made.setPersonalityFn(writer.function('__gcc_personality_v0'));
  const value = builder.CreateInvoke(writer.function(graphSymbol(graph)), next, pad, [...args]);
  builder.SetInsertPoint(pad);
  builder.CreateLandingPad(types.exception, 0).setCleanup(true);
  builder.CreateBr(raised);
  builder.SetInsertPoint(next);
  if (writer.returning.has(graph)) {
    const done = writer.block('done', made);
    builder.CreateCondBr(writer.call('mm.take_mark', [args[0] as llvm.Value]), raised, done);
    builder.SetInsertPoint(done);
  }
  return { value, raised };
}
