// An export that passes by the words (`compiler/builtins/glue/by-words.ts`) → its Node-API callback. The glue has checked the arguments.
import llvm from 'llvm-bindings';
import type { WordsOffset } from './words-offset.ts';
import type { WordsExport } from '../../builtins/glue/by-words.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { typeName } from '../../program/type-name.ts';
import type { RtsType } from '../../program/types.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitExportedCall } from './exported-call.ts';
import { emitLeaving } from './throw-pending.ts';
import { defineCallback, type CallFrame } from './wrapper.ts';

/** `words`: `wordsOffset`. */
export function emitWordsWrapper(
  { name, parameters, result, graph }: WordsExport,
  words: WordsOffset,
  writer: ModuleWriter,
  { enter, exit, refresh }: CallFrame,
): llvm.Function {
  const { builder, types, constants } = writer;
  const made = defineCallback(`wrapper.${name}`, writer);
  builder.SetInsertPoint(writer.block('entry', made));
  const none = llvm.ConstantPointerNull.get(types.addresses);
  const env = writer.call('mm.enter', [made.getArg(0), made.getArg(1), constants.int(64, 0), none]);
  const entered = enter(env);
  refresh(env);
  const at = words();
  const base = writer.call('mm.words.base', [env, at]);
  const args = parameters.map(({ inputType }, index) =>
    fromWord(
      inputType,
      writer.call('mm.words.load', [env, at, base, constants.int(64, index)]),
      writer,
    ),
  );
  const { value, raised } = emitExportedCall(graph, [env, ...args], made, writer);
  const done = writer.currentBlock;
  builder.SetInsertPoint(raised);
  exit(env, entered);
  emitLeaving(env, writer);
  builder.CreateRet(constants.null);
  builder.SetInsertPoint(done);
  exit(env, entered);
  if (result.kind !== 'void' && result.kind !== 'undefined')
    writer.call('mm.words.store', [env, at, base, toWord(result, value, writer)]);
  builder.CreateRet(constants.null);
  return made;
}

/** A number that has been checked → the low value. */
function fromWord(type: RtsType, word: llvm.Value, { builder, types }: ModuleWriter): llvm.Value {
  switch (type.kind) {
    case 'boolean':
      return builder.CreateFCmpUNE(word, llvm.ConstantFP.get(types.double, 0));
    case 'float':
      return type.name === 'f32' ? builder.CreateFPTrunc(word, types.float) : word;
    case 'int': {
      const whole = builder.CreateFPToSI(word, types.i64);
      return type.bits === 64 ? whole : builder.CreateTrunc(whole, types.of(type));
    }
    default:
      throw new InternalError(`a ${typeName(type)} does not lie in one word`);
  }
}

function toWord(type: RtsType, value: llvm.Value, { builder, types }: ModuleWriter): llvm.Value {
  switch (type.kind) {
    case 'boolean':
      return builder.CreateUIToFP(value, types.double);
    case 'float':
      return type.name === 'f32' ? builder.CreateFPExt(value, types.double) : value;
    case 'int':
      return type.signed
        ? builder.CreateSIToFP(value, types.double)
        : builder.CreateUIToFP(value, types.double);
    default:
      throw new InternalError(`a ${typeName(type)} does not lie in one word`);
  }
}
