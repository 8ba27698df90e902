// Typed arrays → Node-API's napi_typedarray_type.
import type { ElementName } from '../../program/types.ts';

export const TYPED_ARRAY_KIND: { readonly [E in ElementName]: number } = {
  i8: 0,
  u8: 1,
  u8c: 2,
  i16: 3,
  u16: 4,
  i32: 5,
  u32: 6,
  f32: 7,
  f64: 8,
  i64: 9,
  u64: 10,
};
