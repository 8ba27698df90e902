// The functions of a unit that make an environment for jobs of its `offthread` functions, and keep what such a job has thrown
// (`runtime/prelude/offthread.ll`).
import type llvm from 'llvm-bindings';
import {
  LEAVING_ERROR,
  OFFTHREAD_INITIALIZER,
  OFFTHREAD_LEAVING_ERROR,
  type Unit,
} from '../../graph/unit.ts';
import { isView as isViewType } from '../../program/crossing.ts';
import type { EnvironmentLayout } from '../environment.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { isTraced, storedBytes } from '../heap/layout.ts';
import { pendingSlot } from '../ops/errors.ts';
import type { ModuleWriter } from '../writer.ts';
import { OFFTHREAD_CAUGHT, OFFTHREAD_OPEN } from './offthread-text.ts';

/** `fill` emits what an environment has before its first job: strings, heap. */
export function emitOffthread(
  unit: Unit,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  fill: (env: llvm.Value) => void,
): void {
  emitOpen(unit, writer, layout, fill);
  emitCaught(unit, writer, layout);
}

function emitOpen(
  unit: Unit,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  fill: (env: llvm.Value) => void,
): void {
  const { builder, types, constants } = writer;
  const made = writer.complete(OFFTHREAD_OPEN, types.address, [types.address]);
  builder.SetInsertPoint(writer.block('entry', made));
  const env = writer.call('mm.off.env_new', [constants.int(64, layout.bytes)]);
  const [opened, failed] = [writer.block('', made), writer.block('', made)];
  builder.CreateCondBr(builder.CreateIsNull(env), failed, opened);
  builder.SetInsertPoint(failed);
  builder.CreateRet(constants.null);
  builder.SetInsertPoint(opened);
  fill(env);
  copyConstants(unit, made.getArg(0), env, writer, layout);
  if (unit.graphs.has(OFFTHREAD_INITIALIZER)) {
    const entered = writer.call('mm.heap_enter', [env]);
    const [next, pad] = [writer.block('', made), writer.block('raised', made)];
    made.setPersonalityFn(writer.function('__gcc_personality_v0'));
    const callee = writer.function(graphSymbol(OFFTHREAD_INITIALIZER));
    builder.CreateInvoke(callee, next, pad, [env]);
    builder.SetInsertPoint(pad);
    builder.CreateLandingPad(types.exception, 0).setCleanup(true);
    writer.call('mm.off.env_free', [env]);
    builder.CreateRet(constants.null);
    builder.SetInsertPoint(next);
    writer.call('mm.heap_leave', [env, entered]);
  }
  builder.CreateRet(env);
}

/** Variables that are assigned once and are no references: all that functions off the thread may read (`check/boundary/thread-safety.ts`). */
function copyConstants(
  unit: Unit,
  from: llvm.Value,
  to: llvm.Value,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
): void {
  const { constants } = writer;
  for (const { id, type, mutable } of unit.globals) {
    const parts = layout.parts.get(id) ?? [];
    const base = type.kind === 'nullable' ? type.base : type;
    if (mutable || isViewType(base) || parts.some((part) => isTraced(part.type))) continue;
    for (const { type: part, offset } of parts) {
      const [at, bytes] = [offset, storedBytes(part)].map((one) => constants.int(64, one));
      if (at && bytes) writer.call('mm.off.copy_global', [from, to, at, bytes]);
    }
  }
}

/** As `emitPendingError`, for a host that hears of it later. */
function emitCaught(unit: Unit, writer: ModuleWriter, layout: EnvironmentLayout): void {
  const { builder, types, constants } = writer;
  const made = writer.complete(OFFTHREAD_CAUGHT, types.void, [types.address]);
  const env = made.getArg(0);
  builder.SetInsertPoint(writer.block('entry', made));
  const leaving = [OFFTHREAD_LEAVING_ERROR, LEAVING_ERROR].find((name) => unit.graphs.has(name));
  if (leaving !== undefined) {
    const [object, next] = [writer.block('object', made), writer.block('', made)];
    const site = writer.call('mm.pending_site', [env]);
    builder.CreateCondBr(builder.CreateIsNull(site), object, next);
    builder.SetInsertPoint(object);
    writer.call(graphSymbol(leaving), [env]);
    builder.CreateRetVoid();
    builder.SetInsertPoint(next);
  }
  const slot = pendingSlot({ writer, layout, env }) ?? constants.null;
  writer.call('mm.job.keep_pending', [env, slot]);
  builder.CreateRetVoid();
}
