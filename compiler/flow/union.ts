// Values of unions: the test for a member, and the boxes in which numbers and booleans lie there.
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { typeName } from '../program/type-name.ts';
import { BOOLEAN, boxOf, isBoxed, type RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { FunctionFlow } from './function-flow.ts';

/** `value` may be null or undefined, which are no member. */
export function isMember(flow: FunctionFlow, value: Value, member: RtsType, span: Span): Value {
  if (member.kind === 'string') return flow.value('reference_is_string', [value], BOOLEAN, span);
  if (member.kind === 'array') return flow.value('reference_is_array', [value], BOOLEAN, span);
  const type = isBoxed(member) ? boxOf(member) : member;
  if (type.kind !== 'object') throw new InternalError(`a test for ${typeName(member)}`);
  // Nothing is derived from a record, tuple or box.
  const isExact = type.form !== 'class' && type.form !== 'interface' && value.type.kind === 'union';
  return flow.value(isExact ? 'object_is_exactly' : 'object_is', [value], BOOLEAN, span, {
    class: type,
  });
}

/** A value of a member as `type`, a union or what may be absent as well. */
export function toUnion(flow: FunctionFlow, value: Value, type: RtsType, span: Span): Value {
  if (!isBoxed(value.type)) return flow.value('reference_cast', [value], type, span);
  const box = flow.value('object_new', [], boxOf(value.type), span);
  flow.effect('field_set', [box, value], span, { field: 'value' });
  return flow.value('reference_cast', [box], type, span);
}

/** The value that is known to be of the member `type`. */
export function toMember(flow: FunctionFlow, value: Value, type: RtsType, span: Span): Value {
  if (!isBoxed(type)) return flow.value('reference_cast', [value], type, span);
  const box = flow.value('reference_cast', [value], boxOf(type), span);
  return flow.value('field_get', [box], type, span, { field: 'value' });
}
