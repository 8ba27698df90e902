// Assignments as nodes: conversion to the place's type, and places that are read and assigned in one expression.
import type ts from 'typescript';
import { VOID } from '../program/types.ts';
import type { Binding, Expression } from '../program/nodes.ts';
import type { Span } from '../source/source-file.ts';
import { assign, letIn, once, readLocal, readPlace, sequence } from './build.ts';
import { callMethod } from './classes/call-method.ts';
import { ERROR_TYPE, type Context, type Target } from './context.ts';
import { isAbsent, wrap } from './nullable.ts';

/** Assigns `value`, converted. Its value is of the narrowest type: what TypeScript narrows the variable to. */
export function store(
  place: Target,
  value: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const type = context.placeType(place);
  const span = context.span(node);
  if (type.kind !== 'nullable' || value.type.kind === 'nullable' || isAbsent(value)) {
    const converted = context.convert(value, type, node);
    return converted.type === ERROR_TYPE ? converted : assignTo(place, converted, span, context);
  }
  const inner = context.convert(value, type.base, node);
  if (inner.type === ERROR_TYPE) return inner;
  return once('value', inner, context, (kept) =>
    sequence([assignTo(place, wrap(kept, type, span), span, context)], kept, span),
  );
}

/** A setter is called; the value of the whole is the assigned one (ECMA-262 13.15.2). */
function assignTo(place: Target, value: Expression, span: Span, context: Context): Expression {
  if (place.kind !== 'accessor') return assign(place, value, span);
  const { setter, object, isVirtual } = place;
  if (!setter) return value;
  return once('value', value, context, (kept) =>
    sequence([callMethod(setter, [object, kept], VOID, isVirtual, span)], kept, span),
  );
}

/** ERROR_TYPE where there is no getter: TypeScript reports it. */
export function readTarget(place: Target, node: ts.Node, context: Context): Expression {
  const span = context.span(node);
  if (place.kind !== 'accessor') return readPlace(place, context.placeType(place), span);
  const { getter, object, isVirtual } = place;
  if (!getter) return context.failed(node);
  return callMethod(getter, [object], getter.result(node), isVirtual, span);
}

/**
 * A place that may be evaluated twice: operands that do more than read a variable go to temporaries first.
 * Reads of variables stay: nothing stands between the two evaluations that could assign them.
 */
export function stablePlace(
  place: Target,
  context: Context,
): { place: Target; bindings: Binding[] } {
  const bindings: Binding[] = [];
  const keep = (name: string, value: Expression): Expression => {
    if (isSimple(value)) return value;
    const local = context.temporary(name, value.type);
    bindings.push({ local, value });
    return readLocal(local, value.span);
  };
  switch (place.kind) {
    case 'local':
    case 'global':
      return { place, bindings };
    case 'property':
    case 'accessor':
      return { place: { ...place, object: keep('object', place.object) }, bindings };
    case 'array-item':
    case 'element':
      return {
        place: { ...place, array: keep('array', place.array), index: keep('index', place.index) },
        bindings,
      };
    case 'field':
      return { place: { ...place, pointer: keep('pointer', place.pointer) }, bindings };
    case 'item':
      return {
        place: {
          ...place,
          pointer: keep('pointer', place.pointer),
          index: keep('index', place.index),
        },
        bindings,
      };
  }
}

const isSimple = (value: Expression): boolean =>
  value.kind === 'constant' ||
  (value.kind === 'convert' && isSimple(value.operand)) ||
  (value.kind === 'read' && (value.place.kind === 'local' || value.place.kind === 'global'));

/** Reads and assigns one place: `change` makes the new value from the old one, `body` the whole expression. */
export function update(
  node: ts.Expression,
  context: Context,
  body: (place: Target, old: Expression) => Expression,
): Expression {
  const target = context.place(node);
  if (!target) return context.failed(node);
  const { place, bindings } = stablePlace(target, context);
  const span = context.span(node);
  const result = body(place, readTarget(place, node, context));
  return result.type === ERROR_TYPE ? result : letIn(bindings, result, span);
}
