// rffi.llhelper, callback, scoped_callback, free_callback, and functions that are given where C takes a pointer to one.
import type ts from 'typescript';
import { describeType } from '../../../runtime/lltype/constructors.ts';
import type { FuncType } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type {
  CheckedFunction,
  Expression,
  GlobalVariable,
  Local,
  Statement,
} from '../../program/nodes.ts';
import {
  functionOf,
  nullableOf,
  pointerTo,
  STRING,
  VOID,
  type FunctionType,
  type NullableType,
  type RtsType,
} from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, readLocal, readPlace } from '../build.ts';
import { externalAddress } from './c-address.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { foldConstant } from '../fold-constant.ts';
import { isNull, unwrap } from '../nullable.ts';
import { constant, literalValue } from '../numbers/literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { isErrorKept, keepError, rethrow } from './callback-errors.ts';
import { typeArgument } from './comptime-argument.ts';
import { isPointer } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';
import type { UsingParts } from './using-parts.ts';
import { valueType } from './value-type.ts';

/** The type of functions that C calls as `type`. */
const closureType = (type: FuncType): FunctionType =>
  functionOf(type.args.map(valueType), valueType(type.result));

interface Parts {
  readonly type: FuncType;
  readonly closure: Expression;
  readonly error: Expression | null;
}

/** Of a call with the pointer type, the function, and options; null after a report. */
function partsOf(node: ts.CallExpression, context: Context): Parts | null {
  const [first, callable, options] = node.arguments;
  const pointer = typeArgument(first, context);
  if (!pointer || !callable) return null;
  const type = pointer.kind === 'ptr' ? pointer.to : pointer;
  if (type.kind !== 'func') {
    context.report(E.callbackType, node, { type: describeType(pointer) });
    return null;
  }
  const closure = closureOf(callable, type, context);
  const error = errorValue(options, type, context);
  return closure.type === ERROR_TYPE || error?.type === ERROR_TYPE
    ? null
    : { type, closure, error };
}

const closureOf = (node: ts.Expression, type: FuncType, context: Context): Expression =>
  context.value(node, closureType(type));

/** `{ error: -1 }`: what C gets where the function throws; null: zero. */
function errorValue(
  options: ts.Expression | undefined,
  { result }: FuncType,
  context: Context,
): Expression | null {
  if (!options) return null;
  const object = skipParentheses(options);
  const property = tsc.isObjectLiteralExpression(object) ? object.properties[0] : undefined;
  if (!property || !tsc.isPropertyAssignment(property)) return null;
  const value = context.value(property.initializer, valueType(result));
  if (value.type === ERROR_TYPE) return value;
  const folded = foldConstant(value);
  return folded
    ? constant(value.type, folded.value, value.span)
    : context.fail(E.callbackError, property.initializer, {});
}

/** A new pointer. */
function newCallback({ type, closure, error }: Parts, span: Span, context: Context): Expression {
  const entry = entryOf(type, error, span, context);
  const thrower = rethrow(span, context);
  const pointer = pointerTo(type);
  return { kind: 'callback', function: entry, thrower, closure, type: pointer, span };
}

export const callback: RuntimeCall = (node, context) => {
  const parts = partsOf(node, context);
  return parts ? newCallback(parts, context.span(node), context) : context.failed(node);
};

export const scopedCallback = (node: ts.CallExpression, context: Context): UsingParts => {
  const value = callback(node, context);
  const { span, type } = value;
  return {
    value,
    type,
    dispose: (local) => builtin('rffi.free_callback', [readLocal(local, span)], VOID, span),
  };
};

export const freeCallback: RuntimeCall = (node, context) => {
  const [argument] = node.arguments;
  const value = argument && context.expression(argument);
  if (!value || value.type === ERROR_TYPE) return context.failed(node);
  if (!isPointer(value))
    return context.fail(E.wrongType, argument, { from: typeText(value.type), to: 'a pointer' });
  return builtin('rffi.free_callback', [value], VOID, context.span(node));
};

/** The pointer to a function of a module: made with the module, the same each time, and never freed. */
export const llhelper: RuntimeCall = (node, context) => {
  const [target, callable = node] = node.arguments;
  const type = typeArgument(target, context);
  const external =
    type?.kind === 'ptr' && type.to.kind === 'func'
      ? externalAddress(callable, type.to, context)
      : undefined;
  if (external) return external;
  const parts = partsOf(node, context);
  if (!parts) return context.failed(node);
  const symbol = moduleFunction(callable, context);
  if (!symbol) return context.fail(E.llhelperFunction, callable, {});
  return moduleCallback(parts, symbol, context.span(node), context);
};

const keys = new WeakMap<ts.Symbol, Map<string, object>>();

/** One for each function, type and error value. */
function keyOf(symbol: ts.Symbol, { type, error }: Parts): object {
  let byType = keys.get(symbol);
  if (!byType) keys.set(symbol, (byType = new Map<string, object>()));
  const text = `${describeType(type)} ${error ? String(literalValue(error)) : ''}`;
  let key = byType.get(text);
  if (!key) byType.set(text, (key = {}));
  return key;
}

function moduleCallback(parts: Parts, symbol: ts.Symbol, span: Span, context: Context): Expression {
  const type = pointerTo(parts.type);
  const global = context.made.hidden(keyOf(symbol, parts), () => {
    const made: GlobalVariable = {
      id: `callback ${symbol.name} of ${span.file.path}:${span.start}`,
      name: symbol.name,
      type,
      mutable: false,
      constant: null,
      span,
      documentation: '',
    };
    const value = newCallback(parts, span, context);
    return { global: made, value: assign({ kind: 'global', global: made }, value, span) };
  });
  return readPlace({ kind: 'global', global }, type, span);
}

/** The name of a function declared in a module; undefined for every other expression. */
function moduleFunction(node: ts.Node, context: Context): ts.Symbol | undefined {
  const name = tsc.isExpression(node) ? skipParentheses(node) : node;
  const symbol = tsc.isIdentifier(name) ? context.symbol(name) : undefined;
  const declaration = symbol?.valueDeclaration;
  const isModules =
    declaration && tsc.isFunctionDeclaration(declaration) && tsc.isSourceFile(declaration.parent);
  return isModules ? symbol : undefined;
}

// ---- functions as arguments ----

/** A function where C takes a pointer to one: of a module, or a closure that lives as long as the call. */
export interface FunctionArgument {
  readonly pointer: Expression;
  readonly isTemporary: boolean;
}

/** undefined where the argument is no function. */
export function functionArgument(
  node: ts.Expression,
  type: FuncType,
  context: Context,
): FunctionArgument | undefined {
  const external = externalAddress(node, type, context);
  if (external) return { pointer: external, isTemporary: false };
  const symbol = moduleFunction(node, context);
  const isFunction = context.checker.getTypeAtLocation(node).getCallSignatures().length > 0;
  if (
    !isFunction ||
    context.checker.getPropertyOfType(context.checker.getTypeAtLocation(node), '__rts_ptr')
  )
    return undefined;
  const closure = closureOf(node, type, context);
  const { span } = closure;
  if (closure.type === ERROR_TYPE) return { pointer: closure, isTemporary: false };
  const parts: Parts = { type, closure, error: null };
  return symbol
    ? { pointer: moduleCallback(parts, symbol, span, context), isTemporary: false }
    : { pointer: newCallback(parts, span, context), isTemporary: true };
}

// ---- what C calls ----

/** The function that runs a closure for C: it raises nothing, and gives `error` (or zero) where the closure did. */
function entryOf(
  type: FuncType,
  error: Expression | null,
  span: Span,
  context: Context,
): CheckedFunction {
  const failed = error ?? zeroOf(valueType(type.result), span);
  const text = error ? ` or ${String(literalValue(error))}` : '';
  const id = `C calls ${describeType(type)}${text}`;
  return context.made.once(id, () => {
    const closure = closureType(type);
    const held = nullableOf(closure, true, false) as NullableType;
    const given: Local = { name: 'closure', type: held, mutable: false };
    const locals = closure.parameters.map((of, i): Local => ({
      name: `a${i}`,
      type: of,
      mutable: false,
    }));
    return {
      id,
      name: 'callback',
      parameters: [given, ...locals].map((local) => ({
        local,
        optional: false,
        type: local.type,
      })),
      closure: null,
      captures: [],
      self: null,
      result: closure.result,
      body: entryBody(given, locals, closure, failed, span, context),
      span,
      extent: span,
      documentation: '',
    };
  });
}

function entryBody(
  given: Local,
  locals: readonly Local[],
  type: FunctionType,
  failed: Expression | null,
  span: Span,
  context: Context,
): Statement[] {
  const giveUp: Statement = { kind: 'return', value: failed, span };
  const thrown: Local = { name: 'error', type: ERROR_CLASSES.Error, mutable: false };
  const closure = readLocal(given, span);
  const message = constant(STRING, 'C has called a callback that is freed', span);
  const call: Expression = {
    kind: 'closure-call',
    callee: unwrap(closure, span),
    arguments: locals.map((local) => readLocal(local, span)),
    type: type.result,
    span,
  };
  const keep = keepError(readLocal(thrown, span), span, context);
  return [
    { kind: 'if', test: isErrorKept(span, context), whenTrue: [giveUp], whenFalse: [], span },
    {
      kind: 'try',
      body: [
        {
          kind: 'if',
          test: isNull(closure, span),
          whenTrue: [{ kind: 'throw', error: 'Error', message, span }],
          whenFalse: [],
          span,
        },
        ...(type.result === VOID
          ? [{ kind: 'expression', expression: call, span } as const, giveUp]
          : [{ kind: 'return', value: call, span } as const]),
      ],
      handler: {
        local: thrown,
        body: [{ kind: 'expression', expression: keep, span }, giveUp],
      },
      finalizer: null,
      span,
    },
  ];
}

/** null for void. */
function zeroOf(type: RtsType, span: Span): Expression | null {
  switch (type.kind) {
    case 'void':
      return null;
    case 'boolean':
      return constant(type, false, span);
    case 'ptr':
      return constant(type, null, span);
    case 'int':
      return constant(type, type.bits === 64 ? 0n : 0, span);
    default:
      return constant(type, 0, span);
  }
}
