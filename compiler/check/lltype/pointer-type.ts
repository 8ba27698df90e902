// The RTS type of a TypeScript type that is a pointer, or a pointer or null.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { pointerTo, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { isPointerType, pointedContainer } from './low-level-types.ts';
import { isScoped } from './pointer-places.ts';

/** undefined for every other type. `Ptr<T> | null` is the pointer itself: it can be NULL anyway. */
export function pointerFromTs(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const { checker } = context;
  const pointer = type.isUnion() ? withoutNull(type, checker) : type;
  if (!pointer) return undefined;
  if (isScoped(pointer)) {
    context.report(E.scopedValue, node, { name: checker.typeToString(pointer) });
    return ERROR_TYPE;
  }
  if (!isPointerType(pointer, checker)) return undefined;
  const container = pointedContainer(pointer, context);
  if (container) return pointerTo(container);
  context.report(E.unknownContainer, node, { type: checker.typeToString(pointer) });
  return ERROR_TYPE;
}

function withoutNull(type: ts.UnionType, checker: ts.TypeChecker): ts.Type | undefined {
  if (type.types.some((part) => part.flags & tsc.TypeFlags.Undefined)) return undefined;
  const rest = checker.getNonNullableType(type);
  return rest.isUnion() ? undefined : rest;
}
