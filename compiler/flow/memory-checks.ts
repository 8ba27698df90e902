// Checked builds: before each use of raw memory, a call of the library that looks whether it may be (`runtime/library/memory.ts`).
// Other builds have no checks, and nothing here does anything for them.
import { constant, isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { ExpressionOf } from './handler.ts';
import type { MemoryCheckName, RawPlace } from '../program/nodes.ts';
import { BOOLEAN, INT_TYPES, STRING, VOID, type RtsType } from '../program/types.ts';
import { formatPosition, type Span } from '../source/source-file.ts';
import { describeType } from '../../runtime/lltype/constructors.ts';
import { allocationSize, fieldPlace, sizeOf, variablePart } from '../../runtime/lltype/layout.ts';
import type { Container } from '../../runtime/lltype/types.ts';
import type { FunctionFlow } from './function-flow.ts';

const { i32, isize, usize } = INT_TYPES;

/** What a use does: `writeOnce` to an immutable field. */
const MODES = { read: 0, write: 1, writeOnce: 2 } as const;
type Mode = keyof typeof MODES;

const text = (value: string): Value => constant(STRING, value);
const place = (span: Span): Value => text(formatPosition(span));

const addressOf = (flow: FunctionFlow, pointer: Value, span: Span): Value =>
  flow.value('cast_ptr_to_int', [pointer], usize, span);

function call(
  flow: FunctionFlow,
  name: MemoryCheckName,
  args: readonly Value[],
  type: RtsType,
  span: Span,
): Value {
  const { checks } = flow;
  if (!checks) throw new InternalError(`${name} without checks`);
  const { id: global, type: held } = checks.blocks;
  const blocks = flow.value('global_get', [], held, span, { global });
  return flow.call('direct_call', [blocks, ...args], type, span, {
    callee: checks.functions[name].id,
  });
}

// ---- fields and items ----

export function checkField(
  flow: FunctionFlow,
  pointer: Value,
  { pointer: { type }, field }: Extract<RawPlace, { readonly kind: 'field' }>,
  mode: Mode,
  span: Span,
): void {
  if (!flow.checks || type.kind !== 'ptr' || type.to.kind !== 'struct') return;
  const struct = type.to;
  const at = fieldPlace(struct, field);
  // Of a bit-field only the bytes that it lies in: others of its unit may be unwritten.
  const first = at.bits ? Math.floor(at.bits.shift / 8) : 0;
  const bytes = at.bits
    ? Math.floor((at.bits.shift + at.bits.width - 1) / 8) - first + 1
    : sizeOf(at.type);
  const isOnce = mode === 'write' && struct.immutable.includes(field);
  const offset = isizeConstant(at.offset + first);
  const label = `${struct.name}.${field}`;
  use(flow, pointer, offset, bytes, isOnce ? 'writeOnce' : mode, label, span);
}

export function checkItem(
  flow: FunctionFlow,
  pointer: Value,
  index: Value,
  { pointer: { type }, itemType }: Extract<RawPlace, { readonly kind: 'item' }>,
  mode: Mode,
  span: Span,
): void {
  if (!flow.checks || type.kind !== 'ptr') return;
  const part = type.to.kind === 'array' ? variablePart(type.to) : null;
  const size = sizeOf(itemType);
  const scaled = flow.value('int_mul', [index, isizeConstant(size)], isize, span);
  const first = isizeConstant(part?.itemsOffset ?? 0);
  const offset = flow.value('int_add', [scaled, first], isize, span);
  use(flow, pointer, offset, size, mode, describeType(type.to), span);
}

function use(
  flow: FunctionFlow,
  pointer: Value,
  offset: Value,
  bytes: number,
  mode: Mode,
  label: string,
  span: Span,
): void {
  const address = addressOf(flow, pointer, span);
  const args = [address, offset, isizeConstant(bytes), constant(i32, MODES[mode]), text(label)];
  call(flow, 'access', args, VOID, span);
}

// ---- blocks ----

/** The pointer to a new block; undefined in other builds. */
export function checkedAllocation(
  flow: FunctionFlow,
  { container, zero, type, span }: ExpressionOf<'raw-malloc'>,
  count: Value,
): Value | undefined {
  if (!flow.checks) return undefined;
  const part = variablePart(container);
  const args = [
    part ? count : isizeConstant(0),
    isizeConstant(part?.itemsOffset ?? 0),
    isizeConstant(part?.itemSize ?? 0),
    isizeConstant(part?.lengthOffset ?? -1),
    isizeConstant(Math.max(1, allocationSize(container, 0))),
    constant(BOOLEAN, zero),
    text(describeType(container)),
    place(span),
  ];
  const address = call(flow, 'allocate', args, usize, span);
  return flow.value('cast_int_to_ptr', [address], type, span);
}

/** A pointer to another type: what it points to must be large enough. */
export function checkCast(flow: FunctionFlow, pointer: Value, type: RtsType, span: Span): void {
  if (!flow.checks || type.kind !== 'ptr' || !hasSize(type.to)) return;
  const args = [
    addressOf(flow, pointer, span),
    isizeConstant(sizeOf(type.to)),
    text(describeType(type.to)),
  ];
  call(flow, 'castTo', args, VOID, span);
}

const hasSize = (type: Container): boolean =>
  (type.kind === 'struct' && !variablePart(type)) || type.kind === 'fixed-array';

// ---- calls ----

type Builtin = ExpressionOf<'builtin'>;
type Check = (flow: FunctionFlow, args: readonly Value[], expression: Builtin) => void;

const pointerCheck =
  (name: MemoryCheckName): Check =>
  (flow, [pointer], { span }) => {
    if (pointer) call(flow, name, [addressOf(flow, pointer, span)], VOID, span);
  };

const release: Check = (flow, [pointer], { span }) => {
  if (pointer) call(flow, 'release', [addressOf(flow, pointer, span), place(span)], VOID, span);
};

/** Builtins that are replaced by their check. */
const REPLACED: ReadonlyMap<string, Check> = new Map([
  ['lltype.free', release],
  ['lltype.end-stack', release],
  ['lltype.render_immortal', pointerCheck('immortal')],
  ['rffi.end-buffer', pointerCheck('conceal')],
]);

/** C would take a negative number for a very large one. */
function requireSize(flow: FunctionFlow, size: Value, problem: string, span: Span): void {
  call(flow, 'requireSize', [size, text(problem)], VOID, span);
}

const BEFORE: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['rffi.charp2str', pointerCheck('accessString')],
  [
    'rffi.charpsize2str',
    (flow, [pointer, size], { span }) => {
      if (!pointer || !size) return;
      requireSize(flow, size, 'the size of a string must not be negative', span);
      const args = [addressOf(flow, pointer, span), isizeConstant(0), size];
      call(flow, 'access', [...args, constant(i32, MODES.read), text('a string')], VOID, span);
    },
  ],
  [
    'rffi.c_memcpy',
    (flow, [to, from, size], { span }) => {
      if (!to || !from || !size) return;
      requireSize(flow, size, 'rffi.c_memcpy: argument 3 must be a number of bytes', span);
      const args = [addressOf(flow, to, span), addressOf(flow, from, span), size];
      call(flow, 'copied', args, VOID, span);
    },
  ],
  [
    'rffi.c_memset',
    (flow, [to, _byte, size], { span }) => {
      if (!to || !size) return;
      requireSize(flow, size, 'rffi.c_memset: argument 3 must be a number of bytes', span);
      const args = [addressOf(flow, to, span), isizeConstant(0), size];
      call(flow, 'access', [...args, constant(i32, MODES.write), text('memory')], VOID, span);
    },
  ],
]);

/** True where the check stands for the builtin. */
export function checkBuiltin(
  flow: FunctionFlow,
  args: readonly Value[],
  expression: Builtin,
): boolean {
  if (!flow.checks) return false;
  const replaced = REPLACED.get(expression.builtin);
  (replaced ?? BEFORE.get(expression.builtin))?.(flow, args, expression);
  return replaced !== undefined;
}

/** New memory that the builtin gave. */
export function noteBuiltin(
  flow: FunctionFlow,
  args: readonly Value[],
  result: Value,
  { builtin, span }: Builtin,
): void {
  if (!flow.checks) return;
  if (builtin === 'rffi.str2charp')
    call(flow, 'adopt', [addressOf(flow, result, span), text('char*'), place(span)], VOID, span);
  const [array] = args;
  if (builtin === 'rffi.bounded') noteBounds(flow, args, result, span);
  if (builtin !== 'typedarray.data' || array?.type.kind !== 'typedarray') return;
  const length = flow.value('typedarray_len', [array], isize, span);
  const size = isizeConstant(array.type.elementBytes);
  const bytes = flow.value('int_mul', [length, size], isize, span);
  const name = text(array.type.name);
  call(flow, 'show', [addressOf(flow, result, span), bytes, name, place(span)], VOID, span);
}

function noteBounds(
  flow: FunctionFlow,
  [, count]: readonly Value[],
  pointer: Value,
  span: Span,
): void {
  if (!count || pointer.type.kind !== 'ptr') return;
  requireSize(flow, count, 'rffi.scoped_bounded: argument 2 must not be negative', span);
  const { to } = pointer.type;
  const itemSize = isizeConstant(sizeOf(to.kind === 'array' ? to.item : to));
  const bytes = flow.value('int_mul', [count, itemSize], isize, span);
  const name = text(describeType(to));
  call(flow, 'show', [addressOf(flow, pointer, span), bytes, name, place(span)], VOID, span);
}

/** A function pointer that is called: NULL is found, and memory that is freed. */
export function checkCalled(flow: FunctionFlow, pointer: Value, span: Span): void {
  if (flow.checks) use(flow, pointer, isizeConstant(0), 1, 'read', 'a function pointer', span);
}

/** What a C function gets. */
export function checkPassed(
  flow: FunctionFlow,
  args: readonly Value[],
  { callee, span }: ExpressionOf<'c-call'>,
): void {
  if (!flow.checks) return;
  args.forEach((value, index) => {
    if (value.type.kind !== 'ptr' || value.type.to.kind === 'func') return;
    const what = text(`argument ${index + 1} of ${callee.name || 'a function pointer'}`);
    call(flow, 'passed', [addressOf(flow, value, span), what], VOID, span);
  });
}

/** When it has returned. */
export function checkReturned(flow: FunctionFlow, args: readonly Value[], span: Span): void {
  if (!flow.checks) return;
  for (const value of args)
    if (value.type.kind === 'ptr' && value.type.to.kind !== 'func')
      call(flow, 'returned', [addressOf(flow, value, span)], VOID, span);
}
