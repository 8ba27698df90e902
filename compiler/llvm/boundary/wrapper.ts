// An exported function → its Node-API callback: arguments to machine values, the call, the result to JavaScript.
// The path without errors makes no call but those of Node-API and of the function itself.
import llvm from 'llvm-bindings';
import { argumentMessage, expectedText } from '../../builtins/argument-messages.ts';
import type { ParameterDescription } from '../../builtins/module-script.ts';
import { representation } from '../../graph/representation.ts';
import type { ExportParameter, UnitExport } from '../../graph/unit.ts';
import type { RtsType } from '../../program/types.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { ModuleWriter } from '../writer.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { emitArgument, type ArgumentContext } from './argument.ts';
import { emitResult } from './result.ts';
import { emitLeaving } from './throw-pending.ts';

type FunctionExport = Extract<UnitExport, { kind: 'function' }>;

/** What every wrapper of a unit does before and after the call. */
export interface CallFrame {
  /** Emits what must be looked at again because JavaScript ran since the last call. */
  readonly refresh: (env: llvm.Value) => void;
  /** Emits the start of a call into the heap's module; what it gives belongs to `exit`. */
  readonly enter: (env: llvm.Value) => llvm.Value | null;
  /** Emits its end, on every way out. */
  readonly exit: (env: llvm.Value, entered: llvm.Value | null) => void;
}

export function emitWrapper(
  item: FunctionExport,
  writer: ModuleWriter,
  frame: CallFrame,
): llvm.Function {
  return new WrapperEmitter(item, writer).emit(frame);
}

/** A callback of Node-API: (napi_env, napi_callback_info) → napi_value. */
export function defineCallback(name: string, writer: ModuleWriter): llvm.Function {
  const { address } = writer.types;
  return writer.define(name, address, [address, address]);
}

class WrapperEmitter implements ArgumentContext {
  readonly writer: ModuleWriter;
  readonly function: llvm.Function;
  readonly napi: llvm.Value;
  readonly #item: FunctionExport;
  #env: llvm.Value | null = null;
  readonly #entry: llvm.BasicBlock;
  /** Where a wrong argument is reported; its phis take the position and the value. */
  readonly #bad: llvm.BasicBlock;
  readonly #badIndex: llvm.PHINode | null;
  readonly #badValue: llvm.PHINode | null;
  #index = 0;
  #value: llvm.Value | null = null;
  /** What a raise of the call or of an argument's conversion comes to. */
  #raised: llvm.BasicBlock | null = null;
  /** Where it goes on, and what a mark of the graph comes to. */
  #marked: llvm.BasicBlock | null = null;

  constructor(item: FunctionExport, writer: ModuleWriter) {
    this.#item = item;
    this.writer = writer;
    this.function = defineCallback(`wrapper.${item.name}`, writer);
    this.napi = this.function.getArg(0);
    const { builder, types } = writer;
    this.#entry = writer.block('entry', this.function);
    this.#bad = writer.block('bad', this.function);
    const count = item.parameters.length;
    builder.SetInsertPoint(this.#bad);
    this.#badIndex = count === 0 ? null : builder.CreatePHI(types.i32, count);
    this.#badValue = count === 0 ? null : builder.CreatePHI(types.address, count);
    builder.SetInsertPoint(this.#entry);
  }

  get env(): llvm.Value {
    if (!this.#env) throw new InternalError('the environment is not there yet');
    return this.#env;
  }

  emit(frame: CallFrame): llvm.Function {
    const { writer } = this;
    const { parameters } = this.#item;
    const { builder, constants } = writer;
    const values = this.#enter(parameters.length);
    const entered = frame.enter(this.env);
    const exit = (): void => frame.exit(this.env, entered);
    frame.refresh(this.env);
    const args = parameters.flatMap(({ inputType }, index) => {
      this.#index = index;
      const value = builder.CreateLoad(writer.types.address, this.#slot(values, index));
      this.#value = value;
      return emitArgument(inputType, value, this);
    });
    const results = this.#call(args);
    const result = emitResult(this.#item.result, results, this);
    exit();
    builder.CreateRet(result);
    builder.SetInsertPoint(this.#bad);
    this.#catch(exit);
    builder.SetInsertPoint(this.#bad);
    if (this.#badIndex && this.#badValue) {
      const signature = constants.text(
        JSON.stringify(parameters.map((one, index) => this.#describe(one, index))),
      );
      exit();
      writer.call('mm.argument_error', [this.env, signature, this.#badIndex, this.#badValue]);
      builder.CreateRet(constants.null);
    } else builder.CreateUnreachable();
    return this.function;
  }

  /** Reads the call's data. The array of arguments, null without parameters. */
  #enter(count: number): llvm.Value | null {
    const { builder, types, constants } = this.writer;
    const values =
      count === 0 ? null : builder.CreateAlloca(types.address, constants.int(32, count));
    const none = llvm.ConstantPointerNull.get(types.addresses);
    const info = this.function.getArg(1);
    this.#env = this.writer.call('mm.enter', [
      this.napi,
      info,
      constants.int(64, count),
      values ?? none,
    ]);
    return values;
  }

  #slot(values: llvm.Value | null, index: number): llvm.Value {
    const { builder, types, constants } = this.writer;
    if (!values) throw new InternalError('no arguments');
    return builder.CreateInBoundsGEP(types.address, values, constants.int(64, index));
  }

  /** The pad of all that raises. */
  #catch(exit: () => void): void {
    if (!this.#raised) return;
    const { writer } = this;
    const { builder, types, constants } = writer;
    builder.SetInsertPoint(this.#raised);
    builder.CreateLandingPad(types.exception, 0).setCleanup(true);
    if (this.#marked) {
      builder.CreateBr(this.#marked);
      builder.SetInsertPoint(this.#marked);
    }
    exit();
    emitLeaving(this.env, writer);
    builder.CreateRet(constants.null);
  }

  /** The call of the graph. */
  #call(args: readonly llvm.Value[]): readonly llvm.Value[] {
    const { builder } = this.writer;
    const { graph } = this.#item;
    const whole = this.callRaising(graphSymbol(graph), [this.env, ...args]);
    if (this.writer.returning.has(graph)) this.#leaveMarked();
    const parts = representation(this.#item.result);
    return parts.length < 2
      ? parts.map(() => whole)
      : parts.map((_, index) => builder.CreateExtractValue(whole, [index]));
  }

  /** The graph has raised, and returned. */
  #leaveMarked(): void {
    const { writer } = this;
    const [marked, next] = [writer.block('marked', this.function), writer.block('', this.function)];
    writer.builder.CreateCondBr(writer.call('mm.take_mark', [this.env]), marked, next);
    this.#marked = marked;
    writer.builder.SetInsertPoint(next);
  }

  #describe({ name, type }: ExportParameter, index: number): ParameterDescription {
    const base = type.kind === 'nullable' ? type.base : type;
    const head = argumentMessage(
      this.#item.called ?? this.#item.name,
      index + 1,
      name,
      expectedText(type),
      '',
    );
    return { head, kind: kindOf(base), view: viewOf(base) };
  }

  // ---- ArgumentContext ----

  rejectUnless(ok: llvm.Value): void {
    const { writer } = this;
    const { builder, constants } = writer;
    const next = writer.block('', this.function);
    if (!this.#value) throw new InternalError('no argument');
    this.#badIndex?.addIncoming(constants.int(32, this.#index), writer.currentBlock);
    this.#badValue?.addIncoming(this.#value, writer.currentBlock);
    builder.CreateCondBr(ok, next, this.#bad);
    builder.SetInsertPoint(next);
  }

  callRaising(name: string, args: readonly llvm.Value[]): llvm.Value {
    const { writer } = this;
    if (!this.#raised) {
      this.#raised = writer.block('raised', this.function);
      this.function.setPersonalityFn(writer.function('__gcc_personality_v0'));
    }
    const next = writer.block('', this.function);
    const callee = writer.function(name);
    const result = writer.builder.CreateInvoke(callee, next, this.#raised, [...args]);
    writer.builder.SetInsertPoint(next);
    return result;
  }
}

function kindOf(type: RtsType): ParameterDescription['kind'] {
  if (type.kind !== 'int') return '';
  return type.bigint ? 'bigint' : 'number';
}

function viewOf(type: RtsType): string {
  if (type.kind === 'typedarray') return type.name;
  return type.kind === 'arraybuffer' ? 'ArrayBuffer' : type.kind === 'dataview' ? 'DataView' : '';
}
