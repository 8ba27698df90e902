// Objects of the collected heap.
import { InternalError } from '../../graph/internal-error.ts';
import { simple, type Emitter, type EmittersOf, type LowOpName } from './emitter.ts';
import type { OBJECT_OPS } from '../../graph/ops/objects.ts';

const isPresent: Emitter = simple((builder, a, _b, _op, { writer }) => {
  const bits = builder.CreatePtrToInt(a, writer.types.i64);
  return builder.CreateICmpUGT(bits, writer.constants.int(64, 1));
});

const pending: Emitter = (op) => {
  throw new InternalError(`${op.name} has no emitter yet`);
};

export const OBJECTS: EmittersOf<Extract<keyof typeof OBJECT_OPS, LowOpName>> = {
  reference_eq: simple((builder, a, b) => builder.CreateICmpEQ(a, b)),
  reference_cast: simple((_builder, a) => a),
  reference_is_null: simple((builder, a) => builder.CreateIsNull(a)),
  reference_is_undefined: simple((builder, a, _b, _op, { writer }) =>
    builder.CreateICmpEQ(a, writer.constants.undefined),
  ),
  reference_is_present: isPresent,
  object_new: pending,
  object_is: pending,
  field_load: pending,
  field_store: pending,
  method_call: pending,
  array_new: pending,
  array_len: pending,
  array_set_len: pending,
  array_reserve: pending,
  item_load: pending,
  item_store: pending,
  closure_new: pending,
  closure_load: pending,
  closure_call: pending,
};
