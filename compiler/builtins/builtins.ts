// What programs may use without importing RTypeScript: members of Math, strings, typed arrays, buffers, and the
// functions of `lltype` and `rffi` that compile to a fixed piece of code. Data: `check` types calls by it,
// `flow` emits what `emit` says, `untranslated` prints the name.
import type { OpName } from '../graph/ops.ts';
import { END, row, type BuiltinRow, type BuiltinType } from './row.ts';
import { STRING_BUILTINS } from './string-builtins.ts';

export type { BuiltinRow, BuiltinType } from './row.ts';

const math1 = (op: OpName, documentation: string): BuiltinRow =>
  row(['f64'], 'f64', { op }, documentation);
const math2 = (op: OpName, documentation: string): BuiltinRow =>
  row(['f64', 'f64'], 'f64', { op }, documentation);
/** As a length: all that is left of the buffer. `check` gives a written length of this value the next one. */
export const REST = -(2n ** 63n);

const TABLE = {
  ...STRING_BUILTINS,
  'Math.abs': math1('float_abs', 'ECMA-262 21.3.2.1'),
  'Math.floor': math1('float_floor', 'ECMA-262 21.3.2.16'),
  'Math.ceil': math1('float_ceil', 'ECMA-262 21.3.2.10'),
  'Math.trunc': math1('float_trunc', 'ECMA-262 21.3.2.35'),
  'Math.round': math1('float_round', 'ECMA-262 21.3.2.28'),
  'Math.sign': math1('float_sign', 'ECMA-262 21.3.2.29'),
  'Math.sqrt': math1('float_sqrt', 'ECMA-262 21.3.2.32'),
  'Math.sin': math1('float_sin', 'ECMA-262 21.3.2.30'),
  'Math.cos': math1('float_cos', 'ECMA-262 21.3.2.12'),
  'Math.tan': math1('float_tan', 'ECMA-262 21.3.2.33'),
  'Math.asin': math1('float_asin', 'ECMA-262 21.3.2.4'),
  'Math.acos': math1('float_acos', 'ECMA-262 21.3.2.2'),
  'Math.atan': math1('float_atan', 'ECMA-262 21.3.2.6'),
  'Math.sinh': math1('float_sinh', 'ECMA-262 21.3.2.31'),
  'Math.cosh': math1('float_cosh', 'ECMA-262 21.3.2.13'),
  'Math.tanh': math1('float_tanh', 'ECMA-262 21.3.2.34'),
  'Math.asinh': math1('float_asinh', 'ECMA-262 21.3.2.5'),
  'Math.acosh': math1('float_acosh', 'ECMA-262 21.3.2.3'),
  'Math.atanh': math1('float_atanh', 'ECMA-262 21.3.2.7'),
  'Math.exp': math1('float_exp', 'ECMA-262 21.3.2.14'),
  'Math.expm1': math1('float_expm1', 'ECMA-262 21.3.2.15'),
  'Math.log': math1('float_log', 'ECMA-262 21.3.2.20'),
  'Math.log1p': math1('float_log1p', 'ECMA-262 21.3.2.21'),
  'Math.log2': math1('float_log2', 'ECMA-262 21.3.2.23'),
  'Math.log10': math1('float_log10', 'ECMA-262 21.3.2.22'),
  'Math.cbrt': math1('float_cbrt', 'ECMA-262 21.3.2.9'),
  'Math.pow': math2('float_pow', 'ECMA-262 21.3.2.26'),
  'Math.atan2': math2('float_atan2', 'ECMA-262 21.3.2.8'),
  'Math.random': row([], 'f64', { op: 'random' }, 'ECMA-262 21.3.2.27'),
  // Math.min, max (any number of arguments), imul, clz32 and fround are desugared by check to these and to conversions, hypot to arithmetic.
  'Math.min': math2('float_min', 'ECMA-262 21.3.2.25'),
  'Math.max': math2('float_max', 'ECMA-262 21.3.2.24'),
  'Math.imul': row(
    ['i32', 'i32'],
    'i32',
    { op: 'int_mul' },
    'ECMA-262 21.3.2.19, on operands that check has converted',
  ),
  'Math.clz32': row(
    ['u32'],
    'u32',
    { op: 'int_clz' },
    'ECMA-262 21.3.2.11, on an operand that check has converted',
  ),

  'typedarray.new': row(
    ['isize'],
    'self',
    { op: 'typedarray_new' },
    'ECMA-262 23.2.5.1: `new Uint8Array(length)`',
  ),
  'typedarray.on-buffer': row(
    ['arraybuffer', 'isize', 'isize'],
    'self',
    { op: 'typedarray_from_buffer' },
    'ECMA-262 23.2.5.1.3: `new Uint8Array(buffer, byteOffset, length)`',
    [0, Number(REST)],
  ),
  'typedarray.length': row(['typedarray'], 'isize', { op: 'typedarray_len' }, 'ECMA-262 23.2.3.21'),
  'typedarray.data': row(
    ['typedarray'],
    'voidp',
    { op: 'typedarray_data' },
    'rffi.scoped_nonmovingbuffer: a pointer to element 0',
  ),
  'typedarray.buffer': row(
    ['typedarray'],
    'arraybuffer',
    { op: 'typedarray_buffer' },
    'ECMA-262 23.2.3.2',
  ),
  'typedarray.byteOffset': row(
    ['typedarray'],
    'isize',
    { op: 'typedarray_byte_offset' },
    'ECMA-262 23.2.3.4',
  ),
  'typedarray.subarray': row(
    ['typedarray', 'isize', 'isize'],
    'self',
    { op: 'typedarray_subarray' },
    'ECMA-262 23.2.3.30',
    [0, END],
  ),
  'typedarray.slice': row(
    ['typedarray', 'isize', 'isize'],
    'self',
    { op: 'typedarray_slice' },
    'ECMA-262 23.2.3.27',
    [0, END],
  ),
  'typedarray.fill': row(
    ['typedarray', 'element', 'isize', 'isize'],
    'void',
    { op: 'typedarray_fill' },
    'ECMA-262 23.2.3.9, without its result',
    [0, END],
  ),
  'typedarray.copyWithin': row(
    ['typedarray', 'isize', 'isize', 'isize'],
    'void',
    { op: 'typedarray_copy_within' },
    'ECMA-262 23.2.3.6, without its result',
    [0, END],
  ),
  'typedarray.set': row(
    ['typedarray', 'self', 'isize'],
    'void',
    { op: 'typedarray_set_array' },
    'ECMA-262 23.2.3.26 of a typed array of the same type',
    [0],
  ),
  'arraybuffer.new': row(['isize'], 'arraybuffer', { op: 'arraybuffer_new' }, 'ECMA-262 25.1.4.1'),
  'arraybuffer.byteLength': row(
    ['arraybuffer'],
    'isize',
    { op: 'arraybuffer_len' },
    'ECMA-262 25.1.6.1',
  ),
  'arraybuffer.slice': row(
    ['arraybuffer', 'isize', 'isize'],
    'arraybuffer',
    { op: 'arraybuffer_slice' },
    'ECMA-262 25.1.6.7',
    [0, END],
  ),
  'dataview.new': row(
    ['arraybuffer', 'isize', 'isize'],
    'dataview',
    { op: 'dataview_new' },
    'ECMA-262 25.3.2.1',
    [0, Number(REST)],
  ),
  'dataview.byteLength': row(['dataview'], 'isize', { op: 'dataview_len' }, 'ECMA-262 25.3.4.2'),

  'host.call': row(
    [],
    'void',
    { op: 'host_call' },
    'for closures that stand for functions of JavaScript: which one lies in the words',
  ),
  'host.hold': row(
    ['object', 'isize'],
    'void',
    { op: 'host_hold' },
    'for the library: objects that stand for live values of JavaScript, by place',
  ),
  'host.collect': row(
    ['boolean'],
    'void',
    { op: 'host_collect' },
    'for the glue, which keeps what objects of the program may stand for',
  ),
  'object.identityHash': row(
    ['object'],
    'i32',
    { op: 'identity_hash' },
    'for the library: what the hash table of Map and Set is keyed by',
  ),
  'weakref.new': row(
    ['object'],
    'self',
    { op: 'weak_new' },
    'ECMA-262 26.1.1.1: `new WeakRef(object)`',
  ),
  'weakref.deref': row(['object'], 'self', { op: 'weak_get' }, 'ECMA-262 26.1.3.2'),
  'weakref.toggle': row(
    ['object'],
    'boolean',
    { op: 'weak_toggle' },
    'for objects that JavaScript has too: the reference keeps its target, and says whether nothing else does',
  ),
  // Methods whose results JavaScript programs see otherwise (`pop` of an empty array, `fill`) are desugared by check to these.
  'array.length': row(['array'], 'isize', { op: 'array_len' }, 'ECMA-262 23.1.4.1'),
  'array.truncate': row(
    ['array', 'isize'],
    'void',
    { op: 'array_truncate' },
    'assignment of a length (ECMA-262 10.4.2.4) that is no longer',
  ),
  'array.push': row(['array', 'item'], 'isize', { op: 'array_push' }, 'ECMA-262 23.1.3.23'),
  'array.pop': row(
    ['array'],
    'item',
    { op: 'array_pop' },
    'ECMA-262 23.1.3.22 of an array that has items',
  ),
  'array.filled': row(
    ['isize', 'item'],
    'array',
    { op: 'array_filled' },
    'ECMA-262 23.1.1.1 and 23.1.3.7: new Array(n).fill(value)',
  ),
  'array.append': row(
    ['array', 'self'],
    'void',
    { op: 'array_append' },
    'ECMA-262 13.2.4.1: the items of a spread array',
  ),
  'array.slice': row(
    ['array', 'isize', 'isize'],
    'self',
    { op: 'array_slice' },
    'ECMA-262 23.1.3.28',
    [0, END],
  ),
  'array.fill': row(
    ['array', 'item', 'isize', 'isize'],
    'void',
    { op: 'array_fill' },
    'ECMA-262 23.1.3.7, without its result',
    [0, END],
  ),
  'array.copyWithin': row(
    ['array', 'isize', 'isize', 'isize'],
    'void',
    { op: 'array_copy_within' },
    'ECMA-262 23.1.3.4, without its result',
    [0, END],
  ),

  'number.to-index': row(
    ['f64'],
    'isize',
    { op: 'float_to_index' },
    'an integral number as index; RangeError for any other',
  ),
  'console.write': row(
    ['isize', 'string'],
    'void',
    { runtime: 'console_write' },
    'a line to stdout (1) or stderr (2)',
  ),
  'Date.now': row([], 'f64', { runtime: 'clock_wall' }, 'ECMA-262 21.4.3.1'),
  'performance.now': row([], 'f64', { runtime: 'clock_steady' }, 'High Resolution Time 3'),
  'offthread.aborted': row(
    [],
    'boolean',
    { runtime: 'offthread_aborted' },
    'aborted(): the call that runs on this thread shall end',
  ),
  'offthread.progress': row(
    ['f64'],
    'void',
    { runtime: 'offthread_progress' },
    'progress(value) of the call that runs on this thread',
  ),
  'lltype.free': row(['voidp'], 'void', { op: 'raw_free' }, 'lltype.free(p, {flavor: raw})'),
  'rffi.end-buffer': row(
    ['voidp'],
    'void',
    { op: 'raw_end_buffer' },
    'the end of rffi.scoped_nonmovingbuffer',
  ),
  'rffi.bounded': row(
    ['voidp', 'isize'],
    'voidp',
    { op: 'raw_bounded' },
    'rffi.scoped_bounded: memory of C with a declared number of items',
  ),
  'lltype.render_immortal': row(
    ['voidp'],
    'void',
    { op: 'raw_immortal' },
    'lltype.render_immortal: memory that is meant to stay',
  ),
  'lltype.end-stack': row(
    ['voidp'],
    'void',
    { op: 'raw_end_stack' },
    'the end of memory that lltype.scoped_alloc gave on the native stack',
  ),
  'rposix.saved-errno': row(
    ['boolean'],
    'i32',
    { op: 'saved_errno' },
    'rposix.get_saved_errno; true: get_saved_alterrno',
  ),
  'rposix.save-errno': row(
    ['boolean', 'i32'],
    'void',
    { op: 'save_errno' },
    'rposix.set_saved_errno; true: set_saved_alterrno',
  ),
  'lltype.length': row(
    ['voidp'],
    'isize',
    { op: 'getarraysize' },
    'length of an array that stores it',
  ),
  'rffi.ptradd': row(
    ['self', 'isize'],
    'self',
    { op: 'direct_itemptr' },
    'rffi.ptradd(p, n): n items further',
  ),
  'rffi.c_memcpy': row(
    ['voidp', 'voidp', 'isize'],
    'void',
    { op: 'raw_copy' },
    'rffi.c_memcpy(to, from, bytes), and structcopy',
  ),
  'rffi.c_memset': row(
    ['voidp', 'i32', 'isize'],
    'void',
    { op: 'raw_fill' },
    'rffi.c_memset(to, byte, bytes)',
  ),
  'rffi.free_callback': row(
    ['voidp'],
    'void',
    { op: 'callback_free' },
    'rffi.free_callback, and the end of rffi.scoped_callback',
  ),
  'lltype.prebuilt': row(
    ['string'],
    'self',
    { op: 'prebuilt_ptr' },
    'lltype.prebuilt: the bytes as code units',
  ),
  'int.add-overflows': row(['self', 'self'], 'boolean', { op: 'int_add_overflows' }, 'ovfcheck'),
  'int.sub-overflows': row(['self', 'self'], 'boolean', { op: 'int_sub_overflows' }, 'ovfcheck'),
  'int.mul-overflows': row(['self', 'self'], 'boolean', { op: 'int_mul_overflows' }, 'ovfcheck'),
  'rarithmetic.uint_mul_high': row(
    ['u64', 'u64'],
    'u64',
    { op: 'int_mul_high' },
    'rarithmetic.uint_mul_high',
  ),
  'rarithmetic.count_leading_zeros': row(
    ['u64'],
    'u64',
    { op: 'int_clz' },
    'rarithmetic.count_leading_zeros',
  ),
  'rarithmetic.float2longlong': row(
    ['f64'],
    'u64',
    { op: 'float_to_bits' },
    'rarithmetic.float2longlong, as unsigned',
  ),
  'rarithmetic.longlong2float': row(
    ['u64'],
    'f64',
    { op: 'bits_to_float' },
    'rarithmetic.longlong2float, of the unsigned bits',
  ),
  'error.stack': row(['self'], 'string', { op: 'error_stack' }, 'error.stack'),
  'rffi.str2charp': row(['string'], 'charp', { runtime: 'str2charp' }, 'rffi.str2charp'),
  'rffi.charp2str': row(['charp'], 'string', { runtime: 'charp2str' }, 'rffi.charp2str'),
  'rffi.charpsize2str': row(
    ['charp', 'isize'],
    'string',
    { runtime: 'charpsize2str' },
    'rffi.charpsize2str',
  ),
} as const;

/** DataView accessors are `dataview.get.<element>` and `dataview.set.<element>`; the element is the op's attribute. */
type DataViewName =
  `dataview.${'get' | 'set'}.${'i8' | 'u8' | 'i16' | 'u16' | 'i32' | 'u32' | 'f32' | 'f64' | 'i64' | 'u64'}`;

const DATA_VIEW = Object.fromEntries(
  (['i8', 'u8', 'i16', 'u16', 'i32', 'u32', 'f32', 'f64', 'i64', 'u64'] as const).flatMap(
    (element) => {
      const value: BuiltinType = element === 'i64' || element === 'u64' ? element : 'f64';
      return [
        [
          `dataview.get.${element}`,
          row(
            ['dataview', 'isize', 'boolean'],
            value,
            { op: 'dataview_get' },
            'ECMA-262 25.3.1.5',
            [false],
          ),
        ],
        [
          `dataview.set.${element}`,
          row(
            ['dataview', 'isize', value, 'boolean'],
            'void',
            { op: 'dataview_set' },
            'ECMA-262 25.3.1.6',
            [false],
          ),
        ],
      ];
    },
  ),
) as Record<DataViewName, BuiltinRow>;

export type BuiltinName = keyof typeof TABLE | DataViewName;
export const BUILTINS: { readonly [K in BuiltinName]: BuiltinRow } = { ...TABLE, ...DATA_VIEW };
