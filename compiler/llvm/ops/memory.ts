// Raw memory, module-level variables and buffers → calls of the prelude, which knows alias classes and Node-API.
import type llvm from 'llvm-bindings';
import { RAISED } from '../../builtins/errors.ts';
import type { Op } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { StoredType } from '../../graph/ops.ts';
import { globalOffset } from '../environment.ts';
import type { RtsType } from '../../program/types.ts';
import { simple, type Emitter, type EmittersOf, type OpContext } from './emitter.ts';
import { operand, resultType } from './operands.ts';

/** The prelude's accessor suffix for a type of memory. */
const ACCESSOR: { readonly [S in StoredType]: string } = {
  i8: 'i8',
  u8: 'i8',
  u8c: 'i8',
  bool: 'i8',
  i16: 'i16',
  u16: 'i16',
  i32: 'i32',
  u32: 'i32',
  i64: 'i64',
  u64: 'i64',
  isize: 'i64',
  usize: 'i64',
  f32: 'f32',
  f64: 'f64',
  f80: 'f80',
  address: 'address',
};

function stored(op: Op): StoredType {
  const { stored: type } = op.attributes;
  if (!type) throw new InternalError(`${op.name} without its attribute`);
  return type;
}

/** Booleans lie in memory as bytes. */
export function fromMemory(
  { writer }: OpContext,
  value: llvm.Value,
  isBoolean: boolean,
): llvm.Value {
  return isBoolean ? writer.builder.CreateICmpNE(value, writer.constants.int(8, 0)) : value;
}
export function toMemory({ writer }: OpContext, value: llvm.Value, isBoolean: boolean): llvm.Value {
  return isBoolean ? writer.builder.CreateZExt(value, writer.types.i8) : value;
}

const rawLoad: Emitter = simple((_builder, base, offset, op, context) => {
  const type = stored(op);
  return fromMemory(
    context,
    context.writer.call(`mm.load.${ACCESSOR[type]}`, [base, offset]),
    type === 'bool',
  );
});

const rawStore: Emitter = (op, context) => {
  const type = stored(op);
  const [base, offset, value] = operands(op, context);
  const bytes = toMemory(context, value as llvm.Value, type === 'bool');
  context.writer.call(`mm.store.${ACCESSOR[type]}`, [
    base as llvm.Value,
    offset as llvm.Value,
    bytes,
  ]);
  return [];
};

const operands = (op: Op, context: OpContext): llvm.Value[] =>
  op.args.map((arg) => context.value(arg));

// ---- module-level variables ----

/** The prelude's accessor suffix for a low type, and whether it needs converting. */
export function accessorOf(type: RtsType): string {
  if (type.kind === 'int') return `i${type.bits}`;
  if (type.kind === 'float') return type.name;
  return type.kind === 'boolean' ? 'i8' : 'address';
}

const offset = ({ attributes: { global = '', part = 0 } }: Op, context: OpContext): llvm.Value =>
  globalOffset(global, part, context.layout, context.writer);

const globalLoad: Emitter = (op, context) => {
  const type = resultType(op);
  const value = context.writer.call(`mm.global.load.${accessorOf(type)}`, [
    context.env,
    offset(op, context),
  ]);
  return [fromMemory(context, value, type.kind === 'boolean')];
};

const globalStore: Emitter = (op, context) => {
  const { type } = operand(op, 0);
  const value = toMemory(context, context.value(operand(op, 0)), type.kind === 'boolean');
  context.writer.call(`mm.global.store.${accessorOf(type)}`, [
    context.env,
    offset(op, context),
    value,
  ]);
  return [];
};

// ---- calls of the prelude ----

/** The operands as they are. */
const plain =
  (name: string): Emitter =>
  (op, context) => {
    const result = context.writer.call(name, operands(op, context));
    return op.results.length === 0 ? [] : [result];
  };

const withEnvironment =
  (name: string): Emitter =>
  (op, context) => [context.writer.call(name, [context.env, ...operands(op, context)])];

/** Takes the environment and the site of the error that it raises. */
const raising =
  (name: string, error: keyof typeof RAISED): Emitter =>
  (op, context) => {
    const site = context.site(RAISED[error], op);
    return [
      context.callRaising(context.writer.function(name), [
        context.env,
        site,
        ...operands(op, context),
      ]),
    ];
  };

/** The parts of a structure. */
const split =
  (emit: Emitter): Emitter =>
  (op, context) => {
    const [whole] = emit(op, context);
    if (!whole) throw new InternalError(`${op.name} has no result`);
    return op.results.map((_, index) => context.writer.builder.CreateExtractValue(whole, [index]));
  };

/** The place is there from the function's beginning. */
const stackMemory: Emitter = (op, context) => {
  const [result] = op.results;
  if (!result) throw new InternalError('adr_stack without a result');
  const place = context.value(result);
  const { constants } = context.writer;
  const zeroed = operand(op, 1);
  if (zeroed.kind !== 'constant' || zeroed.value === true)
    context.writer.call('mm.fill', [place, constants.int(8, 0), context.value(operand(op, 0))]);
  return [place];
};

const stringAddress: Emitter = (op, { writer }) => {
  const text = operand(op, 0);
  if (text.kind !== 'constant' || typeof text.value !== 'string') {
    throw new InternalError('string_address of a value that is not constant');
  }
  return [text.value === '' ? writer.constants.null : writer.constants.units(text.value)];
};

export const MEMORY: EmittersOf<
  | 'raw_load'
  | 'raw_store'
  | 'adr_add'
  | 'adr_sub'
  | 'adr_eq'
  | 'adr_to_int'
  | 'int_to_adr'
  | 'adr_malloc'
  | 'adr_free'
  | 'adr_stack'
  | 'adr_end_stack'
  | 'saved_errno'
  | 'save_errno'
  | 'raw_memcopy'
  | 'raw_memmove'
  | 'raw_memset'
  | 'raw_memequal'
  | 'string_address'
  | 'buffer_new'
  | 'buffer_data'
  | 'buffer_box'
  | 'buffer_open'
  | 'global_load'
  | 'global_store'
  | 'buffer_retain'
  | 'buffer_handle'
> = {
  raw_load: rawLoad,
  raw_store: rawStore,
  adr_add: simple((builder, base, offset, _op, { writer }) =>
    builder.CreateGEP(writer.types.i8, base, offset),
  ),
  adr_sub: simple((builder, a, b, _op, { writer }) => {
    const [from, to] = [
      builder.CreatePtrToInt(b, writer.types.i64),
      builder.CreatePtrToInt(a, writer.types.i64),
    ];
    return builder.CreateSub(to, from);
  }),
  adr_eq: simple((builder, a, b) => builder.CreateICmpEQ(a, b)),
  adr_to_int: simple((builder, a, _b, op, { writer }) => {
    const [result] = op.results;
    return builder.CreatePtrToInt(a, result ? writer.types.of(result.type) : writer.types.i64);
  }),
  int_to_adr: simple((builder, a, _b, op, { writer }) => {
    const { type } = operand(op, 0);
    const wide = builder.CreateIntCast(a, writer.types.i64, type.kind === 'int' && type.signed);
    return builder.CreateIntToPtr(wide, writer.types.address);
  }),
  adr_malloc: raising('mm.malloc', 'outOfMemory'),
  adr_free: plain('free'),
  adr_stack: stackMemory,
  adr_end_stack: () => [],
  saved_errno: withEnvironment('mm.errno.saved'),
  save_errno: (op, context) => {
    context.writer.call('mm.errno.keep', [context.env, ...operands(op, context)]);
    return [];
  },
  raw_memcopy: plain('mm.copy'),
  raw_memmove: plain('mm.move'),
  raw_memset: plain('mm.fill'),
  raw_memequal: plain('mm.same_bytes'),
  string_address: stringAddress,
  buffer_new: split(raising('mm.buffer_new', 'bufferLength')),
  buffer_data: split(withEnvironment('mm.buffer_data')),
  buffer_box: split((op, context) => [
    context.callRaising(context.writer.function('mm.buffer_box'), [
      context.env,
      ...operands(op, context),
    ]),
  ]),
  buffer_open: split(withEnvironment('mm.buffer_open')),
  global_load: globalLoad,
  global_store: globalStore,
  buffer_retain: withEnvironment('mm.buffer_retain'),
  buffer_handle: withEnvironment('mm.buffer_handle'),
};
