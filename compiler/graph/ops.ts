// The op table: each operation once, with operands, result, flags, folder and meaning. Builder, printer,
// parser, verifier, interpreter and the LLVM emitter are typed over `OpName`, so a new row is a list of compile errors.
import type { CFunction, Container } from '../../runtime/lltype/types.ts';
import type { RaisedName } from '../builtins/errors.ts';
import type { ElementName, ObjectType } from '../program/types.ts';
import { ERROR_OPS } from './ops/errors.ts';
import { FLOAT_OPS } from './ops/float.ts';
import { INTEGER_OPS } from './ops/integer.ts';
import { MEMORY_OPS } from './ops/memory.ts';
import { OBJECT_OPS } from './ops/objects.ts';
import { SOURCE_OPS } from './ops/source.ts';
import { STRING_OPS } from './ops/strings.ts';
import type { Level, OpRow } from './ops/op.ts';

const TABLE = {
  ...INTEGER_OPS,
  ...FLOAT_OPS,
  ...MEMORY_OPS,
  ...OBJECT_OPS,
  ...ERROR_OPS,
  ...STRING_OPS,
  ...SOURCE_OPS,
} as const;

export type OpName = keyof typeof TABLE;
type OpsOfLevel<L extends Level> = {
  [K in OpName]: (typeof TABLE)[K] extends OpRow<L> ? K : never;
}[OpName];
/** What `lower` must expand: the ops that never stand in a low graph. */
export type HighOpName = OpsOfLevel<'high'>;
export const OPS: { readonly [K in OpName]: OpRow } = TABLE;

/** How a scalar lies in memory, where that differs from its type in a variable (booleans, u8 clamped, C's bool …). */
export type StoredType = ElementName | 'bool' | 'isize' | 'usize' | 'address' | 'f80';

/** Immediate data of ops; which keys an op carries stands in its row. */
export interface OpAttributes {
  /** direct_call: the graph's name. */
  readonly callee?: string;
  readonly external?: CFunction;
  /** runtime_call: name of a runtime function. */
  readonly runtime?: string;
  /** Id of a GlobalVariable. */
  readonly global?: string;
  /** Index into the representation of the type of the global, field or item. */
  readonly part?: number;
  /** DataView accessors. */
  readonly element?: ElementName;
  readonly container?: Container;
  readonly zero?: boolean;
  /** raw_malloc: on the native stack. */
  readonly stack?: boolean;
  /** Of a structure, or of an object. */
  readonly field?: string;
  /** object_is. */
  readonly class?: ObjectType;
  /** method_call: the name of a method in the vtables of the unit's classes. */
  readonly method?: string;
  /** closure_get, closure_load; source_local. */
  readonly index?: number;
  /** check: the row of `RAISED` that it raises. */
  readonly error?: RaisedName;
  /** raw_load, raw_store. */
  readonly stored?: StoredType;
}

export const NO_ATTRIBUTES: OpAttributes = {};

/** Convenience for those that only have the types: does this op need to stay even if its results are unused? */
export const hasEffect = (name: OpName): boolean => {
  const row = OPS[name];
  return row.raises || row.allocates || !(row.pure || row.reads);
};
