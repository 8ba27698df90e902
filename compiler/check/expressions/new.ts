// `new Uint8Array(…)`, `new ArrayBuffer(…)`, `new DataView(…)` → builtins; `new C(…)` of a class of the program or an error class.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Expression } from '../../program/nodes.ts';
import { TYPED_ARRAYS, type RtsType } from '../../program/types.ts';
import { callArguments, convertArguments } from '../calls/arguments.ts';
import { writtenArguments } from '../calls/spread.ts';
import type { ClassDeclaration } from '../classes/class-declaration.ts';
import { inferCall, type GenericSignature } from '../generics/type-arguments.ts';
import { isErrorName } from '../../program/error-classes.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { errorArguments, newError } from '../library/error.ts';
import { isCollectionName, newCollection } from '../library/collections.ts';
import { newDate } from '../library/date.ts';
import { newArray } from '../library/new-array.ts';
import { newWeakRef } from '../library/weak-ref.ts';
import { libraryName } from '../library/library-name.ts';
import { newArrayBuffer, newDataView, newTypedArray } from '../library/typed-array.ts';
import { newPromise } from '../space/promise.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

export const newExpression: ExpressionHandler<ts.NewExpression> = (node, context, expected) => {
  const name = libraryName(node.expression, context) ?? '';
  const typedArray = TYPED_ARRAYS.get(name);
  if (typedArray) return newTypedArray(typedArray, node, context);
  if (name === 'ArrayBuffer') return newArrayBuffer(node, context);
  if (name === 'DataView') return newDataView(node, context);
  if (isCollectionName(name)) return newCollection(name, node, context, expected);
  if (name === 'WeakRef') return newWeakRef(node, context, expected);
  if (name === 'Promise') return newPromise(node, context, expected);
  if (name === 'Date') return newDate(node, context);
  if (name === 'Array') return newArray(node, context, expected);
  if (isErrorName(name)) return newError(name, node, context);
  const symbol = context.symbol(node.expression);
  const declaration = symbol && context.classes.declaration(symbol);
  if (declaration && context.binding(symbol)?.kind === 'class')
    return newInstance(declaration, node, context, expected);
  const file = symbol?.valueDeclaration?.getSourceFile();
  // Refused where it is declared.
  if (file && !isLibrary(file)) return context.failed(node);
  const text = tsc.isIdentifier(node.expression) ? node.expression.text : '…';
  if (text === 'FinalizationRegistry') return context.fail(E.finalizationRegistry, node, {});
  return context.fail(E.newExpression, node, { name: text });
};

/** TypeScript refuses `new` of an abstract class. */
function newInstance(
  declaration: ClassDeclaration,
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  if (declaration.node.typeParameters) return newGeneric(declaration, node, context, expected);
  const { construction, type } = context.classes.plain(declaration);
  const parameters = construction.function?.parameters.slice(1) ?? [];
  const values = construction.takesErrorArguments
    ? errorArguments(node, context)
    : callArguments(parameters, writtenArguments(node, context), node, context);
  return newOf(construction.function, type, values, node, context);
}

function newGeneric(
  declaration: ClassDeclaration,
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const given = writtenArguments(node, context);
  const written = { node, typeArguments: node.typeArguments ?? [] };
  const signature = classSignature(declaration, context);
  const call = inferCall(signature, given, written, { node, context, expected });
  const made = call && context.classes.instance(declaration.symbol, call.types, node, context);
  if (!call || !made) return context.failed(node);
  const { construction, type } = made;
  const parameters = construction.function?.parameters.slice(1) ?? [];
  const values = convertArguments(parameters, call.values, given, node, context);
  return newOf(construction.function, type, values, node, context);
}

function newOf(
  construct: CheckedFunction | null,
  type: RtsType,
  values: readonly Expression[],
  node: ts.NewExpression,
  context: Context,
): Expression {
  if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  return { kind: 'new', construct, arguments: values, type, span: context.span(node) };
}

/** A constructor that is inherited speaks of its own class's type parameters: TypeScript's answer is taken. */
const classSignature = (
  { node, symbol, construct }: ClassDeclaration,
  context: Context,
): GenericSignature => ({
  name: symbol.name,
  typed: node,
  parameters: construct?.parameters ?? [],
  result: context.checker.getDeclaredTypeOfSymbol(symbol),
  reader: (typeArguments) => context.reader(node, typeArguments),
});
