// Ops on nullables, typed arrays and buffers (high), on globals, on raw memory (high: RPython's
// names, low: addresses), and calls.
import { NOT_FOLDED, op } from './op.ts';

const high = 'high' as const;
const low = 'low' as const;

export const MEMORY_OPS = {
  // nullables
  nullable_wrap: op(['T'], ['nullable'], 'T to nullable T, present', { level: high, pure: true }),
  nullable_widen: op(
    ['nullable'],
    ['nullable'],
    'to a nullable of the same base that allows more (or less, where check has proved it)',
    { level: high, pure: true },
  ),
  nullable_get: op(
    ['nullable'],
    ['T'],
    'the value; undefined behaviour where absent (check has proved presence)',
    { level: high, pure: true },
  ),
  nullable_is_present: op(['nullable'], ['boolean'], 'neither null nor undefined', {
    level: high,
    pure: true,
    fold: (args) => args[0] !== null && args[0] !== undefined,
  }),
  nullable_is_null: op(['nullable'], ['boolean'], 'is null', {
    level: high,
    pure: true,
    fold: (args) => args[0] === null,
  }),
  nullable_is_undefined: op(['nullable'], ['boolean'], 'is undefined', {
    level: high,
    pure: true,
    fold: (args) => args[0] === undefined,
  }),

  // typed arrays, ArrayBuffer, DataView. `buffer` operands are ArrayBuffers. All lengths and offsets are isize.
  float_to_index: op(
    ['f64'],
    ['isize'],
    'an integral number as isize; raises RangeError for any other',
    {
      level: 'both',
      pure: true,
      raises: true,
      fold: (args) => (Number.isSafeInteger(args[0]) ? BigInt(args[0] as number) : NOT_FOLDED),
    },
  ),
  typedarray_new: op(
    ['isize'],
    ['typedarray'],
    'zeroed; raises RangeError when the length is negative or too large',
    {
      level: high,
      raises: true,
      allocates: true,
    },
  ),
  typedarray_from_buffer: op(
    ['arraybuffer', 'isize', 'isize'],
    ['typedarray'],
    'view on (buffer, byteOffset, length; REST of builtins: what is left); raises RangeError (ECMA-262 23.2.5.1.3)',
    {
      level: high,
      pure: true,
      raises: true,
    },
  ),
  typedarray_len: op(['typedarray'], ['isize'], 'number of elements', { level: high, pure: true }),
  typedarray_get: op(
    ['typedarray', 'isize'],
    ['N'],
    'element as f64 (i64, u64 for the BigInt arrays); raises RangeError out of range',
    {
      level: high,
      raises: true,
      reads: true,
    },
  ),
  typedarray_set: op(
    ['typedarray', 'isize', 'N'],
    [],
    'store, converted as ECMA-262 10.4.5.16 does; raises RangeError out of range',
    {
      level: high,
      raises: true,
    },
  ),
  typedarray_subarray: op(
    ['typedarray', 'isize', 'isize'],
    ['typedarray'],
    'view on [begin, end) after ECMA-262 23.2.3.30 clamping; shares memory',
    {
      level: high,
      pure: true,
    },
  ),
  typedarray_slice: op(
    ['typedarray', 'isize', 'isize'],
    ['typedarray'],
    'copy of [begin, end) after clamping',
    {
      level: high,
      raises: true,
      allocates: true,
      reads: true,
    },
  ),
  typedarray_fill: op(
    ['typedarray', 'N', 'isize', 'isize'],
    [],
    'ECMA-262 23.2.3.9: fill [begin, end) after clamping',
    { level: high },
  ),
  typedarray_copy_within: op(
    ['typedarray', 'isize', 'isize', 'isize'],
    [],
    'ECMA-262 23.2.3.6: (target, begin, end) after clamping; ranges may overlap',
    { level: high },
  ),
  typedarray_set_array: op(
    ['typedarray', 'typedarray', 'isize'],
    [],
    'ECMA-262 23.2.3.26: copy all of the second to offset; same element type; raises RangeError',
    {
      level: high,
      raises: true,
    },
  ),
  typedarray_buffer: op(['typedarray'], ['arraybuffer'], 'the ArrayBuffer under a typed array', {
    level: high,
    pure: true,
  }),
  typedarray_data: op(
    ['typedarray'],
    ['ptr'],
    'pointer to element 0, valid until the outermost call from the host returns',
    { level: high, pure: true },
  ),
  typedarray_byte_offset: op(['typedarray'], ['isize'], 'offset of element 0 in its ArrayBuffer', {
    level: high,
    pure: true,
  }),
  view_refresh: op(
    ['T'],
    ['T'],
    'the view, or what is left of it: it is empty where its ArrayBuffer has become too short or is detached',
    { level: high, reads: true },
  ),
  arraybuffer_new: op(
    ['isize'],
    ['arraybuffer'],
    'zeroed bytes; raises RangeError when the length is negative or too large',
    {
      level: high,
      raises: true,
      allocates: true,
    },
  ),
  arraybuffer_len: op(['arraybuffer'], ['isize'], 'byteLength', { level: high, pure: true }),
  arraybuffer_slice: op(
    ['arraybuffer', 'isize', 'isize'],
    ['arraybuffer'],
    'copy of [begin, end) after clamping',
    {
      level: high,
      raises: true,
      allocates: true,
      reads: true,
    },
  ),
  dataview_new: op(
    ['arraybuffer', 'isize', 'isize'],
    ['dataview'],
    'view on (buffer, byteOffset, byteLength; REST of builtins: what is left); raises RangeError',
    {
      level: high,
      pure: true,
      raises: true,
    },
  ),
  dataview_len: op(['dataview'], ['isize'], 'byteLength', { level: high, pure: true }),
  dataview_get: op(
    ['dataview', 'isize', 'boolean'],
    ['N'],
    'ECMA-262 25.3.1.5 GetViewValue (offset, littleEndian); raises RangeError',
    {
      level: high,
      raises: true,
      reads: true,
      attributes: ['element'],
    },
  ),
  dataview_set: op(
    ['dataview', 'isize', 'N', 'boolean'],
    [],
    'ECMA-262 25.3.1.6 SetViewValue (offset, value, littleEndian); raises RangeError',
    {
      level: high,
      raises: true,
      attributes: ['element'],
    },
  ),

  // checks that lower makes of the above; each raises or does nothing
  check: op(
    ['boolean', '...any'],
    [],
    'raises the error that the attribute names in `builtins/errors.ts`, with the further operands for {0} and {1}, unless the boolean is true',
    {
      level: low,
      pure: true,
      raises: true,
      attributes: ['error'],
    },
  ),
  check_index: op(
    ['isize', 'isize'],
    [],
    'raises RangeError "index {0} is out of range for length {1}" unless 0 <= a < b',
    {
      level: low,
      pure: true,
      raises: true,
    },
  ),
  check_nonzero: op(['I'], [], 'raises RangeError "division by zero" if a is 0', {
    level: low,
    pure: true,
    raises: true,
  }),
  check_stack: op(
    [],
    [],
    'raises RangeError "Maximum call stack size exceeded" when the native stack is nearly full',
    {
      level: low,
      raises: true,
    },
  ),

  // globals
  global_get: op([], ['T'], 'value of a module-level variable', {
    reads: true,
    attributes: ['global'],
  }),
  global_set: op(['T'], [], 'store to a module-level variable', { attributes: ['global'] }),
  global_load: op([], ['T'], 'one low value (index `part`) of a global', {
    level: low,
    reads: true,
    attributes: ['global', 'part'],
  }),
  global_store: op(['T'], [], 'store one low value (index `part`) of a global', {
    level: low,
    attributes: ['global', 'part'],
  }),
  buffer_retain: op(
    ['address', 'address'],
    ['address'],
    "keep an ArrayBuffer (napi_value, and the global slot's old reference or NULL) alive in a global: the new reference; NULL for a NULL napi_value",
    {
      level: low,
      attributes: [],
    },
  ),
  buffer_handle: op(
    ['address'],
    ['address'],
    'the napi_value of a retained ArrayBuffer (NULL of NULL), valid until the outermost call from the host returns',
    { level: low, reads: true },
  ),

  // raw memory, high: lltype
  raw_malloc: op(
    ['isize'],
    ['ptr'],
    'lltype.malloc(T, n, flavor=raw); raises RangeError when memory is exhausted or n negative',
    {
      level: high,
      raises: true,
      attributes: ['container', 'zero', 'stack'],
    },
  ),
  raw_copy: op(
    ['ptr', 'ptr', 'isize'],
    [],
    'bytes, to the first from the second, which may overlap',
    {
      level: high,
    },
  ),
  raw_fill: op(['ptr', 'i32', 'isize'], [], 'so many bytes of one value', { level: high }),
  raw_end_buffer: op(['ptr'], [], 'the end of a pointer into a typed array', { level: high }),
  raw_bounded: op(['ptr', 'isize'], ['T'], 'the pointer; so many items are behind it', {
    level: high,
  }),
  raw_immortal: op(['ptr'], [], 'memory that is no leak if it is never freed', { level: high }),
  raw_end_stack: op(['ptr'], [], 'the end of what raw_malloc gave on the native stack', {
    level: high,
  }),
  raw_free: op(['ptr'], [], 'lltype.free(p, flavor=raw); NULL is ignored', { level: high }),
  getfield: op(['ptr'], ['T'], 'p.field of a scalar or pointer', {
    level: high,
    reads: true,
    attributes: ['field'],
  }),
  setfield: op(['ptr', 'T'], [], 'p.field = value', { level: high, attributes: ['field'] }),
  getarrayitem: op(
    ['ptr', 'isize'],
    ['T'],
    'p[i]; unchecked where the array does not know its length, else raises RangeError',
    { level: high, reads: true, raises: true },
  ),
  setarrayitem: op(
    ['ptr', 'isize', 'T'],
    [],
    'p[i] = value; unchecked where the array does not know its length, else raises RangeError',
    { level: high, raises: true },
  ),
  getarraysize: op(['ptr'], ['isize'], 'the stored length of an array', {
    level: high,
    reads: true,
  }),
  direct_fieldptr: op(['ptr'], ['ptr'], 'address of a field', {
    level: high,
    pure: true,
    attributes: ['field'],
  }),
  direct_itemptr: op(
    ['ptr', 'isize'],
    ['ptr'],
    'address of an item (rffi.ptradd, an inlined struct item); unchecked where the array does not know its length, else raises RangeError',
    { level: high, pure: true, raises: true },
  ),
  cast_pointer: op(['ptr'], ['ptr'], 'rffi.cast between pointers', { level: high, pure: true }),
  cast_ptr_to_int: op(['ptr'], ['usize'], 'rffi.cast(lltype.Unsigned, p)', {
    level: high,
    pure: true,
  }),
  cast_int_to_ptr: op(['I'], ['ptr'], 'rffi.cast(PTR, n)', { level: high, pure: true }),
  ptr_eq: op(['ptr', 'ptr'], ['boolean'], 'same address', { level: high, pure: true }),
  prebuilt_ptr: op(
    ['string'],
    ['ptr'],
    'lltype.prebuilt: static memory that holds the code units of a constant string',
    { level: high, pure: true },
  ),

  // raw memory, low. `alias` says what may overlap: 'memory' (elements, C memory) or 'environment'.
  raw_load: op(
    ['address', 'isize'],
    ['any'],
    'the value of the result type at address + byte offset, any alignment',
    {
      level: low,
      reads: true,
      attributes: ['stored'],
    },
  ),
  raw_store: op(['address', 'isize', 'any'], [], 'store a value at address + byte offset', {
    level: low,
    attributes: ['stored'],
  }),
  adr_add: op(['address', 'isize'], ['address'], 'address + bytes', { level: low, pure: true }),
  adr_sub: op(['address', 'address'], ['isize'], 'distance in bytes', { level: low, pure: true }),
  adr_eq: op(['address', 'address'], ['boolean'], 'same address', { level: low, pure: true }),
  adr_to_int: op(['address'], ['I'], 'the address as an integer', { level: low, pure: true }),
  int_to_adr: op(['I'], ['address'], 'an integer as address', { level: low, pure: true }),
  adr_malloc: op(
    ['isize', 'boolean'],
    ['address'],
    "C's malloc or (true) calloc of bytes; raises RangeError when memory is exhausted",
    {
      level: low,
      raises: true,
    },
  ),
  adr_free: op(['address'], [], "C's free", { level: low }),
  adr_stack: op(
    ['isize', 'boolean'],
    ['address'],
    "so many bytes of the function's native frame, a constant; zeroed (true); one place for each op",
    { level: low },
  ),
  adr_end_stack: op(['address'], [], 'the end of what adr_stack gave', { level: low }),
  saved_errno: op(['boolean'], ['i32'], 'the saved errno; true: the other one (rposix)', {
    reads: true,
  }),
  save_errno: op(['boolean', 'i32'], [], 'sets the saved errno; true: the other one'),
  raw_memcopy: op(['address', 'address', 'isize'], [], "C's memcpy (source, destination, bytes)", {
    level: low,
  }),
  raw_memmove: op(['address', 'address', 'isize'], [], "C's memmove (source, destination, bytes)", {
    level: low,
  }),
  raw_memset: op(['address', 'u8', 'isize'], [], "C's memset (destination, byte, bytes)", {
    level: low,
  }),
  raw_memequal: op(['address', 'address', 'isize'], ['boolean'], 'same bytes', {
    level: low,
    reads: true,
  }),
  string_address: op(
    ['string'],
    ['address'],
    'address of static memory that holds the code units of a constant string',
    { level: low, pure: true },
  ),
  buffer_new: op(
    ['isize'],
    ['address', 'address'],
    'a new zeroed ArrayBuffer of so many bytes: its data and its napi_value; raises RangeError',
    {
      level: low,
      raises: true,
      allocates: true,
    },
  ),
  buffer_box: op(
    ['address'],
    ['object', 'address'],
    'a box of an ArrayBuffer (napi_value) for objects of the heap, and the address of its first byte; nulls for NULL',
    { level: low, raises: true, allocates: true },
  ),
  buffer_open: op(
    ['object'],
    ['address', 'isize', 'address'],
    'data, byteLength and napi_value of the ArrayBuffer in a box, in this call from the host; zeros for null',
    { level: low, reads: true },
  ),
  buffer_data: op(
    ['address'],
    ['address', 'isize'],
    'data and byteLength of the ArrayBuffer behind a napi_value',
    { level: low, reads: true },
  ),

  // calls
  direct_call: op(['...any'], ['...any'], 'call of a graph of this unit', {
    raises: true,
    attributes: ['callee'],
  }),
  callback_new: op(
    ['function'],
    ['any'],
    'a C function pointer that calls the closure through the graph `callee`; `container`: its type',
    { allocates: true, raises: true, attributes: ['callee', 'container'] },
  ),
  callback_free: op(['any'], [], 'the end of such a pointer; raises TypeError for any other', {
    raises: true,
  }),
  c_call: op(['...any'], ['...any'], 'call of a C function', { attributes: ['external'] }),
  host_call: op(
    [],
    [],
    'call of what JavaScript has given to the module (`runtime/prelude/host.ll`), which may call any export and write anything',
  ),
  host_hold: op(
    ['reference', 'isize'],
    [],
    'an object stands for the value that JavaScript keeps at the place: when the object is dead, the place is free (`runtime/prelude/host.ll`)',
    { raises: true },
  ),
  host_collect: op(
    ['boolean'],
    [],
    'a collection, of all objects or of the young ones: JavaScript keeps many values for objects that may be dead',
  ),
  runtime_call: op(
    ['...any'],
    ['...any'],
    'call of a function of the runtime library by its name in `builtins/`; raises if its row says so',
    {
      raises: true,
      attributes: ['runtime'],
    },
  ),
  runtime_query: op(
    ['...any'],
    ['...any'],
    'call of a function of the runtime library that has no effect: same operands, same result',
    { pure: true, attributes: ['runtime'] },
  ),
} as const;
