// The address of a function or variable of C.
import type ts from 'typescript';
import { makePtr } from '../../../runtime/lltype/constructors.ts';
import type { CFunction, FuncType } from '../../../runtime/lltype/types.ts';
import { cFunctionOf } from '../../../runtime/rffi/c-function.ts';
import { addressOfExternal } from '../../../runtime/rffi/llexternal.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { pointerTo } from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import type { Span } from '../../source/source-file.ts';
import type { Context } from '../context.ts';
import { comptimeValue } from './comptime-argument.ts';
import { useCompilationInfo } from './used-infos.ts';
import { valueType } from './value-type.ts';

export function addressExpression(callee: CFunction, span: Span, context: Context): Expression {
  useCompilationInfo(callee, context);
  return {
    kind: 'c-call',
    callee,
    address: null,
    into: null,
    arguments: [],
    standIn: null,
    type: valueType(callee.result),
    span,
  };
}

const addresses = new WeakMap<CFunction, Map<FuncType, CFunction>>();

/** A C function where a pointer to one is wanted; undefined for every other expression. */
export function externalAddress(
  node: ts.Node,
  type: FuncType,
  context: Context,
): Expression | undefined {
  const { checker } = context;
  if (!checker.getPropertyOfType(checker.getTypeAtLocation(node), '__rts_external'))
    return undefined;
  const callee = cFunctionOf(comptimeValue(node as ts.Expression, context));
  if (!callee) return context.failed(node);
  if (callee.macro !== null || callee.use !== 'call') {
    const parts = { from: `the macro ${callee.name}`, to: typeText(pointerTo(type)) };
    return context.fail(E.wrongType, node, parts);
  }
  let known = addresses.get(callee);
  if (!known) addresses.set(callee, (known = new Map()));
  let of = known.get(type);
  if (!of) known.set(type, (of = addressOfExternal(callee, makePtr(type))));
  return addressExpression(of, context.span(node), context);
}
