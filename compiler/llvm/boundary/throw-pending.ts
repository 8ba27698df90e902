// What a wrapper does with the error that its call has left pending: it becomes one of the host’s, and is thrown. Made once in each unit.
import type llvm from 'llvm-bindings';
import { LEAVING_ERROR, type Unit } from '../../graph/unit.ts';
import { callsBack } from '../../program/crossing.ts';
import type { EnvironmentLayout } from '../environment.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { pendingSlot } from '../ops/errors.ts';
import type { ModuleWriter } from '../writer.ts';
import { wordsOffset, type WordsOffset } from './words-offset.ts';

/** (environment) → the host’s error; null: an exception is pending there. */
const PENDING_ERROR = 'mm.unit.pending_error';

/** In a function that JavaScript has called, and that returns now. */
export function emitLeaving(env: llvm.Value, writer: ModuleWriter): void {
  writer.call('mm.leave', [env, writer.call(PENDING_ERROR, [env])]);
}

/** In one that the host has called by itself. */
export function emitThrowing(env: llvm.Value, writer: ModuleWriter): void {
  writer.call('mm.throw', [env, writer.call(PENDING_ERROR, [env])]);
}

export function emitPendingError(
  unit: Unit,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
): void {
  const { builder, types } = writer;
  const made = writer.define(PENDING_ERROR, types.address, [types.address]);
  const env = made.getArg(0);
  builder.SetInsertPoint(writer.block('entry', made));
  const throws = unit.graphs.has(LEAVING_ERROR);
  const words = throws && callsBack(unit.crossings) ? wordsOffset(unit, layout, writer) : null;
  if (throws) tellHost(env, made, writer, words);
  const slot = pendingSlot({ writer, layout, env });
  const error = slot
    ? writer.call('mm.pending_error_in', [env, slot])
    : writer.call('mm.pending_error', [env]);
  if (words !== null) writer.call('mm.host.left', [env, words(), error]);
  builder.CreateRet(error);
}

/** Of an object. `words`: where it may be one that JavaScript has already, which goes back as it is there. */
function tellHost(
  env: llvm.Value,
  made: llvm.Function,
  writer: ModuleWriter,
  words: WordsOffset | null,
): void {
  const { builder } = writer;
  const [object, next] = [writer.block('object', made), writer.block('', made)];
  const site = writer.call('mm.pending_site', [env]);
  builder.CreateCondBr(builder.CreateIsNull(site), object, next);
  builder.SetInsertPoint(object);
  // The call that has raised has left the heap already; places of objects are made in it.
  const entered = writer.usesHeap ? writer.call('mm.heap_enter', [env]) : null;
  writer.call(graphSymbol(LEAVING_ERROR), [env]);
  if (entered) writer.call('mm.heap_leave', [env, entered]);
  if (words === null) builder.CreateBr(next);
  else {
    const [its, giving] = [writer.call('mm.host.original', [env, words()]), writer.block('', made)];
    builder.CreateCondBr(builder.CreateIsNull(its), next, giving);
    builder.SetInsertPoint(giving);
    builder.CreateRet(its);
  }
  builder.SetInsertPoint(next);
}
