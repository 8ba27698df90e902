// A call of a C function, by its name or through a pointer: each argument in the type that C takes it in.
import type ts from 'typescript';
import { callShape, cFunctionOf } from '../../../runtime/rffi/llexternal.ts';
import { compilationInfo } from '../../../runtime/rffi/compilation-info.ts';
import type {
  CFunction,
  ExternalCompilationInfo,
  FuncType,
  LowLevelType,
} from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { BuildTimeSource, Expression } from '../../program/nodes.ts';
import { VOID } from '../../program/types.ts';
import { expressionSource } from '../comptime/build-time-source.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { builtin, letIn, readLocal, sequence } from '../build.ts';
import { argumentValue, furtherArgument } from './c-arguments.ts';
import { rethrowing } from './callback-errors.ts';
import { comptimeValue } from './comptime-argument.ts';
import { isPointerType, pointedContainer } from './low-level-types.ts';
import { scopedMemory } from './scoped-memory.ts';
import type { UsingParts } from './using-parts.ts';
import { valueType } from './value-type.ts';

interface Callee {
  readonly function: CFunction;
  /** Of a pointer to a function: the pointer. */
  readonly address: Expression | null;
  readonly standIn: BuildTimeSource | null;
}

/** undefined where the callee is no C function. */
export function cCall(node: ts.CallExpression, context: Context): Expression | undefined {
  const callee = calleeOf(node, context);
  if (!callee) return callee === null ? context.failed(node) : undefined;
  const { name, result } = callee.function;
  if (result.kind !== 'struct') return call(callee, null, node, context);
  return context.fail(E.scopedOutsideUsing, node, {
    name: name === '' ? node.expression.getText() : name,
  });
}

/** `using x = f(…)` of a function that returns a structure; undefined for every other call. */
export function cStructCall(node: ts.CallExpression, context: Context): UsingParts | undefined {
  const callee = calleeOf(node, context);
  if (callee?.function.result.kind !== 'struct') return undefined;
  const { memory, dispose } = scopedMemory(callee.function.result, node, context);
  const value = call(callee, memory, node, context);
  return { value, type: memory.type, dispose };
}

/** undefined for no C function, null after a report. */
function calleeOf(node: ts.CallExpression, context: Context): Callee | null | undefined {
  const { checker } = context;
  const type = checker.getTypeAtLocation(node.expression);
  if (checker.getPropertyOfType(type, '__rts_external')) {
    const callee = cFunctionOf(comptimeValue(node.expression, context));
    if (!callee) return null;
    const standIn = callee.hasCallable ? expressionSource(node.expression, context) : null;
    return { function: callee, address: null, standIn };
  }
  if (!isPointerType(type, checker) || pointedContainer(type, context)?.kind !== 'func')
    return undefined;
  const address = context.expression(node.expression);
  if (address.type.kind !== 'ptr' || address.type.to.kind !== 'func') return null;
  return { function: throughPointer(address.type.to), address, standIn: null };
}

const pointerFunctions = new WeakMap<FuncType, CFunction>();
const NO_INFO = compilationInfo({});

/** What a call through a pointer to the function type calls. */
function throughPointer(type: FuncType): CFunction {
  let made = pointerFunctions.get(type);
  if (!made) {
    made = Object.freeze({
      kind: 'c-function',
      name: '',
      args: type.args,
      result: type.result,
      variadic: type.variadic,
      fixed: type.args.length,
      pointer: true,
      compilation_info: NO_INFO,
      macro: null,
      save_err: 0,
      elidable: false,
      leaf: false,
      hasCallable: false,
      declaredAt: null,
    });
    pointerFunctions.set(type, made);
  }
  return made;
}

function call(
  { function: callee, address, standIn }: Callee,
  into: Expression | null,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const { name, args, variadic } = callee;
  const given = node.arguments.length;
  if (variadic ? given < args.length : given !== args.length) {
    const report = { function: name === '' ? node.expression.getText() : name, got: given };
    return context.fail(E.argumentCount, node, { ...report, expected: args.length, variadic });
  }
  const temporaries: Expression[] = [];
  const values = args.map((type, index) =>
    argumentValue(node.arguments[index] ?? node, temporaries, index, type, name, context),
  );
  const further = node.arguments
    .slice(args.length)
    .map((argument, index) => furtherArgument(argument, args.length + index, name, context));
  const all = [...values, ...further.map(({ value }) => value)];
  if (all.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  useCompilationInfo(callee, context);
  const made: Expression = {
    kind: 'c-call',
    callee: variadic
      ? shape(
          callee,
          further.map(({ type }) => type),
        )
      : callee,
    address,
    into,
    arguments: all,
    standIn,
    type: into ? into.type : valueType(callee.result),
    span: context.span(node),
  };
  return rethrowing(freeingAfter(made, temporaries, context), callee.leaf, context);
}

/** The call with callbacks that live as long as it: made when all other arguments are there, in their order. */
function freeingAfter(
  call: Extract<Expression, { readonly kind: 'c-call' }>,
  temporaries: readonly Expression[],
  context: Context,
): Expression {
  if (temporaries.length === 0) return call;
  const { span, type } = call;
  const bindings = call.arguments.map((value) => ({
    local: context.temporary('argument', value.type),
    value,
  }));
  // Making a callback may fail for want of memory only; what was made then stays until the environment ends.
  const isTemporary = (value: Expression): boolean => temporaries.includes(value);
  const order = [
    ...bindings.filter(({ value }) => !isTemporary(value)),
    ...bindings.filter(({ value }) => isTemporary(value)),
  ];
  const args = bindings.map(({ local }) => readLocal(local, span));
  const frees = bindings
    .filter(({ value }) => isTemporary(value))
    .map(({ local }) => builtin('rffi.free_callback', [readLocal(local, span)], VOID, span));
  const made: Expression = { ...call, arguments: args };
  if (type === VOID) {
    const [last, ...before] = frees.toReversed();
    return letIn(order, sequence([made, ...before], last ?? made, span), span);
  }
  const result = context.temporary('result', type);
  const value = sequence(frees, readLocal(result, span), span);
  return letIn(order, letIn([{ local: result, value: made }], value, span), span);
}

const shapes = new WeakMap<CFunction, Map<string, CFunction>>();

/** One object for all calls of a variadic function with arguments of the same types. */
function shape(callee: CFunction, further: readonly LowLevelType[]): CFunction {
  let known = shapes.get(callee);
  if (!known) shapes.set(callee, (known = new Map()));
  const key = further.map((type) => (type.kind === 'primitive' ? type.name : '*')).join();
  let made = known.get(key);
  if (!made) known.set(key, (made = callShape(callee, further)));
  return made;
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
