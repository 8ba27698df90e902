// A call of a C function: each argument in the type that C takes it in.
import type ts from 'typescript';
import { cFunctionOf } from '../../../runtime/rffi/llexternal.ts';
import type {
  CFunction,
  ExternalCompilationInfo,
  LowLevelType,
  Ptr,
} from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { NULL, pointerTo, STRING } from '../../program/types.ts';
import { convertTo, sequence } from '../build.ts';
import { expressionSource } from '../comptime/build-time-source.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { comptimeValue } from './comptime-argument.ts';
import { isPointer } from './pointer-places.ts';
import { isPassable } from './pointer-compatibility.ts';
import { valueType } from './value-type.ts';
import { typeText } from '../../program/type-text.ts';

/** undefined where the callee is no C function. */
export function cCall(node: ts.CallExpression, context: Context): Expression | undefined {
  const { checker } = context;
  const calleeType = checker.getTypeAtLocation(node.expression);
  if (!checker.getPropertyOfType(calleeType, '__rts_external')) return undefined;
  const callee = cFunctionOf(comptimeValue(node.expression, context));
  if (!callee) return context.failed(node);
  const { name, args } = callee;
  if (node.arguments.length !== args.length) {
    const got = node.arguments.length;
    return context.fail(E.argumentCount, node, { function: name, expected: args.length, got });
  }
  const values = node.arguments.map((argument, index) =>
    argumentValue(argument, index, callee, context),
  );
  if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  useCompilationInfo(callee, context);
  return {
    kind: 'c-call',
    callee,
    arguments: values,
    standIn: callee.hasCallable ? expressionSource(node.expression, context) : null,
    type: valueType(callee.result),
    span: context.span(node),
  };
}

function argumentValue(
  node: ts.Expression,
  index: number,
  callee: CFunction,
  context: Context,
): Expression {
  const type: LowLevelType | undefined = callee.args[index];
  if (!type) return context.failed(node);
  if (type.kind !== 'ptr') return context.value(node, valueType(type));
  return pointerArgument(node, index, type, callee, context);
}

function pointerArgument(
  node: ts.Expression,
  index: number,
  parameter: Ptr,
  callee: CFunction,
  context: Context,
): Expression {
  const value = context.expression(node);
  if (value.type === ERROR_TYPE) return value;
  const target = pointerTo(parameter.to);
  const { span } = value;
  if (value.type === target) return value;
  if (value.type === NULL) return sequence([value], constant(target, null, span), span);
  if (isPointer(value) && isPassable(value.type.to, parameter.to))
    return convertTo('pointer', value, target, span);
  const report = { function: callee.name, parameter: index + 1, type: typeText(target) };
  const got = typeText(value.type);
  if (value.type === STRING) return context.fail(E.stringArgument, node, report);
  if (value.type.kind === 'typedarray')
    return context.fail(E.arrayArgument, node, { ...report, got });
  return context.fail(E.pointerArgument, node, { ...report, got });
}

// ---- what the C functions of a file need ----

const used = new WeakMap<ts.Program, Map<ts.SourceFile, Set<ExternalCompilationInfo>>>();

function useCompilationInfo(callee: CFunction, context: Context): void {
  let files = used.get(context.program);
  if (!files) used.set(context.program, (files = new Map()));
  let infos = files.get(context.sourceFile);
  if (!infos) files.set(context.sourceFile, (infos = new Set()));
  infos.add(callee.compilation_info);
}

/** Each info once, in the order of first use. */
export const usedInfos = (
  file: ts.SourceFile,
  context: Context,
): readonly ExternalCompilationInfo[] => [...(used.get(context.program)?.get(file) ?? [])];
