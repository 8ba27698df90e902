// A call of a method or accessor as a node: of the object's class, or of exactly this one.
import type { CheckedFunction, Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { convertTo } from '../build.ts';
import type { DeclaredMethod } from '../context.ts';

/** The receiver is the first argument. */
export function callMethod(
  method: DeclaredMethod,
  values: readonly Expression[],
  type: RtsType,
  isVirtual: boolean,
  span: Span,
): Expression {
  if (isVirtual && !method.isFinal) return method.call(values, span);
  const { function: callee } = method;
  const [object, ...rest] = values;
  const receiver = object ? [upcast(object, method.owner.type, span)] : [];
  return { kind: 'call', callee, arguments: [...receiver, ...rest], type, span };
}

export const upcast = (value: Expression, type: RtsType, span: Span): Expression =>
  value.type === type ? value : convertTo('upcast', value, type, span);

type MethodCall = { method: string } & Extract<Expression, { kind: 'method-call' }>;

/** Of the method that the object has in the slot; `callee` is that of its static type. */
export const callMethodOf = (
  method: string,
  callee: CheckedFunction,
  values: readonly Expression[],
  span: Span,
): MethodCall => ({
  kind: 'method-call',
  method,
  callee,
  arguments: values,
  type: callee.result,
  span,
});
