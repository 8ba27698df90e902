// The pending error: the environment's structure holds that of an operation, a module-level variable the object that was thrown.
import type llvm from 'llvm-bindings';
import { errorNameOf, PENDING_ERROR } from '../../program/error-classes.ts';
import type { Op } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { RtsType } from '../../program/types.ts';
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
  | 'host_field'
  | 'host_no_field'
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
  host_field: (op, context) => {
    const [arg] = op.args;
    if (arg) tell(op, context, arg.type, context.value(arg));
    return [];
  },
  host_no_field: (op, context) => {
    const { builder, constants } = context.writer;
    const [isNull] = op.args.map((arg) => context.value(arg));
    if (!isNull) return [];
    const kind = builder.CreateSelect(
      isNull,
      constants.int(64, KIND.null),
      constants.int(64, KIND.undefined),
    );
    tellBits(op, context, kind, constants.int(64, 0), constants.null);
    return [];
  },
};

/** As `runtime/prelude/errors.ll` knows them. */
const KIND = { number: 0, boolean: 1, null: 2, undefined: 3, i64: 4, u64: 5, text: 6 } as const;

function tell(op: Op, context: OpContext, type: RtsType, value: llvm.Value): void {
  const { builder, types, constants } = context.writer;
  const none = constants.null;
  const bits = (kind: keyof typeof KIND, of: llvm.Value): void =>
    tellBits(op, context, constants.int(64, KIND[kind]), of, none);
  const number = (of: llvm.Value): void => bits('number', builder.CreateBitCast(of, types.i64));
  switch (type.kind) {
    case 'string':
      tellBits(op, context, constants.int(64, KIND.text), constants.int(64, 0), value);
      return;
    case 'boolean':
      bits('boolean', builder.CreateZExt(value, types.i64));
      return;
    case 'float':
      number(type.name === 'f32' ? builder.CreateFPExt(value, types.double) : value);
      return;
    case 'int':
      if (type.bigint) bits(type.signed ? 'i64' : 'u64', value);
      else if (type.signed) number(builder.CreateSIToFP(value, types.double));
      else number(builder.CreateUIToFP(value, types.double));
      return;
    default:
      throw new InternalError(`the host is told of a field of type ${type.kind}`);
  }
}

function tellBits(
  { attributes }: Op,
  { writer, env }: OpContext,
  kind: llvm.Value,
  bits: llvm.Value,
  text: llvm.Value,
): void {
  const name = writer.constants.text(attributes.field ?? '');
  writer.call('mm.host_field', [env, name, kind, bits, text]);
}
