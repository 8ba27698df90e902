// `bytes.length`, `bytes.buffer`, `text.length` …: members that are values → builtins.
import type { BuiltinName } from '../../builtins/builtins.ts';
import type { Expression } from '../../program/nodes.ts';
import {
  ARRAY_BUFFER,
  DATA_VIEW,
  F64,
  INT_TYPES,
  STRING,
  type TypedArrayType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, convertTo, isize, lengthOf, sequence } from '../build.ts';
import { constant } from '../numbers/literal.ts';

/** undefined where there is no such member. */
export function member(receiver: Expression, name: string, span: Span): Expression | undefined {
  const { type } = receiver;
  if (type === STRING)
    return name === 'length' ? lengthOf('string.length', receiver, span) : undefined;
  if (type.kind === 'object' && type.form === 'tuple' && name === 'length')
    return sequence([receiver], constant(F64, type.fields.length, span), span);
  if (type.kind === 'array')
    return name === 'length' ? lengthOf('array.length', receiver, span) : undefined;
  if (type.kind === 'typedarray') return typedArrayMember(receiver, type, name, span);
  if (name !== 'byteLength') return undefined;
  if (type === ARRAY_BUFFER) return lengthOf('arraybuffer.byteLength', receiver, span);
  return type === DATA_VIEW ? lengthOf('dataview.byteLength', receiver, span) : undefined;
}

function typedArrayMember(
  receiver: Expression,
  type: TypedArrayType,
  name: string,
  span: Span,
): Expression | undefined {
  switch (name) {
    case 'length':
    case 'byteOffset':
      return lengthOf(`typedarray.${name}` satisfies BuiltinName, receiver, span);
    case 'buffer':
      return builtin('typedarray.buffer', [receiver], ARRAY_BUFFER, span);
    case 'BYTES_PER_ELEMENT':
      return sequence([receiver], constant(F64, type.elementBytes, span), span);
    case 'byteLength':
      return convertTo('int-to-float', byteLength(receiver, type, span), F64, span);
    default:
      return undefined;
  }
}

function byteLength(receiver: Expression, type: TypedArrayType, span: Span): Expression {
  const left = builtin('typedarray.length', [receiver], INT_TYPES.isize, span);
  if (type.elementBytes === 1) return left;
  const right = isize(type.elementBytes, span);
  return { kind: 'binary', operator: '*', left, right, type: INT_TYPES.isize, span };
}
