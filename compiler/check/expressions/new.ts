// `new Uint8Array(…)`, `new ArrayBuffer(…)`, `new DataView(…)` → builtins; `new C(…)` of a class of the program.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { TYPED_ARRAYS } from '../../program/types.ts';
import { callArguments } from '../calls/arguments.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { newArray } from '../library/new-array.ts';
import { libraryName } from '../library/library-name.ts';
import { newArrayBuffer, newDataView, newTypedArray } from '../library/typed-array.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

export const newExpression: ExpressionHandler<ts.NewExpression> = (node, context, expected) => {
  const name = libraryName(node.expression, context) ?? '';
  const typedArray = TYPED_ARRAYS.get(name);
  if (typedArray) return newTypedArray(typedArray, node, context);
  if (name === 'ArrayBuffer') return newArrayBuffer(node, context);
  if (name === 'DataView') return newDataView(node, context);
  if (name === 'Array') return newArray(node, context, expected);
  if (name.endsWith('Error')) return context.fail(E.errorValue, node, {});
  const symbol = context.symbol(node.expression);
  if (symbol && context.binding(symbol)?.kind === 'class') return newInstance(node, context);
  const file = symbol?.valueDeclaration?.getSourceFile();
  // Refused where it is declared.
  if (file && !isLibrary(file)) return context.failed(node);
  const text = tsc.isIdentifier(node.expression) ? node.expression.text : '…';
  return context.fail(E.newExpression, node, { name: text });
};

/** TypeScript refuses `new` of an abstract class. */
function newInstance(node: ts.NewExpression, context: Context): Expression {
  const type = context.typeFromTs(context.checker.getTypeAtLocation(node), node);
  const instance = context.classes.of(type);
  if (!instance) return context.failed(node);
  const construct = instance.construction.function;
  const parameters = construct ? construct.parameters.slice(1) : [];
  const values = callArguments(parameters, node.arguments ?? [], node, context);
  if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  return { kind: 'new', construct, arguments: values, type, span: context.span(node) };
}
