// `a[i]` as a place: a typed array and its index.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Expression, Place } from '../program/nodes.ts';
import { F64, INT_TYPES } from '../program/types.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { convertNumber } from './numbers/convert-number.ts';
import { fitsByForm, isNumeric } from './numbers/lossless.ts';
import { constantIndex, recordProperty } from './records/property.ts';
import { typeText } from '../program/type-text.ts';

/** null after a report. */
export function elementPlace(node: ts.ElementAccessExpression, context: Context): Place | null {
  const array = context.expression(node.expression);
  const index = context.expression(node.argumentExpression);
  const { type } = array;
  if (type === ERROR_TYPE || index.type === ERROR_TYPE) return null;
  if (type.kind === 'object' && type.form === 'tuple') {
    const place = recordProperty(array, constantIndex(index) ?? '');
    if (place) return place;
    context.report(E.tupleIndex, node.argumentExpression, { type: typeText(type) });
    return null;
  }
  if (type.kind === 'typedarray' || type.kind === 'array') {
    if (!isNumeric(index.type))
      context.report(E.wrongType, node.argumentExpression, {
        from: typeText(index.type),
        to: 'number',
      });
    else {
      const kind = type.kind === 'array' ? 'array-item' : 'element';
      return { kind, array, index: toIndex(index) };
    }
  } else if (type.kind === 'nullable')
    context.report(E.nullableOperand, node, { type: typeText(type) });
  else context.report(E.elementType, node, { type: typeText(type) });
  return null;
}

/** isize where the index is an integer by its type or form; else f64, which is checked when it is used. */
export function toIndex(index: Expression): Expression {
  const integral = index.type.kind === 'int' || fitsByForm(index, INT_TYPES.isize);
  return convertNumber(index, integral ? INT_TYPES.isize : F64, index.span);
}
