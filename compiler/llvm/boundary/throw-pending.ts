// What a wrapper does with the error that its call has left pending: the host throws it. Once in each unit.
import type llvm from 'llvm-bindings';
import { LEAVING_ERROR, type Unit } from '../../graph/unit.ts';
import { callsBack } from '../../program/crossing.ts';
import type { EnvironmentLayout } from '../environment.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { pendingSlot } from '../ops/errors.ts';
import type { ModuleWriter } from '../writer.ts';
import { wordsOffset, type WordsOffset } from './words-offset.ts';

/** (environment) → void */
export const THROW_PENDING = 'mm.unit.throw_pending';

export function emitThrowPending(
  unit: Unit,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
): void {
  const { builder, types } = writer;
  const made = writer.define(THROW_PENDING, types.void, [types.address]);
  const env = made.getArg(0);
  builder.SetInsertPoint(writer.block('entry', made));
  if (unit.graphs.has(LEAVING_ERROR)) {
    const words = callsBack(unit.crossings) ? wordsOffset(unit, layout, writer) : null;
    tellHost(env, made, writer, words);
  }
  const slot = pendingSlot({ writer, layout, env });
  if (slot) writer.call('mm.throw_pending_in', [env, slot]);
  else writer.call('mm.throw_pending', [env]);
  builder.CreateRetVoid();
}

/** Of an object. `words`: where it may be one that JavaScript has thrown, which goes back as it came. */
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
  writer.call(graphSymbol(LEAVING_ERROR), [env]);
  if (words === null) builder.CreateBr(next);
  else {
    const [its, throwing] = [
      writer.call('mm.host.original', [env, words()]),
      writer.block('', made),
    ];
    builder.CreateCondBr(builder.CreateIsNull(its), next, throwing);
    builder.SetInsertPoint(throwing);
    writer.call('mm.throw', [env, its]);
    builder.CreateRetVoid();
  }
  builder.SetInsertPoint(next);
}
