// The exports with a fast lane → what V8 must know of them, and the functions that JavaScript is given for them when a module is loaded.
import llvm from 'llvm-bindings';
import { fastExports, type FastExport } from '../../builtins/fast-lane/fast-exports.ts';
import { fastScriptText } from '../../builtins/fast-lane/fast-script.ts';
import { V8_TYPE } from '../../builtins/fast-lane/fast-values.ts';
import type { Unit } from '../../graph/unit.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitCold, emitEntry } from './fast-entry.ts';
import { emitLeaving } from './throw-pending.ts';
import { defineCallback, type CallFrame } from './wrapper.ts';

export interface FastLane {
  /** Emits, where a module is loaded, what makes of the exports those with a fast lane. */
  readonly wrap: (env: llvm.Value, exports: llvm.Value) => llvm.Value;
}

/** null where no export can have one. `elsewhere`: names of exports that are no functions of Node-API. */
export function emitFastLane(
  unit: Unit,
  elsewhere: ReadonlySet<string>,
  writer: ModuleWriter,
  frame: CallFrame,
): FastLane | null {
  const exports = fastExports(unit).filter(({ item }) => !elsewhere.has(item.name));
  if (exports.length === 0) return null;
  const { constants } = writer;
  const functions = exports.flatMap((item) => {
    const code = emitEntry(item, writer, item.mayCollect ? frame : NO_FRAME);
    const other = llvm.ConstantExpr.getBitCast(emitCold(item, code, writer), writer.types.address);
    return [...LAYOUTS.map((layout) => describe(item, code, layout, writer)), other];
  });
  const raise = emitRaise(writer);
  return {
    wrap: (env, native) => {
      const script = constants.text(fastScriptText(exports));
      return writer.call('mm.fast', [env, native, script, constants.structure(functions), raise]);
    },
  };
}

const NO_FRAME: Pick<CallFrame, 'enter' | 'exit'> = { enter: () => null, exit: () => {} };

/** The bytes of a `v8::CTypeInfo`, and where in the word of the result's one the representation of 64 bits is. Since V8 14 the second one. */
const LAYOUTS = [
  { typeBytes: 3, bigInts: 24 },
  { typeBytes: 2, bigInts: 16 },
] as const;

/** The address of a `v8::CFunction`. */
function describe(
  { parameters, result, hasBigInts }: FastExport,
  code: llvm.Function,
  { typeBytes, bigInts }: (typeof LAYOUTS)[number],
  { constants, types }: ModuleWriter,
): llvm.Constant {
  // The receiver, and the environment.
  const passed = [V8_TYPE.value, V8_TYPE.f64, ...parameters.map((one) => V8_TYPE[one.passed])];
  const bytes = passed.flatMap((type) => [type, 0, 0].slice(0, typeBytes));
  const word = V8_TYPE[result.passed] + (hasBigInts ? 2 ** bigInts : 0);
  const info = constants.structure([
    constants.int(32, word),
    constants.int(32, passed.length),
    constants.bytes(bytes),
  ]);
  return constants.structure([llvm.ConstantExpr.getBitCast(code, types.address), info]);
}

/** The function that throws the error which a call has left pending. */
function emitRaise(writer: ModuleWriter): llvm.Function {
  const { builder, types, constants } = writer;
  const made = defineCallback('fast.raise', writer);
  builder.SetInsertPoint(writer.block('entry', made));
  const none = llvm.ConstantPointerNull.get(types.addresses);
  const env = writer.call('mm.enter', [made.getArg(0), made.getArg(1), constants.int(64, 0), none]);
  emitLeaving(env, writer);
  builder.CreateRet(constants.null);
  return made;
}
