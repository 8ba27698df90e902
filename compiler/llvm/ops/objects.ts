// Objects of the collected heap.
import { InternalError } from '../../graph/internal-error.ts';
import type { Emitter, EmittersOf, LowOpName } from './emitter.ts';
import type { OBJECT_OPS } from '../../graph/ops/objects.ts';

const pending: Emitter = (op) => {
  throw new InternalError(`${op.name} has no emitter yet`);
};

export const OBJECTS: EmittersOf<Extract<keyof typeof OBJECT_OPS, LowOpName>> = {
  reference_eq: pending,
  reference_cast: pending,
  reference_is_null: pending,
  reference_is_undefined: pending,
  reference_is_present: pending,
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
