// The module's entry points for Node-API: what happens when it is loaded into an environment, and when that ends.
import type llvm from 'llvm-bindings';
import { moduleGlueText } from '../../builtins/glue/glue.ts';
import { NativeFacts } from '../../builtins/glue/native-facts.ts';
import { moduleScriptText } from '../../builtins/module-script.ts';
import { LEAK_REPORT, PROGRAM_INITIALIZER, type Unit, type UnitExport } from '../../graph/unit.ts';
import {
  againExport,
  hasCrossings,
  hasPlaces,
  callsBack,
  HOST_EXPORTS,
  LIVE_EXPORTS,
  OFFTHREAD_ABORT,
  OFFTHREAD_START,
  offthreadExports,
  PLACE_EXPORTS,
} from '../../program/crossing.ts';
import type { RtsType } from '../../program/types.ts';
import { callbacksOf } from '../c-abi/callback.ts';
import { rootOffsets, type EnvironmentLayout } from '../environment.ts';
import { BYTES, PROGRAM_FUNCTIONS } from '../parts/names.ts';
import { REFRESH } from '../ops/calls.ts';
import { graphSymbol } from '../graph-symbol.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitCallbackThrower } from './callback-thrower.ts';
import { emitFastLane } from './fast-lane.ts';
import { emitGetter } from './getter.ts';
import { emitOffthread } from './offthread.ts';
import { emitPendingError } from './throw-pending.ts';
import { emitThrowingCall } from './throwing-call.ts';
import { isView, viewedBytes } from './viewed-bytes.ts';
import { wordsOffset } from './words-offset.ts';
import { emitWordsWrapper } from './words-wrapper.ts';
import { emitWrapper, type CallFrame } from './wrapper.ts';

/** The Node-API version that is asked for: all functions used are in it, and Node 20, Bun and Deno have it. */
const NAPI_VERSION = 8;

export function emitRegistration(
  unit: Unit,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
): void {
  const { builder, types, constants } = writer;
  const offthread = offthreadExports(unit.crossings);
  if (needsHeap(unit)) writer.needHeap();
  emitPendingError(unit, writer, layout);
  const frame: CallFrame = {
    ...heapFrame(writer),
    refresh: (env) => refreshViews(unit, env, writer, layout),
  };
  emitRefresh(unit, writer, layout);
  const elsewhere = new Set(offthread.flatMap(([name]) => [name, againExport(name)]));
  const facts = new NativeFacts(unit);
  const callbacks = exportCallbacks(unit, facts, elsewhere, writer, layout, frame);
  const usesHeap = writer.usesHeap || rootOffsets(layout).length > 0;
  if (offthread.length > 0)
    emitOffthread(unit, writer, layout, (env) => {
      fillStrings(unit, env, writer, layout);
      openHeap(env, writer, layout);
    });
  const [close, lane] = [emitClose(unit, writer), emitFastLane(unit, elsewhere, writer, frame)];

  emitVersion(writer);
  const register = writer.define(
    'napi_register_module_v1',
    types.address,
    [types.address, types.address],
    'public',
  );
  const [napi, exports] = [register.getArg(0), register.getArg(1)];
  builder.SetInsertPoint(writer.block('entry', register));
  const script = constants.text(moduleScriptText());
  const bytes = unit.part ? writer.programConstant(BYTES, 64) : constants.int(64, layout.bytes);
  const env = writer.call('mm.open', [napi, bytes, script, close]);
  const [opened, failed] = [writer.block('', register), writer.block('', register)];
  builder.CreateCondBr(builder.CreateIsNull(env), failed, opened);
  builder.SetInsertPoint(failed);
  builder.CreateRet(constants.null);
  builder.SetInsertPoint(opened);
  fillStrings(unit, env, writer, layout);
  if (usesHeap) openHeap(env, writer, layout);
  emitCallbackThrower(unit, env, writer, frame);
  unit.exports.forEach((item, index) => {
    emitExport(item, callbacks[index] ?? null, env, exports, writer);
  });
  if (offthread.length > 0) exportOffthread(env, exports, writer);
  // Module-level code; what it raises becomes the exception of `require`.
  const initializer = unit.part ? PROGRAM_INITIALIZER : unit.initializer;
  if (initializer !== null)
    emitThrowingCall(initializer, env, register, frame, writer, () => {
      builder.CreateRet(constants.null);
    });
  const given = lane?.wrap(env, exports) ?? exports;
  builder.CreateRet(
    hasCrossings(unit.crossings) ? emitGlue(unit, facts, env, given, writer) : given,
  );
}

/** Whatever its graphs do; of a part, those of another module may. */
const needsHeap = (unit: Unit): boolean =>
  unit.part !== null || takesStrings(unit) || offthreadExports(unit.crossings).length > 0;

function emitVersion(writer: ModuleWriter): void {
  const { builder, types, constants } = writer;
  const version = writer.define('node_api_module_get_api_version_v1', types.i32, [], 'public');
  builder.SetInsertPoint(writer.block('entry', version));
  builder.CreateRet(constants.int(32, NAPI_VERSION));
}

/** The exports, some of which are made by JavaScript of what is in `exports`. */
function emitGlue(
  unit: Unit,
  facts: NativeFacts,
  env: llvm.Value,
  exports: llvm.Value,
  writer: ModuleWriter,
): llvm.Value {
  const { constants } = writer;
  if (callsBack(unit.crossings))
    writer.call('mm.host.export', [env, exports, constants.name(HOST_EXPORTS.host)]);
  if (unit.crossings.operations)
    writer.call('mm.host.export_links', [env, exports, constants.name(LIVE_EXPORTS.links)]);
  if (hasPlaces(unit.crossings)) {
    const { keep, kept, dead } = PLACE_EXPORTS;
    const names = [keep, kept, dead].map((name) => constants.name(name));
    writer.call('mm.places.export', [env, exports, ...names]);
  }
  const text = moduleGlueText(unit.crossings, facts);
  return writer.call('mm.glue', [env, exports, constants.text(text)]);
}

/** Arguments become objects of the heap. */
const takesStrings = (unit: Unit): boolean =>
  unit.exports.some(
    (item) =>
      item.kind === 'function' && item.parameters.some(({ inputType }) => holdsString(inputType)),
  );

const holdsString = (type: RtsType): boolean =>
  type.kind === 'string' || (type.kind === 'nullable' && type.base.kind === 'string');

/** Before anything is assigned, a variable of type string holds an empty one. */
function fillStrings(
  unit: Unit,
  env: llvm.Value,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
): void {
  const { constants } = writer;
  if (unit.part) return callProgram('fill', env, writer);
  for (const { id, type, constant } of unit.globals) {
    const [part] = layout.parts.get(id) ?? [];
    if (type.kind !== 'string' || constant !== null || !part) continue;
    const at = constants.int(64, part.offset);
    writer.call('mm.global.store.address', [env, at, constants.string('')]);
  }
}

function openHeap(env: llvm.Value, writer: ModuleWriter, layout: EnvironmentLayout): void {
  const { constants } = writer;
  if (writer.unit.part) return callProgram('openHeap', env, writer);
  const roots = rootOffsets(layout);
  const offsets = roots.length > 0 ? constants.offsets(roots) : constants.null;
  const count = constants.int(64, roots.length);
  writer.call('mm.heap_open', [env, writer.heap.table(), offsets, count]);
}

/** What the program's own object does for all modules. */
function callProgram(
  name: keyof typeof PROGRAM_FUNCTIONS,
  env: llvm.Value,
  writer: ModuleWriter,
): void {
  const { types } = writer;
  const callee = writer.complete(PROGRAM_FUNCTIONS[name], types.void, [types.address]);
  writer.builder.CreateCall(callee, [env]);
}

/** The collector must know where the native stack of the outermost call begins. */
function heapFrame(writer: ModuleWriter): Pick<CallFrame, 'enter' | 'exit'> {
  if (!writer.usesHeap) return { enter: () => null, exit: () => {} };
  return {
    enter: (env) => writer.call('mm.heap_enter', [env]),
    exit: (env, entered) => void (entered && writer.call('mm.heap_leave', [env, entered])),
  };
}

/** null for those that have none. */
function exportCallbacks(
  unit: Unit,
  facts: NativeFacts,
  elsewhere: ReadonlySet<string>,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  frame: CallFrame,
): readonly (llvm.Function | null)[] {
  const words = wordsOffset(unit, layout, writer);
  return unit.exports.map((item) => {
    if (elsewhere.has(item.name)) return null;
    return item.kind === 'function' && words !== null && facts.passesByWords(item.name)
      ? emitWordsWrapper(item, words, writer, frame)
      : exportCallback(item, writer, layout, frame);
  });
}

/** Getters and wrappers; enums have none, nor have functions that run on other threads. */
function exportCallback(
  item: UnitExport,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  frame: CallFrame,
): llvm.Function | null {
  switch (item.kind) {
    case 'function':
      return emitWrapper(item, writer, frame);
    case 'global':
      return emitGetter(item.name, item.global, writer, layout, frame);
    case 'enum':
      return null;
  }
}

function emitExport(
  item: UnitExport,
  callback: llvm.Function | null,
  env: llvm.Value,
  exports: llvm.Value,
  writer: ModuleWriter,
): void {
  const { constants } = writer;
  const name = constants.name(item.name);
  if (item.kind === 'enum') {
    // Values as text: JSON has no NaN and no infinities.
    const members = JSON.stringify(
      [...item.members].map(([member, value]) => [member, String(value)]),
    );
    writer.call('mm.export_enum', [env, exports, name, constants.text(members)]);
  } else if (item.kind === 'global' && callback) {
    writer.call('mm.define', [env, exports, name, constants.null, callback]);
  } else if (item.kind === 'function' && !callback) {
    writer.call('mm.off.place', [env, exports, name]);
  } else if (item.kind === 'function' && callback) {
    const optional = item.parameters.findIndex((parameter) => parameter.optional);
    const arity = optional < 0 ? item.parameters.length : optional;
    const called = constants.name(item.called ?? item.name);
    const length = constants.int(32, arity);
    writer.call('mm.export_function', [env, exports, name, called, callback, length]);
  }
}

/** How a job begins, and is told to end. */
function exportOffthread(env: llvm.Value, exports: llvm.Value, writer: ModuleWriter): void {
  const { constants } = writer;
  for (const [name, callback, arity] of [
    [OFFTHREAD_START, 'mm.off.start', 9],
    [OFFTHREAD_ABORT, 'mm.off.abort', 1],
  ] as const)
    writer.call('mm.export_function', [
      env,
      exports,
      constants.name(name),
      constants.name(name),
      writer.function(callback),
      constants.int(32, arity),
    ]);
}

function refreshViews(
  unit: Unit,
  env: llvm.Value,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
): void {
  const { constants } = writer;
  if (unit.part) return callProgram('refresh', env, writer);
  for (const { id, type, isOwn } of unit.globals) {
    const [data] = layout.parts.get(id) ?? [];
    if (!isView(type) || isOwn || !data) continue;
    writer.call('mm.refresh_view', [
      env,
      constants.int(64, data.offset),
      constants.int(64, viewedBytes(type)),
    ]);
  }
}

/** What follows calls of JavaScript. */
function emitRefresh(unit: Unit, writer: ModuleWriter, layout: EnvironmentLayout): void {
  if (!writer.has(REFRESH)) return;
  const made = writer.function(REFRESH);
  writer.builder.SetInsertPoint(writer.block('entry', made));
  refreshViews(unit, made.getArg(0), writer, layout);
  writer.builder.CreateRetVoid();
}

/** The cleanup hook: frees the heap, then the environment. References of Node-API end with the host's environment. */
function emitClose(unit: Unit, writer: ModuleWriter): llvm.Function {
  const { builder, types } = writer;
  const close = writer.define('mm.unit.close', types.void, [types.address]);
  builder.SetInsertPoint(writer.block('entry', close));
  const env = close.getArg(0);
  if (unit.graphs.has(LEAK_REPORT)) {
    const { enter, exit } = heapFrame(writer);
    const entered = enter(env);
    writer.call(graphSymbol(LEAK_REPORT), [env]);
    exit(env, entered);
  }
  if (callbacksOf(unit).length > 0) writer.call('mm.callbacks.end', [env]);
  else if (unit.cFunctions.some(({ releasegil }) => releasegil))
    writer.call('mm.relay.close', [env]);
  if (offthreadExports(unit.crossings).length > 0) writer.call('mm.off.close', [env]);
  if (writer.usesHeap) writer.call('mm.heap_close', [env]);
  writer.call('mm.close', [env]);
  builder.CreateRetVoid();
  return close;
}
