// The heap as compiled code uses it, for the tests of the collector: objects are reached through handles, and through words
// on the native stack. A node has two references and a number, a reference array any number of references.
import { f64, lltype, rffi, type u32, u8, usize } from 'mixmod';

// Module-level variables that are roots: they lie at offsets 0 and 8, because they are the first ones.
let first_root: usize = 0;
let second_root: usize = 0;

const heap_open = rffi.llexternal('mm.heap_open', [rffi.VOIDP, rffi.VOIDP, rffi.SIZE_T], rffi.VOID);
const heap_close = rffi.llexternal('mm.heap_close', [], rffi.VOID);
const gc_alloc = rffi.llexternal('mm.gc_alloc', [rffi.SIZE_T, rffi.UINT], rffi.VOIDP);
const gc_alloc_items = rffi.llexternal(
  'mm.gc_alloc_items',
  [rffi.SIZE_T, rffi.SIZE_T, rffi.UINT],
  rffi.VOIDP,
);
const gc_barrier = rffi.llexternal('mm.gc_barrier', [rffi.VOIDP], rffi.VOID);
const gc_barrier_item = rffi.llexternal(
  'mm.gc_barrier_item',
  [rffi.VOIDP, rffi.VOIDP, rffi.VOIDP],
  rffi.VOID,
);
const gc_collect = rffi.llexternal('mm.gc_collect', [rffi.BOOL], rffi.VOID);
const gc_verify = rffi.llexternal('mm.gc_verify', [], rffi.SIZE_T);
const gc_statistic = rffi.llexternal('mm.gc_statistic', [rffi.SIZE_T], rffi.SIZE_T);
const gc_handle_new = rffi.llexternal('mm.gc_handle_new', [rffi.VOIDP], rffi.SIZE_T);
const gc_handle_get = rffi.llexternal('mm.gc_handle_get', [rffi.SIZE_T], rffi.VOIDP);
const gc_handle_free = rffi.llexternal('mm.gc_handle_free', [rffi.SIZE_T], rffi.VOID);
const gc_register_finalizer = rffi.llexternal(
  'mm.gc_register_finalizer',
  [rffi.VOIDP, rffi.VOIDP, rffi.VOIDP],
  rffi.VOID,
);

const BYTES: u32 = 256;
const REFS: u32 = 320;
const WEAKREF: u32 = 448;
const NODE: u32 = 1024;
const PAIR: u32 = 1088;

function word(address: usize): usize {
  return rffi.cast(rffi.ULONGP, address)[0];
}
function set_word(address: usize, value: usize): void {
  rffi.cast(rffi.ULONGP, address)[0] = value;
}
function half(address: usize): u32 {
  return rffi.cast(rffi.UINTP, address)[0];
}
function set_half(address: usize, value: u32): void {
  rffi.cast(rffi.UINTP, address)[0] = value;
}
function pointer(address: usize): lltype.Ptr<typeof rffi.VOIDP.to> {
  return rffi.cast(rffi.VOIDP, address);
}
function address_of(object: lltype.Ptr<typeof rffi.VOIDP.to>): usize {
  return rffi.cast(rffi.SIZE_T, object);
}

// ---- type descriptors ----

function describe(
  table: usize,
  type: u32,
  kind: u32,
  size: u32,
  item_size: u32,
  refs: usize,
  ref_count: u32,
): void {
  const at = table + usize(type);
  set_half(at, kind);
  set_half(at + 4, size);
  set_half(at + 8, item_size);
  set_half(at + 12, ref_count);
  set_word(at + 16, refs);
}

export function open(): void {
  const memory = lltype.malloc(rffi.CArray(rffi.UCHAR), 4096, { flavor: 'raw', zero: true });
  const table = rffi.cast(rffi.SIZE_T, memory);
  const offsets = table + 2048;
  set_half(offsets, 0);
  set_half(offsets + 4, 8);
  set_half(offsets + 8, 16);
  describe(table, BYTES, 1, 16, 1, 0, 0);
  describe(table, REFS, 2, 16, 8, offsets, 1);
  describe(table, WEAKREF, 3, 24, 0, 0, 0);
  describe(table, NODE, 0, 32, 0, offsets + 4, 2);
  describe(table, PAIR, 0, 24, 0, offsets + 4, 2);
  first_root = 0;
  second_root = 0;
  // The roots' offsets are 0 and 8: two of the offsets above.
  heap_open(pointer(table), pointer(offsets), 2);
}
export function close(): void {
  heap_close();
}
export function collect(major: boolean): void {
  gc_collect(major);
}
export function verify(): usize {
  return gc_verify();
}
export function statistic(which: usize): usize {
  return gc_statistic(which);
}

// ---- objects through handles ----

function object_of(handle: usize): usize {
  return address_of(gc_handle_get(handle));
}
function handle_of(object: usize): usize {
  return object <= 1 ? 0 : gc_handle_new(pointer(object));
}

export function new_node(id: usize): usize {
  const node = address_of(gc_alloc(32, NODE));
  set_word(node + 24, id);
  return handle_of(node);
}
/** Of a reference array, the one of the node that is its first item. */
export function id_of(handle: usize): usize {
  const object = object_of(handle);
  return word((half(object) === REFS ? word(object + 16) : object) + 24);
}
export function address(handle: usize): usize {
  return object_of(handle);
}
export function drop(handle: usize): void {
  gc_handle_free(handle);
}
/** `which`: 0 or 1 of a node, any index of a reference array. `target` 0: null. */
export function link(handle: usize, which: usize, target: usize): void {
  const object = object_of(handle);
  const fields = half(object) === REFS ? object + 16 : object + 8;
  set_word(fields + (which << 3), target === 0 ? 0 : object_of(target));
  gc_barrier(pointer(object));
}
export function follow(handle: usize, which: usize): usize {
  const object = object_of(handle);
  return handle_of(word((half(object) === REFS ? object + 16 : object + 8) + (which << 3)));
}
export function new_refs(count: usize): usize {
  return handle_of(address_of(gc_alloc_items(count, 8, REFS)));
}
export function new_bytes(count: usize): usize {
  const bytes = address_of(gc_alloc_items(count, 1, BYTES));
  for (let i: usize = 0; i < count; i++) rffi.cast(rffi.UCHARP, bytes + 16)[i] = u8(i);
  return handle_of(bytes);
}
/** -1 unless all bytes are as they were made, or their number. */
export function check_bytes(handle: usize): number {
  const bytes = object_of(handle);
  const count = usize(half(bytes + 8));
  for (let i: usize = 0; i < count; i++)
    if (rffi.cast(rffi.UCHARP, bytes + 16)[i] !== u8(i)) return -1;
  return f64(count);
}
export function new_weak(target: usize): usize {
  const weak = address_of(gc_alloc(24, WEAKREF));
  set_word(weak + 8, object_of(target));
  return handle_of(weak);
}
/** A handle, or 0. */
export function deref(weak: usize): usize {
  return handle_of(word(object_of(weak) + 8));
}
export function set_roots(first: usize, second: usize): void {
  first_root = first === 0 ? 0 : object_of(first);
  second_root = second === 0 ? 0 : object_of(second);
}
export function root(which: number): usize {
  return handle_of(which === 0 ? first_root : second_root);
}

// ---- finalizers: free(data) would do, but says nothing: the data is a counter behind a function of C ----

const c_dlsym = rffi.llexternal('dlsym', [rffi.VOIDP, rffi.CCHARP], rffi.VOIDP);

/** Calls sem_post on the counter when the object is dead. */
export function finalize(handle: usize, counter: usize): void {
  const name = rffi.str2charp('sem_post');
  const code = c_dlsym(null, name);
  rffi.free_charp(name);
  gc_register_finalizer(pointer(object_of(handle)), code, pointer(counter));
}
export function new_counter(): usize {
  return rffi.cast(
    rffi.SIZE_T,
    lltype.malloc(rffi.CArray(rffi.UCHAR), 32, { flavor: 'raw', zero: true }),
  );
}
/** The value of a semaphore is its lower half. */
export function count_of(counter: usize): u32 {
  return half(counter);
}

// ---- objects on the native stack ----

function new_pair(left: usize, right: usize): usize {
  const pair = address_of(gc_alloc(24, PAIR));
  set_word(pair + 8, left);
  set_word(pair + 16, right);
  return pair;
}

/** A tree of pairs of so many levels; the halves that are done are on the stack alone. */
function tree(depth: usize): usize {
  if (depth === 0) return new_pair(0, 0);
  const left = tree(depth - 1);
  const right = tree(depth - 1);
  return new_pair(left, right);
}
function count_tree(pair: usize): usize {
  if (pair <= 1) return 0;
  return 1 + count_tree(word(pair + 8)) + count_tree(word(pair + 16));
}
export function build_tree(depth: usize): usize {
  return count_tree(tree(depth));
}
/** Keeps it by a handle. */
export function keep_tree(depth: usize): usize {
  return handle_of(tree(depth));
}
export function size_of_tree(handle: usize): usize {
  return count_tree(object_of(handle));
}

/** The node is known by a pointer into its middle alone while the heap is collected and used. */
function middle_survives(middle: usize, times: usize): boolean {
  gc_collect((times & 1) === 0);
  churn(100000, 24);
  if (word(middle) !== 12345) return false;
  return times === 0 || middle_survives(middle, times - 1);
}
export function keep_interior(times: usize): boolean {
  const node = address_of(gc_alloc(32, NODE));
  set_word(node + 24, 12345);
  return middle_survives(node + 24, times);
}
/** The same for a large object. */
export function keep_large_interior(times: usize): boolean {
  const bytes = address_of(gc_alloc_items(100000, 1, BYTES));
  set_word(bytes + 50000, 12345);
  return middle_survives(bytes + 50000, times);
}

/** What is on the stack stays where it is, and what it refers to may move. */
export function pinned_stays(): boolean {
  const node = address_of(gc_alloc(32, NODE));
  const other = gc_handle_new(gc_alloc(32, NODE));
  set_word(node + 8, object_of(other));
  set_word(node + 24, 7);
  set_word(object_of(other) + 24, 8);
  gc_collect(false);
  churn(400000, 24);
  const minor = word(node + 24) === 7 && word(node + 8) === object_of(other);
  gc_collect(true);
  churn(400000, 24);
  const major = word(node + 24) === 7 && word(word(node + 8) + 24) === 8;
  gc_handle_free(other);
  return minor && major && half(node) === NODE;
}

// ---- speed and growth ----

/** Short-lived objects of any size. */
export function churn(count: usize, size: usize): usize {
  let sum: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    const object = address_of(gc_alloc_items(size - 16, 1, BYTES));
    sum = sum ^ object;
  }
  return sum;
}
/** The same, of a size that is known. */
export function churn_pairs(count: usize): usize {
  let sum: usize = 0;
  for (let i: usize = 0; i < count; i++) sum = sum ^ new_pair(0, 0);
  return sum;
}

/** An array of nodes, in which nodes at random places are replaced. Gives a handle of it. */
export function fill(count: usize): usize {
  const handle = gc_handle_new(gc_alloc_items(count, 8, REFS));
  for (let i: usize = 0; i < count; i++) put(handle, i);
  return handle;
}
function put(handle: usize, index: usize): void {
  const node = address_of(gc_alloc(32, NODE));
  set_word(node + 24, index);
  const array = object_of(handle);
  const slot = array + 16 + (index << 3);
  set_word(slot, node);
  gc_barrier_item(pointer(array), pointer(slot), pointer(node));
}
export function replace(handle: usize, times: usize): void {
  const count = usize(half(object_of(handle) + 8));
  let random: usize = 88172645463325;
  for (let i: usize = 0; i < times; i++) {
    random = random ^ (random << 13);
    random = random ^ (random >> 7);
    random = random ^ (random << 17);
    put(handle, random % count);
  }
}
/** -1 unless each node is where it belongs. */
export function check_fill(handle: usize): number {
  const array = object_of(handle);
  const count = usize(half(array + 8));
  for (let i: usize = 0; i < count; i++)
    if (word(word(array + 16 + (i << 3)) + 24) !== i) return -1;
  return f64(count);
}
