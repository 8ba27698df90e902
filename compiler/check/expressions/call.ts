// `f(…)` → a call of a function of the program, a conversion, or a builtin.
import type ts from 'typescript';
import type { BuiltinName } from '../../builtins/builtins.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { TYPED_ARRAYS, type RtsType } from '../../program/types.ts';
import { isOffthread, jobBuiltin } from '../boundary/offthread.ts';
import { callConversion, conversionTarget } from '../calls/conversion.ts';
import { callOvfcheck, isOvfcheck } from '../calls/ovfcheck.ts';
import { callComptime, isComptimeCall } from '../calls/comptime.ts';
import { callFunction } from '../calls/function.ts';
import {
  callMember as callClassMember,
  callSuper,
  callSuperMember,
  callSymbolMember,
} from '../calls/member.ts';
import { callValue, readClosure } from '../calls/closure.ts';
import { callGeneric } from '../calls/generic.ts';
import { isStaticMember, isStaticThis } from '../classes/static-name.ts';
import { makeClosure } from '../closures/closure.ts';
import { functionLiteralOf, type FunctionLiteral } from '../closures/function-literal.ts';
import { ERROR_TYPE, type Binding, type Context } from '../context.ts';
import { isRefusedFunction } from '../declarations/function-form.ts';
import { readSymbol } from '../read-symbol.ts';
import type { ExpressionHandler } from '../handler.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { callBuiltin } from '../library/arguments.ts';
import { arrayFrom } from '../library/array-library.ts';
import { groupBy } from '../library/collections.ts';
import { consoleCall } from '../library/console.ts';
import { dateFunction } from '../library/date.ts';
import { definedCall } from '../library/defined.ts';
import { jsonText } from '../library/json-text.ts';
import { jsonValue } from '../library/json-value.ts';
import { libraryName } from '../library/library-name.ts';
import { mathCall } from '../library/math.ts';
import { filledArray } from '../library/new-array.ts';
import { methodCall } from '../library/methods.ts';
import { objectCall } from '../library/object-functions.ts';
import { numberCall } from '../library/number-tests.ts';
import { stringFunction } from '../library/string-functions.ts';
import { typedArrayFrom, typedArrayOf } from '../library/typed-array.ts';
import { needed } from '../nullable.ts';
import { optionalChain } from '../optional-chain.ts';
import { globalFunctionCall } from '../text/global-functions.ts';
import { isModule } from '../module-name.ts';
import { skipParentheses } from '../parentheses.ts';
import { promiseFunction } from '../space/promise.ts';
import { spaceCall } from '../space/space-call.ts';
import { ownIterator } from '../iteration/own-iterator.ts';
import { typeText } from '../../program/type-text.ts';
import { isArray } from '../unions/is-array.ts';
import { tsc } from '../tsc.ts';
import { ITERATOR, symbolName } from '../well-known-symbol.ts';
import { isLibrary } from '../typescript.ts';

export const callExpression: ExpressionHandler<ts.CallExpression> = (node, context, expected) => {
  const special = spaceCall(node, context) ?? LLTYPE_HOOKS.call(node, context, expected);
  if (special) return special;
  const chain = optionalChain(node, context);
  if (chain) return chain;
  const callee = skipParentheses(node.expression);
  const spread = node.arguments.find(tsc.isSpreadElement);
  if (spread && isOfLibrary(node, context) && !takesSpread(callee))
    return context.fail(E.spread, spread, {});
  if (callee.kind === tsc.SyntaxKind.ImportKeyword) return context.fail(E.dynamicImport, node, {});
  if (callee.kind === tsc.SyntaxKind.SuperKeyword) return callSuper(node, context);
  // `f?.()`, with f at hand.
  if (context.given.has(node.expression))
    return callValue(context.expression(node.expression), node, context);
  if (tsc.isIdentifier(callee)) return callByName(callee, node, context, expected);
  if (tsc.isPropertyAccessExpression(callee)) return callMember(callee, node, context, expected);
  const symbol = tsc.isElementAccessExpression(callee) && symbolName(callee.argumentExpression);
  if (symbol) return callSymbol(callee.expression, symbol, node, context);
  const literal = functionLiteralOf(callee);
  return literal
    ? callLiteral(literal, node, context)
    : callValue(context.expression(callee), node, context);
};

function callSymbol(
  object: ts.Expression,
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const value = context.expression(object);
  const call = callSymbolMember(value, name, node, context);
  if (call || value.type === ERROR_TYPE) return call ?? value;
  const iterator = name === ITERATOR ? ownIterator(value, node, context) : undefined;
  return iterator ?? context.fail(E.member, node, { member: name, type: typeText(value.type) });
}

/** `(() => …)()`: what is called is known. */
function callLiteral(
  literal: FunctionLiteral,
  node: ts.CallExpression,
  context: Context,
): Expression {
  if (literal.typeParameters || isRefusedFunction(literal, context))
    return callValue(context.expression(literal), node, context);
  const { declared, expression } = makeClosure(literal, context, {});
  declared.check();
  return declared.closureType(node) === ERROR_TYPE
    ? context.failed(node)
    : callFunction(declared, node, context, expression);
}

/** `push`, `Math.max` and `Math.min` take any number of arguments. */
const takesSpread = (callee: ts.Expression): boolean =>
  tsc.isPropertyAccessExpression(callee) && ['push', 'max', 'min'].includes(callee.name.text);

/** A function or method of ECMAScript's library, each of which takes a certain number of arguments. */
function isOfLibrary(node: ts.CallExpression, { checker }: Context): boolean {
  const declaration = checker.getResolvedSignature(node)?.getDeclaration() as ts.Node | undefined;
  return declaration !== undefined && isLibrary(declaration.getSourceFile());
}

function callByName(
  name: ts.Identifier | ts.MemberName,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const symbol = context.symbol(name);
  if (!symbol) return context.failed(node);
  if (isOvfcheck(symbol)) return callOvfcheck(node, context);
  if (isComptimeCall(symbol)) return callComptime(node, context, expected);
  const conversion = conversionTarget(symbol);
  if (conversion) return callConversion(conversion, node, context);
  if (isOffthread(symbol)) return context.fail(E.offthreadPlace, node, {});
  const ofJob = jobBuiltin(symbol);
  if (ofJob) return callBuiltin(ofJob, null, node.arguments, node, context);
  const defined = definedCall(symbol, node, context);
  if (defined) return defined;
  const global = globalFunctionCall(name, node, context);
  if (global) return global;
  const binding = context.binding(symbol);
  if (binding?.kind === 'function') return callFunction(binding.declared, node, context);
  if (binding?.kind === 'generic') return callGeneric(binding.generic, node, context, expected);
  if (binding?.kind === 'closure') {
    const { closure, isOuter } = binding;
    const value = readClosure(closure, isOuter, name, context);
    return callFunction(closure.declared, node, context, value);
  }
  if (binding?.kind === 'local' || binding?.kind === 'global' || isLocalVariable(symbol))
    return callValue(readSymbol(name, node.expression, context), node, context);
  if (binding?.kind === 'offthread') return context.fail(E.offthreadUse, node, { name: name.text });
  for (const argument of node.arguments) context.expression(argument);
  return isRefused(symbol, binding)
    ? context.failed(node)
    : context.fail(E.notCallable, name, { name: name.text });
}

const isLocalVariable = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration !== undefined &&
  tsc.isVariableDeclaration(valueDeclaration) &&
  tsc.findAncestor(valueDeclaration, tsc.isFunctionLike) !== undefined;

/** Its declaration has been reported: a nested function, a destructured name, a class. */
function isRefused(symbol: ts.Symbol, binding: Binding | undefined): boolean {
  if (binding) return binding.kind === 'error';
  const file = symbol.valueDeclaration?.getSourceFile();
  return file === undefined || !isLibrary(file);
}

function callMember(
  callee: ts.PropertyAccessExpression,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  if (isModule(callee.expression, context)) return callByName(callee.name, node, context, expected);
  if (callee.expression.kind === tsc.SyntaxKind.SuperKeyword)
    return callSuperMember(callee, node, context);
  const member = context.symbol(callee.name);
  if (member && isStaticMember(member))
    return isStaticThis(callee, context)
      ? context.failed(node)
      : callByName(callee.name, node, context, expected);
  const name = callee.name.text;
  const library = libraryName(callee.expression, context);
  if (library === 'Array' && name === 'from') return arrayFrom(node, context, expected);
  if (library === 'Array' && name === 'isArray') return isArray(node, context);
  if (library === 'Math') return mathCall(name, node, context);
  if (library === 'Number') return numberCall(name, node, context);
  if (library === 'String') return stringFunction(name, node, context);
  if (library === 'JSON' && name === 'stringify') return jsonText(node, context);
  if (library === 'JSON' && name === 'parse') return jsonValue(node, context, expected);
  if (library === 'Map' && name === 'groupBy') return groupBy(node, context, expected);
  if (library === 'Object') return objectCall(name, node, context);
  if (library === 'console') return consoleCall(name, node, context);
  if (library === 'Promise') return promiseFunction(name, node, context, expected);
  const ofDate = library === 'Date' ? dateFunction(name, node, context) : undefined;
  if (ofDate) return ofDate;
  const now = library === undefined ? undefined : CLOCKS.get(`${library}.${name}`);
  if (now) return callBuiltin(now, null, node.arguments, node, context);
  const typedArray = library === undefined ? undefined : TYPED_ARRAYS.get(library);
  if (typedArray && name === 'from') return typedArrayFrom(typedArray, node, context);
  if (typedArray && name === 'of') return typedArrayOf(typedArray, node.arguments, node, context);
  if (library !== undefined)
    return context.fail(E.member, callee.name, { member: name, type: library });
  const filled = name === 'fill' ? filledArray(callee, node, context, expected) : undefined;
  if (filled) return filled;
  if (isField(callee, context)) return callValue(context.expression(callee), node, context);
  const receiver = needed(context.expression(callee.expression), 'read', callee.name.text);
  return (
    callClassMember(receiver, callee.name, node, context) ??
    methodCall(receiver, name, node, context, expected)
  );
}

const CLOCKS: ReadonlyMap<string, BuiltinName> = new Map(
  (['Date.now', 'performance.now'] as const).map((name) => [name, name]),
);

/** A property or accessor that gives a function, and no method. */
function isField({ name }: ts.PropertyAccessExpression, { checker }: Context): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const declarations = symbol?.declarations ?? [];
  return (
    symbol !== undefined &&
    (symbol.flags & (tsc.SymbolFlags.Property | tsc.SymbolFlags.Accessor)) !== 0 &&
    // That of an object literal is both; that of a union is always a property.
    (symbol.flags & tsc.SymbolFlags.Method) === 0 &&
    declarations.length > 0 &&
    !declarations.some((one) => tsc.isMethodDeclaration(one) || tsc.isMethodSignature(one)) &&
    !declarations.some((one) => isLibrary(one.getSourceFile()))
  );
}
