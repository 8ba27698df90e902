// Exits of blocks → LLVM's terminators.
import llvm from 'llvm-bindings';
import { assertNever } from '../graph/internal-error.ts';
import type { Exit, Link, Value } from '../graph/graph.ts';
import type { GraphEmitter } from './graph-function.ts';
import { messageNumber } from './ops/checks.ts';
import { neededSlot, pendingSlot } from './ops/errors.ts';

export function emitExit(exit: Exit, emitter: GraphEmitter): void {
  const { builder } = emitter.writer;
  switch (exit.kind) {
    case 'goto':
      jump(exit.link, emitter);
      return;
    case 'branch': {
      const condition = emitter.value(exit.condition);
      const [whenTrue, whenFalse] = [edge(exit.whenTrue, emitter), edge(exit.whenFalse, emitter)];
      builder.CreateCondBr(condition, whenTrue, whenFalse);
      return;
    }
    case 'switch':
      emitSwitch(exit, emitter);
      return;
    case 'return':
      emitReturn(exit.values, emitter);
      return;
    case 'try':
      emitTry(exit.normal, exit.exception, emitter);
      return;
    case 'raise':
      emitRaise(exit, emitter);
      return;
    case 'throw':
      emitThrow(exit, emitter);
      return;
    case 'reraise':
      // Not LLVM's `resume`: it wants what a landing pad got, and a raise within the function comes through none.
      leave(null, emitter);
      return;
    case 'unreachable':
      builder.CreateUnreachable();
      return;
    default:
      assertNever(exit);
  }
}

function jump(link: Link, emitter: GraphEmitter): void {
  emitter.passArguments(link);
  emitter.writer.builder.CreateBr(emitter.llvmBlock(link.target));
}

/**
 * Where a branch goes for a link. A link with arguments gets a block of its own: two links of one exit may lead to one
 * target with different arguments, and a phi has one value for each block that it comes from.
 */
function edge(link: Link, emitter: GraphEmitter): llvm.BasicBlock {
  if (link.args.length === 0) return emitter.llvmBlock(link.target);
  const { writer } = emitter;
  const from = writer.currentBlock;
  const between = writer.block('', emitter.function);
  writer.builder.SetInsertPoint(between);
  jump(link, emitter);
  writer.builder.SetInsertPoint(from);
  return between;
}

function emitSwitch(exit: Extract<Exit, { kind: 'switch' }>, emitter: GraphEmitter): void {
  const { builder, constants } = emitter.writer;
  const otherwise = edge(exit.otherwise, emitter);
  const cases = exit.cases.map(({ value, link }) => ({ value, block: edge(link, emitter) }));
  const instruction = builder.CreateSwitch(emitter.value(exit.value), otherwise, cases.length);
  for (const { value, block } of cases) {
    instruction.addCase(constants.of(value) as llvm.ConstantInt, block);
  }
}

function emitReturn(values: readonly Value[], emitter: GraphEmitter): void {
  const { builder, types } = emitter.writer;
  const [first, ...rest] = values.map((value) => emitter.value(value));
  if (!first) {
    builder.CreateRetVoid();
    return;
  }
  if (rest.length === 0) {
    builder.CreateRet(first);
    return;
  }
  let whole: llvm.Value = llvm.UndefValue.get(types.results(emitter.graph.results));
  [first, ...rest].forEach((value, index) => {
    whole = builder.CreateInsertValue(whole, value, [index]);
  });
  builder.CreateRet(whole);
}

/** The builder is where the op did not raise. */
function emitTry(normal: Link, exception: Link, emitter: GraphEmitter): void {
  const { builder, types, constants } = emitter.writer;
  const { pad } = emitter;
  if (!pad) {
    // Not reached, but its phis need somebody who enters.
    const never = edge({ ...exception }, emitter);
    const always = edge(normal, emitter);
    builder.CreateCondBr(constants.i1(true), always, never);
    return;
  }
  jump(normal, emitter);
  builder.SetInsertPoint(pad);
  builder.CreateLandingPad(types.exception, 0).setCleanup(true);
  jump(exception, emitter);
}

function emitRaise(exit: Extract<Exit, { kind: 'raise' }>, emitter: GraphEmitter): void {
  const { constants } = emitter.writer;
  const site = emitter.site(exit.error, exit);
  if (exit.error.template === null) {
    const [text = constants.string('')] = exit.args.map((arg) => emitter.value(arg));
    const slot = pendingSlot(emitter);
    if (!slot && !exit.exception && !returns(emitter)) return raiseString(emitter, site, text);
    if (slot) emitter.writer.call('mm.pend_string', [emitter.env, slot, site, text]);
    else emitter.writer.call('mm.pend_flat', [emitter.env, site, text]);
  } else {
    const [a, b] = exit.args.map((arg) => messageNumber(emitter, arg));
    const zero = constants.float('f64', 0);
    emitter.writer.call('mm.pend', [emitter.env, site, a ?? zero, b ?? zero]);
  }
  leave(exit.exception, emitter);
}

/** In a unit that binds no error: straight to the host, or to somebody who only cleans up or looks at nothing. */
function raiseString(emitter: GraphEmitter, site: llvm.Value, text: llvm.Value): void {
  const { builder } = emitter.writer;
  builder.CreateCall(emitter.writer.function('mm.raise_string'), [emitter.env, site, text]);
  builder.CreateUnreachable();
}

function emitThrow(exit: Extract<Exit, { kind: 'throw' }>, emitter: GraphEmitter): void {
  emitter.writer.call('mm.pend_object', [
    emitter.env,
    neededSlot(emitter),
    emitter.value(exit.object),
  ]);
  leave(exit.exception, emitter);
}

/** The error is pending: a handler of this function is a jump away. */
function leave(exception: Link | null, emitter: GraphEmitter): void {
  const { builder } = emitter.writer;
  if (exception) return jump(exception, emitter);
  if (returns(emitter)) return leaveMarked(emitter);
  builder.CreateCall(emitter.writer.function('mm.unwind'), [emitter.env]);
  builder.CreateUnreachable();
}

const returns = ({ graph, writer }: GraphEmitter): boolean => writer.returning.has(graph.name);

/** To a wrapper, which looks at the mark. */
function leaveMarked({ graph, writer, env }: GraphEmitter): void {
  const { builder, types } = writer;
  writer.call('mm.mark_raised', [env]);
  if (graph.results.length === 0) builder.CreateRetVoid();
  else builder.CreateRet(llvm.UndefValue.get(types.results(graph.results)));
}
