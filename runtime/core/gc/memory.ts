// Loads and stores at addresses, and the functions of the prelude and of C that the collector uses.
import { isize, lltype, rffi, type u32, type u8, type usize } from 'mixmod';

/** `struct timespec`. */
export const TIMESPEC = lltype.Struct(
  'timespec',
  ['seconds', lltype.Signed],
  ['nanoseconds', lltype.Signed],
);

export function word(address: usize): usize {
  return rffi.cast(rffi.ULONGP, address)[0];
}
export function set_word(address: usize, value: usize): void {
  rffi.cast(rffi.ULONGP, address)[0] = value;
}
export function half(address: usize): u32 {
  return rffi.cast(rffi.UINTP, address)[0];
}
export function set_half(address: usize, value: u32): void {
  rffi.cast(rffi.UINTP, address)[0] = value;
}
export function byte(address: usize): u8 {
  return rffi.cast(rffi.UCHARP, address)[0];
}
export function set_byte(address: usize, value: u8): void {
  rffi.cast(rffi.UCHARP, address)[0] = value;
}

export const nursery_next = rffi.llexternal('mm.nursery_next', [], rffi.SIZE_T);
export const nursery_set = rffi.llexternal('mm.nursery_set', [rffi.SIZE_T, rffi.SIZE_T], rffi.VOID);
export const stack_base = rffi.llexternal('mm.stack_base', [], rffi.SIZE_T);
export const current_call = rffi.llexternal('mm.current_call', [], rffi.SIZE_T);
export const trailing_zeros = rffi.llexternal('mm.trailing_zeros', [rffi.SIZE_T], rffi.SIZE_T);
export const leading_zeros = rffi.llexternal('mm.leading_zeros', [rffi.SIZE_T], rffi.SIZE_T);
export const prefetch = rffi.llexternal('mm.prefetch', [rffi.SIZE_T], rffi.VOID);
export const copy_bytes = rffi.llexternal(
  'mm.copy_bytes',
  [rffi.SIZE_T, rffi.SIZE_T, rffi.SIZE_T],
  rffi.VOID,
);
export const zero_bytes = rffi.llexternal('mm.zero_bytes', [rffi.SIZE_T, rffi.SIZE_T], rffi.VOID);
export const call_finalizer = rffi.llexternal(
  'mm.call_finalizer',
  [rffi.SIZE_T, rffi.SIZE_T],
  rffi.VOID,
);
/** Whole words, 16 bytes at least; quicker than memcpy for what objects usually have. */
export const copy_words = rffi.llexternal(
  'mm.copy_words',
  [rffi.SIZE_T, rffi.SIZE_T, rffi.SIZE_T],
  rffi.VOID,
);
/** Address of the text of the environment variable MIXMOD_GC; 0: it is not set. */
export const gc_settings = rffi.llexternal('mm.gc_settings', [], rffi.SIZE_T);
/** A line about a collection, on stderr: 1 for a major one, microseconds, KiB old, large, mapped. */
export const gc_log = rffi.llexternal(
  'mm.gc_log',
  [rffi.SIZE_T, rffi.SIZE_T, rffi.SIZE_T, rffi.SIZE_T, rffi.SIZE_T],
  rffi.VOID,
);
/** Ends the process. */
export const exhausted = rffi.llexternal('mm.exhausted', [], rffi.VOID);

const c_calloc = rffi.llexternal('calloc', [rffi.SIZE_T, rffi.SIZE_T], rffi.VOIDP);
const c_realloc = rffi.llexternal('realloc', [rffi.VOIDP, rffi.SIZE_T], rffi.VOIDP);
const c_free = rffi.llexternal('free', [rffi.VOIDP], rffi.VOID);
const c_mmap = rffi.llexternal(
  'mmap',
  [rffi.VOIDP, rffi.SIZE_T, rffi.INT, rffi.INT, rffi.INT, rffi.OFF_T],
  rffi.VOIDP,
);
const c_munmap = rffi.llexternal('munmap', [rffi.VOIDP, rffi.SIZE_T], rffi.INT);
const c_madvise = rffi.llexternal('madvise', [rffi.VOIDP, rffi.SIZE_T, rffi.INT], rffi.INT);

export const c_clock_gettime = rffi.llexternal(
  'clock_gettime',
  [rffi.INT, lltype.Ptr(TIMESPEC)],
  rffi.INT,
);

/** Zeroed; 0 when memory is exhausted. */
export function allocate_zeroed(bytes: usize): usize {
  return rffi.cast(rffi.SIZE_T, c_calloc(1, bytes));
}
/** Of an address that may be 0. */
export function reallocate(address: usize, bytes: usize): usize {
  return rffi.cast(rffi.SIZE_T, c_realloc(rffi.cast(rffi.VOIDP, address), bytes));
}
export function release(address: usize): void {
  c_free(rffi.cast(rffi.VOIDP, address));
}

/** MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE; PROT_READ | PROT_WRITE. 0 when memory is exhausted. */
export function map_pages(bytes: usize): usize {
  const address = rffi.cast(rffi.SIZE_T, c_mmap(null, bytes, 3, 16418, -1, 0));
  return isize(address) === -1 ? 0 : address;
}
export function unmap_pages(address: usize, bytes: usize): void {
  c_munmap(rffi.cast(rffi.VOIDP, address), bytes);
}
/** The pages stay mapped and read as zeros; their memory is the system's (MADV_DONTNEED). */
export function give_back_pages(address: usize, bytes: usize): void {
  c_madvise(rffi.cast(rffi.VOIDP, address), bytes, 4);
}
