// Why an op of a low graph takes time: its category of cost, for the report page. Each op stands here once, as in the op table.
import { RUNTIME_FUNCTIONS, type RuntimeName } from '../builtins/runtime-functions.ts';
import { isReference, type RtsType } from '../program/types.ts';
import type { Op } from './graph.ts';
import type { HighOpName, OpName } from './ops.ts';

interface CostRow {
  /** How the page names it. */
  readonly label: string;
  /** Relative cost: 0 for what a processor does in a cycle or so, 1 for a load or a test, 10 for a fast allocation. */
  readonly weight: number;
  /** What it means, and what would avoid it. */
  readonly meaning: string;
}

const row = (label: string, weight: number, meaning: string): CostRow => ({
  label,
  weight,
  meaning,
});

export const COSTS = {
  computation: row('computation', 0, 'arithmetic of the processor'),
  memory: row('memory', 1, 'a load or store'),
  check: row('check', 1, 'a test that may raise, or asks for the type of an object'),
  boundsCheck: row(
    'bounds check',
    1,
    'the index has not been proved to be in range; a loop up to `length` needs no such check',
  ),
  overflowCheck: row('overflow check', 1, 'of ovfcheck: no range has been proved'),
  exceptionPath: row('exception path', 1, 'an error is made, thrown or caught'),
  gcBarrier: row(
    'GC barrier',
    2,
    'a reference is stored into an object: the collector must know of old objects that refer to young ones',
  ),
  call: row('call', 3, 'a function of the program that was not inlined'),
  library: row('library', 5, 'a function of the runtime or of C’s library'),
  virtualCall: row('virtual call', 5, 'a method that several classes have; called by a table'),
  closureCall: row('closure call', 5, 'a function that is only known when it runs'),
  cCall: row('C call', 5, 'a function of C'),
  allocation: row('allocation', 10, 'a new object, array or closure, or memory of C'),
  boxedUnion: row('boxed union', 10, 'a number or boolean of a union becomes an object'),
  stringCopy: row('string copy', 10, 'a new string, whose code units are copied or joined'),
  boundary: row('boundary', 10, 'a value crosses to or from JavaScript'),
} as const satisfies Record<string, CostRow>;

export type CostCategory = keyof typeof COSTS;

const BOUNDS: ReadonlySet<string> = new Set([
  'indexOutOfRange',
  'notAnIndex',
  'arrayGrowth',
  'bufferOffset',
  'setOffset',
  'viewOffset',
]);

const checkCost = ({ attributes }: Op): CostCategory =>
  BOUNDS.has(attributes.error ?? '') ? 'boundsCheck' : 'check';

/** Those that give a string make one. */
const runtimeCost = ({ attributes, results }: Op): CostCategory => {
  const makes = results[0]?.type.kind === 'string';
  const { raises } = RUNTIME_FUNCTIONS[attributes.runtime as RuntimeName];
  return makes && raises !== null ? 'stringCopy' : 'library';
};

const objectCost = ({ results }: Op): CostCategory => {
  const type = results[0]?.type;
  return type?.kind === 'object' && type.form === 'box' ? 'boxedUnion' : 'allocation';
};

/** Of the last operand. */
const storeCost = ({ name, args }: Op): CostCategory => {
  const type: RtsType | undefined = args.at(-1)?.type;
  const isGlobal = name === 'global_store' || name === 'global_set';
  return type && isReference(type) && !isGlobal ? 'gcBarrier' : 'memory';
};

type Cost = CostCategory | ((op: Op) => CostCategory);

const OP_COSTS: { readonly [K in Exclude<OpName, HighOpName>]: Cost } = {
  int_add: 'computation',
  int_sub: 'computation',
  int_mul: 'computation',
  int_add_overflows: 'overflowCheck',
  int_sub_overflows: 'overflowCheck',
  int_mul_overflows: 'overflowCheck',
  int_mul_high: 'computation',
  int_div_nonzero: 'computation',
  int_rem_nonzero: 'computation',
  int_pow: 'library',
  int_and: 'computation',
  int_or: 'computation',
  int_xor: 'computation',
  int_shl: 'computation',
  int_shr: 'computation',
  int_ushr: 'computation',
  int_neg: 'computation',
  int_invert: 'computation',
  int_clz: 'computation',
  int_bswap: 'computation',
  int_eq: 'computation',
  int_ne: 'computation',
  int_lt: 'computation',
  int_le: 'computation',
  int_gt: 'computation',
  int_ge: 'computation',
  int_cast: 'computation',
  int_to_float: 'computation',
  float_to_int: 'computation',
  float_to_int_exact: 'computation',
  float_add: 'computation',
  float_sub: 'computation',
  float_mul: 'computation',
  float_div: 'computation',
  float_rem: 'library',
  float_neg: 'computation',
  float_abs: 'computation',
  float_floor: 'library',
  float_ceil: 'library',
  float_trunc: 'library',
  float_round: 'library',
  float_sign: 'computation',
  float_sqrt: 'computation',
  float_min: 'computation',
  float_max: 'computation',
  float_pow: 'library',
  float_atan2: 'library',
  float_sin: 'library',
  float_cos: 'library',
  float_tan: 'library',
  float_asin: 'library',
  float_acos: 'library',
  float_atan: 'library',
  float_sinh: 'library',
  float_cosh: 'library',
  float_tanh: 'library',
  float_asinh: 'library',
  float_acosh: 'library',
  float_atanh: 'library',
  float_exp: 'library',
  float_expm1: 'library',
  float_log: 'library',
  float_log1p: 'library',
  float_log2: 'library',
  float_log10: 'library',
  float_cbrt: 'library',
  float_cast: 'computation',
  float_to_bits: 'computation',
  bits_to_float: 'computation',
  float_eq: 'computation',
  float_ne: 'computation',
  float_lt: 'computation',
  float_le: 'computation',
  float_gt: 'computation',
  float_ge: 'computation',
  bool_not: 'computation',
  bool_eq: 'computation',
  bool_to_int: 'computation',
  select: 'computation',
  random: 'library',
  float_to_index: 'boundsCheck',
  check: checkCost,
  check_index: 'boundsCheck',
  check_nonzero: 'check',
  check_stack: 'check',
  global_get: 'memory',
  global_set: storeCost,
  global_load: 'memory',
  global_store: storeCost,
  buffer_retain: 'boundary',
  buffer_handle: 'memory',
  raw_load: 'memory',
  raw_store: 'memory',
  adr_add: 'computation',
  adr_sub: 'computation',
  adr_eq: 'computation',
  adr_to_int: 'computation',
  int_to_adr: 'computation',
  adr_malloc: 'allocation',
  adr_free: 'allocation',
  adr_stack: 'computation',
  adr_end_stack: 'computation',
  saved_errno: 'memory',
  save_errno: 'memory',
  raw_memcopy: 'library',
  raw_memmove: 'library',
  raw_memset: 'library',
  raw_memequal: 'library',
  string_address: 'memory',
  buffer_new: 'allocation',
  buffer_box: 'allocation',
  buffer_open: 'memory',
  buffer_data: 'memory',
  direct_call: 'call',
  callback_new: 'allocation',
  callback_free: 'allocation',
  c_call: 'cCall',
  host_call: 'boundary',
  host_hold: 'boundary',
  host_collect: 'boundary',
  runtime_call: runtimeCost,
  runtime_query: runtimeCost,
  reference_eq: 'computation',
  identity_hash: 'library',
  weak_new: 'allocation',
  weak_get: 'library',
  weak_toggle: 'library',
  reference_cast: 'computation',
  reference_is_null: 'computation',
  reference_is_undefined: 'computation',
  reference_is_present: 'computation',
  object_new: objectCost,
  object_is: 'check',
  object_is_exactly: 'check',
  reference_is_string: 'check',
  reference_is_array: 'check',
  field_load: 'memory',
  field_store: storeCost,
  method_call: 'virtualCall',
  array_new: 'allocation',
  array_len: 'memory',
  items_copy: 'library',
  array_set_len: 'library',
  array_extend: 'library',
  array_reserve: 'allocation',
  item_load: 'memory',
  item_store: storeCost,
  closure_new: 'allocation',
  closure_load: 'memory',
  closure_call: 'closureCall',
  pending_object: 'exceptionPath',
  pending_kind: 'exceptionPath',
  pending_message: 'exceptionPath',
  pending_site: 'exceptionPath',
  error_site: 'exceptionPath',
  host_error: 'exceptionPath',
  host_field: 'exceptionPath',
  host_no_field: 'exceptionPath',
  string_len: 'computation',
  string_unit: 'memory',
  string_eq: 'library',
  string_compare: 'library',
  string_from_unit: 'computation',
  source_statement: 'computation',
  source_local: 'computation',
};

/** `op`: of a low graph. */
export function costOf(op: Op): CostCategory {
  const cost = (OP_COSTS as { readonly [name: string]: Cost })[op.name] ?? 'computation';
  return typeof cost === 'function' ? cost(op) : cost;
}
