// Low-level type → the RTS type of its values: what a field, item, argument or result is in a variable.
import type { Container, LowLevelType, ValueName } from '../../../runtime/lltype/types.ts';
import {
  BOOLEAN,
  F32,
  F64,
  INT_TYPES,
  pointerTo,
  VOID,
  type RtsType,
} from '../../program/types.ts';

const SCALARS: { readonly [N in ValueName]: RtsType } = {
  ...INT_TYPES,
  f32: F32,
  f64: F64,
  boolean: BOOLEAN,
  void: VOID,
};

/** For a container: a pointer to it, since containers are never held by value. */
export function valueType(type: LowLevelType): RtsType {
  if (type.kind === 'primitive') return SCALARS[type.value];
  return pointerTo(type.kind === 'ptr' ? type.to : type);
}

/** Lies inside another container and is reached by its address. */
export const isInlined = (type: LowLevelType): type is Container =>
  type.kind !== 'primitive' && type.kind !== 'ptr';
