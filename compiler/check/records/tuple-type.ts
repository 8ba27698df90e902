// `[A, B]` → an object with the fields '0', '1'. `readonly` is TypeScript's to check: both forms are one type.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { tupleOf, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { literalType } from '../unions/union-type.ts';
import { isValueless } from '../is-valueless.ts';

/** undefined for what is no tuple. */
export function tupleType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const { checker } = context;
  if (!checker.isTupleType(type)) return undefined;
  const reference = type as ts.TupleTypeReference;
  const text = checker.typeToString(type);
  const { fixedLength, minLength, hasRestElement } = reference.target;
  const items = checker.getTypeArguments(reference);
  if (hasRestElement || fixedLength !== minLength || items.length === 0)
    return context.fail(E.tupleType, node, { type: text }).type;
  const elements = items.map(
    (item) => literalType(item, context) ?? context.typeFromTs(item, node),
  );
  if (elements.includes(ERROR_TYPE)) return ERROR_TYPE;
  if (elements.some(isValueless)) return context.fail(E.onlyAbsent, node, { type: text }).type;
  return tupleOf(elements);
}
