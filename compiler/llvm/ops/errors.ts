// The pending error: the environment's structure holds that of an operation, a module-level variable the object that was thrown.
import type llvm from 'llvm-bindings';
import { errorNameOf, PENDING_ERROR } from '../../program/error-classes.ts';
import { RAISED } from '../../builtins/errors.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { Emitter, EmittersOf, OpContext } from './emitter.ts';
import { results } from './calls.ts';

/** Address of the variable that keeps the thrown object alive. */
export function pendingSlot({ writer, layout, env }: OpContext): llvm.Value {
  const [slot] = layout.parts.get(PENDING_ERROR) ?? [];
  if (!slot) throw new InternalError('the unit has no variable for its errors');
  return writer.call('mm.global', [env, writer.constants.int(64, slot.offset)]);
}

const address = ({ writer }: OpContext, pointer: llvm.Value): llvm.Value =>
  writer.builder.CreatePtrToInt(pointer, writer.types.i64);

const errorSite: Emitter = (op, context) => {
  const type = op.attributes.class;
  const error = (type && errorNameOf(type)) ?? 'Error';
  return [address(context, context.site({ error, template: '' }, op))];
};

export const ERRORS: EmittersOf<
  | 'pending_object'
  | 'pending_kind'
  | 'pending_message'
  | 'pending_site'
  | 'error_site'
  | 'host_error'
> = {
  pending_object: (_op, context) => [
    context.writer.call('mm.pending_object', [context.env, pendingSlot(context)]),
  ],
  pending_kind: (_op, { writer, env }) => [writer.call('mm.pending_kind', [env])],
  pending_site: (_op, context) => [
    address(context, context.writer.call('mm.pending_site', [context.env])),
  ],
  pending_message: (op, context) => {
    const callee = context.writer.function('mm.pending_message');
    const site = context.site(RAISED.outOfMemory, op);
    return results(op, context.callRaising(callee, [context.env, site]), context);
  },
  error_site: errorSite,
  host_error: (op, context) => {
    const args = op.args.map((arg) => context.value(arg));
    context.writer.call('mm.host_error', [context.env, ...args]);
    return [];
  },
};
