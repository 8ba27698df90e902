// `new Uint8Array(…)`, `new ArrayBuffer(…)`, `new DataView(…)` → builtins; nothing else can be made.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { TYPED_ARRAYS } from '../../program/types.ts';
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
  const file = symbol?.valueDeclaration?.getSourceFile();
  // A class of the program: refused where it is declared.
  if (file && !isLibrary(file)) return context.failed(node);
  const text = tsc.isIdentifier(node.expression) ? node.expression.text : '…';
  return context.fail(E.newExpression, node, { name: text });
};
