// Arguments that are declared with `rffi.nonnull`, `out`, `inout`, `borrowed` or `buffer`.
import { CArray } from '../../../runtime/rffi/c-types.ts';
import type {
  Annotation,
  LowLevelType,
  MachineType,
  Primitive,
} from '../../../runtime/lltype/types.ts';
import { maximum } from '../../graph/ops/values.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { INT_TYPES, pointerTo, VOID, type ElementName } from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, isize, letIn, readLocal, readPlace, sequence } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { argument, pointerArgument, type ArgumentPlace } from './c-arguments.ts';
import {
  isNullPointer,
  isText,
  libraryCheck,
  passed,
  textArgument,
  type Made,
  type Passed,
} from './passed.ts';
import { scopedAllocation } from './scoped-memory.ts';
import { CHARS } from './string-calls.ts';
import { valueType } from './value-type.ts';

export function annotatedArgument(annotation: Annotation, place: ArgumentPlace): Passed {
  const { type, value } = annotation;
  if (value) return throughMemory(annotation.role, value, place);
  if (annotation.role === 'nonnull') return nonnullArgument(argument(type, place), place);
  return lent(type, annotation.role === 'buffer', place);
}

function nonnullArgument(argument: Passed, place: ArgumentPlace): Passed {
  const { given, made } = argument;
  if (!given || made || given.type.kind !== 'ptr') return argument;
  const check = (pointer: Expression): Expression =>
    libraryCheck('requirePointer', [isNullPointer(pointer, pointer.span)], place, pointer.span);
  return { given, made: { type: given.type, check, value: (pointer) => pointer ?? given } };
}

/** `out` and `inout`: one value in memory that C writes to. */
function throughMemory(role: string, type: LowLevelType, place: ArgumentPlace): Passed {
  const { context, node } = place;
  const held = valueType(type);
  const given = role === 'inout' ? context.value(node, held) : null;
  if (given?.type === ERROR_TYPE) return passed(given);
  const span = context.span(node);
  const container = CArray(type);
  const item = (pointer: Expression) =>
    ({ kind: 'item', pointer, index: isize(0, span), itemType: type }) as const;
  const { memory, dispose } = scopedAllocation(
    {
      kind: 'raw-malloc',
      container,
      count: isize(1, span),
      zero: true,
      stack: false,
      type: pointerTo(container),
      span,
    },
    context,
  );
  const value = (start: Expression | null): Expression => {
    if (!start) return memory;
    const local = context.temporary('place', memory.type);
    const made = readLocal(local, span);
    return letIn(
      [{ local, value: memory }],
      sequence([assign(item(made), start, span)], made, span),
      span,
    );
  };
  const result = (made: Expression): Expression => readPlace(item(made), held, span);
  return { given, made: { type: memory.type, value, result, dispose } };
}

const MACHINES: { readonly [E in ElementName]: MachineType } = {
  i8: 'i8',
  u8: 'u8',
  u8c: 'u8',
  i16: 'i16',
  u16: 'u16',
  i32: 'i32',
  u32: 'u32',
  f32: 'f32',
  f64: 'f64',
  i64: 'i64',
  u64: 'u64',
};

/** Bytes of either signedness are bytes; behind `void *` may lie anything. */
function takesItems(type: LowLevelType, element: ElementName): boolean {
  if (type.kind !== 'ptr') return false;
  if (type.to.kind === 'opaque') return type.to.name === 'void';
  const item = type.to.kind === 'array' && type.to.length === null ? type.to.item : null;
  if (item?.kind !== 'primitive') return false;
  const isByte = (machine: MachineType): boolean => machine === 'i8' || machine === 'u8';
  const machine = MACHINES[element];
  return item.machine === machine || (isByte(item.machine) && isByte(machine));
}

/** What C uses during the call: an array's own memory, a copy of a string, or a pointer. */
function lent(type: LowLevelType, isBuffer: boolean, place: ArgumentPlace): Passed {
  const { node, index, name, context } = place;
  const given = context.expression(node);
  if (type.kind !== 'ptr' || given.type === ERROR_TYPE) return passed(given);
  if (given.type.kind === 'typedarray' && takesItems(type, given.type.element))
    return { given, made: arrayMemory(type, given.span) };
  if (!isBuffer && type.to === CHARS && isText(given.type)) return textArgument(given, place);
  if (!isBuffer) return passed(pointerArgument(given, type.to, place));
  const report = { function: name, parameter: index + 1, type: typeText(pointerTo(type.to)) };
  return passed(context.fail(E.bufferArgument, node, { ...report, got: typeText(given.type) }));
}

const arrayMemory = (type: Extract<LowLevelType, { kind: 'ptr' }>, span: Span): Made => ({
  type: pointerTo(type.to),
  value: (array) => builtin('typedarray.data', array ? [array] : [], pointerTo(type.to), span),
  dispose: (made) => builtin('rffi.end-buffer', [readLocal(made, span)], VOID, span),
});

/** The number of items of what was given for argument `of`, or of bytes behind a `void *`. */
export function lengthArgument(
  type: Primitive,
  array: Expression,
  of: ArgumentPlace,
  isBytes: boolean,
): { readonly check: Expression | null; readonly value: Expression } {
  const { span } = array;
  const items = builtin('typedarray.length', [array], INT_TYPES.isize, span);
  const size = array.type.kind === 'typedarray' && isBytes ? array.type.elementBytes : 1;
  const length: Expression =
    size === 1
      ? items
      : {
          kind: 'binary',
          operator: '*',
          left: items,
          right: isize(size, span),
          type: INT_TYPES.isize,
          span,
        };
  const target = valueType(type);
  const value = convertNumber(length, target, span);
  const fits = target.kind !== 'int' || target.bits === 64;
  const check = fits
    ? null
    : libraryCheck('requireLength', [length, isize(maximum(target), span)], of, span);
  return { check, value };
}
