// A call of a C function, by its name or through a pointer: each argument in the type that C takes it in.
import type ts from 'typescript';
import { cFunctionOf } from '../../../runtime/rffi/c-function.ts';
import { callShape } from '../../../runtime/rffi/llexternal.ts';
import { CArrayPtr } from '../../../runtime/rffi/c-types.ts';
import { compilationInfo } from '../../../runtime/rffi/compilation-info.ts';
import type { CFunction, FuncType, LowLevelType } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { BuildTimeSource } from '../../program/build-time.ts';
import type { Expression, Local } from '../../program/nodes.ts';
import { VOID } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { expressionSource } from '../comptime/build-time-source.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import {
  assign,
  conditional,
  convertTo,
  isize,
  letIn,
  readLocal,
  readPlace,
  sequence,
} from '../build.ts';
import { constant } from '../numbers/literal.ts';
import { addressExpression } from './c-address.ts';
import { useCompilationInfo } from './used-infos.ts';
import { annotatedArgument, lengthArgument } from './annotated.ts';
import { argument, furtherArgument } from './c-arguments.ts';
import { marshalledCall, type LengthOf } from './marshalled-call.ts';
import { isNullPointer, libraryCheck, passed, type Passed } from './passed.ts';
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
  const { name, result, marshalling } = callee.function;
  if (result.kind !== 'struct' && !marshalling?.result?.release)
    return call(callee, null, node, context);
  return context.fail(E.scopedOutsideUsing, node, {
    name: name === '' ? node.expression.getText() : name,
  });
}

/** `using x = f(…)` of a function that returns a structure or memory that the caller owns; undefined for every other call. */
export function cScopedCall(node: ts.CallExpression, context: Context): UsingParts | undefined {
  const callee = calleeOf(node, context);
  const release = callee?.function.marshalling?.result?.release;
  if (callee && release) {
    const value = call(callee, null, node, context);
    return {
      value,
      type: value.type,
      dispose: (local) => releasing(release, local, value.span, context),
    };
  }
  if (callee?.function.result.kind !== 'struct') return undefined;
  const { memory, dispose } = scopedMemory(callee.function.result, node, context);
  const value = call(callee, memory, node, context);
  return { value, type: memory.type, dispose };
}

/** NULL is let pass. */
function releasing(release: CFunction, local: Local, span: Span, context: Context): Expression {
  useCompilationInfo(release, context);
  const pointer = readLocal(local, span);
  const [type] = release.args;
  const target = type ? valueType(type) : pointer.type;
  const given = target === pointer.type ? pointer : convertTo('pointer', pointer, target, span);
  const result = valueType(release.result);
  const freed: Expression = {
    kind: 'c-call',
    callee: release,
    address: null,
    into: null,
    arguments: [given],
    standIn: null,
    type: result,
    span,
  };
  const nothing = constant(VOID, undefined, span);
  const effect = result === VOID ? freed : sequence([freed], nothing, span);
  return conditional(isNullPointer(pointer, span), nothing, effect, span);
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
      symbol: '',
      use: 'call',
      save_err: 0,
      elidable: false,
      leaf: false,
      releasegil: false,
      hasCallable: false,
      marshalling: null,
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
  if (callee.use === 'get' || callee.use === 'set') return variable(callee, node, context);
  const { name, args, variadic } = callee;
  const written = writtenFor(callee);
  const given = node.arguments.length;
  const wanted = written.filter(Boolean).length;
  if (variadic ? given < wanted : given !== wanted) {
    const report = { function: name === '' ? node.expression.getText() : name, got: given };
    return context.fail(E.argumentCount, node, { ...report, expected: wanted, variadic });
  }
  const values = declaredArguments(callee, written, node, context);
  const further = node.arguments
    .slice(wanted)
    .map((argument, index) => furtherArgument(argument, args.length + index, name, context));
  const all = [...values, ...further.map(({ value }) => passed(value))];
  if (all.some((one) => one.given?.type === ERROR_TYPE)) return context.failed(node);
  useCompilationInfo(callee, context);
  const types = further.map(({ type }) => type);
  const make = (arguments_: readonly Expression[]): CCall => ({
    kind: 'c-call',
    callee: variadic ? shape(callee, types) : callee,
    address,
    into,
    arguments: arguments_,
    standIn,
    type: into ? into.type : valueType(callee.result),
    span: context.span(node),
  });
  const made = marshalledCall(all, lengthsOf(callee, node, context), make, context);
  return nonnullResult(rethrowing(made, callee.leaf, context), callee, node, context);
}

const variables = new WeakMap<CFunction, CFunction>();

/** A variable of C is read and written where it lies. */
function variable(callee: CFunction, node: ts.CallExpression, context: Context): Expression {
  const [type = callee.result] = callee.args;
  let of = variables.get(callee);
  if (!of) {
    of = Object.freeze({ ...callee, args: [], result: CArrayPtr(type), use: 'variable' } as const);
    variables.set(callee, of);
  }
  const span = context.span(node);
  const place = {
    kind: 'item',
    pointer: addressExpression(of, span, context),
    index: isize(0, span),
    itemType: type,
  } as const;
  if (callee.use === 'get') return readPlace(place, valueType(type), span);
  const [value] = node.arguments;
  if (!value || node.arguments.length > 1) return context.failed(node);
  const given = argument(type, { node: value, index: 0, name: callee.name, context }).given;
  if (!given || given.type === ERROR_TYPE) return context.failed(node);
  return sequence([assign(place, given, span)], constant(VOID, undefined, span), span);
}

type CCall = Extract<Expression, { readonly kind: 'c-call' }>;

/** Which arguments the caller writes. */
const writtenFor = ({ args, marshalling }: CFunction): readonly boolean[] =>
  args.map(
    (_, index) => marshalling?.args[index]?.role !== 'out' && !marshalling?.lengths.has(index),
  );

/** One for each declared argument. */
function declaredArguments(
  { args, name, marshalling }: CFunction,
  written: readonly boolean[],
  node: ts.CallExpression,
  context: Context,
): readonly Passed[] {
  let next = 0;
  return args.map((type, index) => {
    if (marshalling?.lengths.has(index)) return { given: null };
    const place = {
      node: (written[index] ? node.arguments[next++] : undefined) ?? node,
      index,
      name,
      context,
    };
    const annotation = marshalling?.args[index];
    return annotation ? annotatedArgument(annotation, place) : argument(type, place);
  });
}

/** The arguments that are the length of a buffer. */
const lengthsOf =
  ({ args, name, marshalling }: CFunction, node: ts.CallExpression, context: Context): LengthOf =>
  (index, given) => {
    const of = marshalling?.lengths.get(index);
    const array = of === undefined ? null : given[of];
    const type = args[index];
    const pointer = of === undefined ? undefined : args[of];
    if (of === undefined || !array || type?.kind !== 'primitive' || pointer?.kind !== 'ptr')
      return undefined;
    const isBytes = pointer.to.kind === 'opaque';
    return lengthArgument(type, array, { node, index: of, name, context }, isBytes);
  };

function nonnullResult(
  call: Expression,
  { name, marshalling }: CFunction,
  node: ts.CallExpression,
  context: Context,
): Expression {
  if (marshalling?.result?.role !== 'nonnull') return call;
  const { span } = call;
  const place = { node, index: 0, name, context };
  const isTuple = call.type.kind !== 'ptr';
  const local = context.temporary('result', call.type);
  const whole = readLocal(local, span);
  const pointer = isTuple
    ? readPlace(
        { kind: 'property', object: whole, field: '0' },
        valueType(marshalling.result.type),
        span,
      )
    : whole;
  const check = libraryCheck(
    'requirePointer',
    [isNullPointer(pointer, span)],
    place,
    span,
    `the result of ${name}`,
  );
  return letIn([{ local, value: call }], sequence([check], whole, span), span);
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
