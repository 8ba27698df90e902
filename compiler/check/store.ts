// Assignments as nodes: conversion to the place's type, and places that are read and assigned in one expression.
import type ts from 'typescript';
import type { Binding, Expression, Place } from '../program/nodes.ts';
import { assign, letIn, once, readLocal, readPlace, sequence } from './build.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { isAbsent, wrap } from './nullable.ts';

/** Assigns `value`, converted. Its value is of the narrowest type: what TypeScript narrows the variable to. */
export function store(
  place: Place,
  value: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const type = context.placeType(place);
  const span = context.span(node);
  if (type.kind !== 'nullable' || value.type.kind === 'nullable' || isAbsent(value)) {
    const converted = context.convert(value, type, node);
    return converted.type === ERROR_TYPE ? converted : assign(place, converted, span);
  }
  const inner = context.convert(value, type.base, node);
  if (inner.type === ERROR_TYPE) return inner;
  return once('value', inner, context, (kept) =>
    sequence([assign(place, wrap(kept, type, span), span)], kept, span),
  );
}

/**
 * A place that may be evaluated twice: operands that do more than read a variable go to temporaries first.
 * Reads of variables stay: nothing stands between the two evaluations that could assign them.
 */
export function stablePlace(place: Place, context: Context): { place: Place; bindings: Binding[] } {
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
  body: (place: Place, old: Expression) => Expression,
): Expression {
  const target = context.place(node);
  if (!target) return context.failed(node);
  const { place, bindings } = stablePlace(target, context);
  const span = context.span(node);
  const result = body(place, readPlace(place, context.placeType(place), span));
  return result.type === ERROR_TYPE ? result : letIn(bindings, result, span);
}
