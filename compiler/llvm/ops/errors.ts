// The pending error: the environment's structure holds that of an operation, a module-level variable the object that was thrown.
import type llvm from 'llvm-bindings';
import { errorNameOf, PENDING_ERROR } from '../../program/error-classes.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { globalOffset } from '../environment.ts';
import type { Emitter, EmittersOf, OpContext } from './emitter.ts';

/** Address of the variable that keeps the thrown object or the message alive; null in units that catch nothing. */
export function pendingSlot({
  writer,
  layout,
  env,
}: Pick<OpContext, 'writer' | 'layout' | 'env'>): llvm.Value | null {
  if (!writer.unit.part && !layout.parts.has(PENDING_ERROR)) return null;
  return writer.call('mm.global', [env, globalOffset(PENDING_ERROR, 0, layout, writer)]);
}

export function neededSlot(context: OpContext): llvm.Value {
  const slot = pendingSlot(context);
  if (!slot) throw new InternalError('the unit has no variable for its errors');
  return slot;
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
    context.writer.call('mm.pending_object', [context.env, neededSlot(context)]),
  ],
  pending_kind: (_op, { writer, env }) => [writer.call('mm.pending_kind', [env])],
  pending_site: (_op, context) => [
    address(context, context.writer.call('mm.pending_site', [context.env])),
  ],
  pending_message: (_op, context) => {
    const callee = context.writer.function('mm.pending_message');
    return [context.callRaising(callee, [context.env, neededSlot(context)])];
  },
  error_site: errorSite,
  host_error: (op, context) => {
    const args = op.args.map((arg) => context.value(arg));
    context.writer.call('mm.host_error', [context.env, ...args]);
    return [];
  },
};
