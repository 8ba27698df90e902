// What a callback throws becomes the error of the C function that called it. On the host's event loop there is none, and it is the
// process's uncaught exception (runtime/prelude/relay.ll).
import type llvm from 'llvm-bindings';
import { CALLBACK_ERROR, type Unit } from '../../graph/unit.ts';
import { callbacksOf } from '../c-abi/callback.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitThrowingCall } from './throwing-call.ts';
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
  emitThrowingCall(CALLBACK_ERROR, own, made, frame, writer, () => {
    writer.call('mm.relay.uncaught', [own]);
    builder.CreateRetVoid();
  });
  builder.CreateRetVoid();
  builder.SetInsertPoint(caller);
  writer.call('mm.relay.set_thrower', [env, made]);
}
