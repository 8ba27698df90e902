// Ops on objects of the collected heap. High ones hold whole values of the language; in low graphs a reference is one value, and a
// field, item or captured variable is loaded and stored in the parts of its representation.
import { op } from './op.ts';

const high = 'high' as const;
const low = 'low' as const;

export const OBJECT_OPS = {
  // references
  reference_eq: op(
    ['reference', 'reference'],
    ['boolean'],
    'the same object, or both null or both undefined',
    {
      pure: true,
    },
  ),
  identity_hash: op(
    ['reference'],
    ['i32'],
    'a number from 0 to 2^24 - 1 that stays the same while the object lives; of an object, not null or undefined',
  ),
  weak_new: op(
    ['reference'],
    ['object'],
    'a WeakRef of an object, which stays alive until the call from the host ends (ECMA-262 26.1.1.1)',
    { allocates: true, raises: true },
  ),
  weak_get: op(
    ['object'],
    ['reference'],
    'the target of a WeakRef, which stays alive until the call from the host ends, or undefined (ECMA-262 9.10.3)',
  ),
  weak_toggle: op(
    ['reference'],
    ['boolean'],
    'the WeakRef keeps its target from now on; whether the last major collection has found that nothing else does',
  ),
  reference_cast: op(
    ['reference'],
    ['reference'],
    'the same reference in another static type; undefined behaviour where the object is not of it',
    { pure: true },
  ),
  reference_is_null: op(['reference'], ['boolean'], 'is null', { pure: true }),
  reference_is_undefined: op(['reference'], ['boolean'], 'is undefined', {
    level: low,
    pure: true,
  }),
  reference_is_present: op(['reference'], ['boolean'], 'neither null nor undefined', {
    level: low,
    pure: true,
  }),

  // objects
  object_new: op([], ['object'], 'a new object of the result type; fields are zero, false, null', {
    allocates: true,
    raises: true,
  }),
  object_is: op(
    ['reference'],
    ['boolean'],
    'instanceof: an object (not null or undefined) of the class or one derived from it',
    { pure: true, attributes: ['class'] },
  ),
  object_is_exactly: op(
    ['reference'],
    ['boolean'],
    'an object (never null or undefined) is of the type',
    {
      pure: true,
      attributes: ['class'],
    },
  ),
  reference_is_string: op(['reference'], ['boolean'], 'a string (not null or undefined)', {
    pure: true,
  }),
  reference_is_array: op(['reference'], ['boolean'], 'an array (not null or undefined)', {
    pure: true,
  }),
  field_get: op(['object'], ['any'], 'value of a field', {
    level: high,
    reads: true,
    attributes: ['field'],
  }),
  field_is_assigned: op(
    ['object'],
    ['boolean'],
    'a field of a type whose zero is no value holds one: a reference or a view on an ArrayBuffer',
    { level: high, reads: true, attributes: ['field'] },
  ),
  field_set: op(['object', 'any'], [], 'store to a field', { level: high, attributes: ['field'] }),
  field_load: op(['object'], ['any'], 'one low value (index `part`) of a field', {
    level: low,
    reads: true,
    attributes: ['field', 'part'],
  }),
  field_store: op(['object', 'any'], [], 'store one low value (index `part`) of a field', {
    level: low,
    attributes: ['field', 'part'],
  }),
  method_call: op(
    ['object', '...any'],
    ['...any'],
    "call of the method that the object's class has under the name `method`; the object is the first argument",
    { raises: true, attributes: ['method'] },
  ),

  // arrays
  array_new: op(
    ['isize'],
    ['array'],
    'so many items, all zero, false, null; raises RangeError "Invalid array length" when negative or too large',
    { allocates: true, raises: true },
  ),
  array_len: op(['array'], ['isize'], 'number of items', { reads: true }),
  array_get: op(['array', 'isize'], ['any'], 'item; raises RangeError out of range', {
    level: high,
    reads: true,
    raises: true,
  }),
  array_set: op(['array', 'isize', 'any'], [], 'store an item; raises RangeError out of range', {
    level: high,
    raises: true,
  }),
  array_push: op(
    ['array', 'any'],
    ['isize'],
    'append an item: the new length (ECMA-262 23.1.3.23)',
    {
      level: high,
      allocates: true,
      raises: true,
    },
  ),
  array_pop: op(
    ['array'],
    ['any'],
    'the last item, taken away; undefined behaviour where there is none',
    { level: high },
  ),
  array_filled: op(['isize', 'any'], ['array'], 'array_new, with the value as every item', {
    level: high,
    allocates: true,
    raises: true,
  }),
  array_truncate: op(
    ['array', 'isize'],
    [],
    'only the first items stay; raises RangeError where there are not so many, or no array has such a length',
    { level: high, raises: true },
  ),
  array_append: op(
    ['array', 'array'],
    [],
    'append the items that the second array has now; both are of one type',
    { level: high, allocates: true, raises: true },
  ),
  array_slice: op(
    ['array', 'isize', 'isize'],
    ['array'],
    'a copy of the items from begin to end, both relative (ECMA-262 23.1.3.28)',
    { level: high, allocates: true, raises: true },
  ),
  array_fill: op(
    ['array', 'any', 'isize', 'isize'],
    [],
    'store a value to the items from begin to end, both relative (ECMA-262 23.1.3.7)',
    { level: high },
  ),
  array_copy_within: op(
    ['array', 'isize', 'isize', 'isize'],
    [],
    'copy the items from begin to end to target, all relative (ECMA-262 23.1.3.4)',
    { level: high },
  ),
  items_copy: op(
    ['array', 'isize', 'array', 'isize', 'isize'],
    [],
    'copy to (array, index) from (array, index) so many items, as memmove does; unchecked; both arrays are of one type',
    { level: low },
  ),
  array_set_len: op(['array', 'isize'], [], 'a length that is not larger; what falls off is zero'),
  array_extend: op(
    ['array', 'isize'],
    [],
    'a larger length, for which array_reserve has made room; the new items are zero',
    { level: low },
  ),
  array_reserve: op(
    ['array', 'isize'],
    [],
    'room for so many items without a further allocation; the room grows by half at least',
    { allocates: true, raises: true },
  ),
  item_load: op(['array', 'isize'], ['any'], 'one low value (index `part`) of an item, unchecked', {
    level: low,
    reads: true,
    attributes: ['part'],
  }),
  item_store: op(
    ['array', 'isize', 'any'],
    [],
    'store one low value (index `part`) of an item, unchecked',
    { level: low, attributes: ['part'] },
  ),

  // closures
  closure_new: op(
    ['...any'],
    ['function'],
    'a closure of the graph `callee` over the operands; the graph takes the closure before its arguments',
    { allocates: true, raises: true, attributes: ['callee'] },
  ),
  closure_get: op(
    ['function'],
    ['any'],
    'captured value, by its index; `part`: how many low values those before it have',
    { level: high, pure: true, attributes: ['index', 'part'] },
  ),
  closure_load: op(['function'], ['any'], 'captured low value, by its index among all of them', {
    level: low,
    pure: true,
    attributes: ['index'],
  }),
  closure_call: op(
    ['function', '...any'],
    ['...any'],
    'call of a closure; the closure is the first argument of its graph',
    { raises: true },
  ),
} as const;
