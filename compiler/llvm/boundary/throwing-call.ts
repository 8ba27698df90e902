// A call of a graph without arguments, made by no JavaScript caller: what it raises becomes an exception of the host's.
import type llvm from 'llvm-bindings';
import { graphSymbol } from '../graph-symbol.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitThrowing } from './throw-pending.ts';
import type { CallFrame } from './wrapper.ts';

/** In `inside`. `raised` emits what follows the exception, up to the end of the function; emission goes on where the call returns. */
export function emitThrowingCall(
  graph: string,
  env: llvm.Value,
  inside: llvm.Function,
  { enter, exit }: CallFrame,
  writer: ModuleWriter,
  raised: () => void,
): void {
  const { builder, types } = writer;
  const entered = enter(env);
  const [next, pad] = [writer.block('', inside), writer.block('raised', inside)];
  inside.setPersonalityFn(writer.function('__gcc_personality_v0'));
  const callee = writer.complete(graphSymbol(graph), types.void, [types.address]);
  builder.CreateInvoke(callee, next, pad, [env]);
  builder.SetInsertPoint(pad);
  builder.CreateLandingPad(types.exception, 0).setCleanup(true);
  exit(env, entered);
  emitThrowing(env, writer);
  raised();
  builder.SetInsertPoint(next);
  exit(env, entered);
}
