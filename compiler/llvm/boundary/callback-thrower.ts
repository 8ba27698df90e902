// What a callback throws becomes the error of the C function that called it. On the host's event loop there is none, and it is the
// process's uncaught exception (runtime/prelude/relay.ll).
import type llvm from 'llvm-bindings';
import { CALLBACK_ERROR, type Unit } from '../../graph/unit.ts';
import { callbacksOf } from '../c-abi/callback.ts';
import { graphSymbol } from '../graph-symbol.ts';
import type { ModuleWriter } from '../writer.ts';
import { THROW_PENDING } from './throw-pending.ts';
import type { CallFrame } from './wrapper.ts';

export function emitCallbackThrower(
  unit: Unit,
  env: llvm.Value,
  writer: ModuleWriter,
  frame: CallFrame,
): void {
  const { builder, types } = writer;
  if (!unit.graphs.has(CALLBACK_ERROR) || callbacksOf(unit).length === 0) return;
  const caller = writer.currentBlock;
  const made = writer.define('mm.unit.throw_callback_error', types.void, [types.address]);
  const own = made.getArg(0);
  builder.SetInsertPoint(writer.block('entry', made));
  const entered = frame.enter(own);
  const [next, pad] = [writer.block('', made), writer.block('raised', made)];
  made.setPersonalityFn(writer.function('__gcc_personality_v0'));
  builder.CreateInvoke(writer.function(graphSymbol(CALLBACK_ERROR)), next, pad, [own]);
  builder.SetInsertPoint(pad);
  builder.CreateLandingPad(types.exception, 0).setCleanup(true);
  frame.exit(own, entered);
  writer.call(THROW_PENDING, [own]);
  writer.call('mm.relay.uncaught', [own]);
  builder.CreateRetVoid();
  builder.SetInsertPoint(next);
  frame.exit(own, entered);
  builder.CreateRetVoid();
  builder.SetInsertPoint(caller);
  writer.call('mm.relay.set_thrower', [env, made]);
}
