// C function pointers to closures: each is a few machine instructions of its own that say which closure is meant and jump to the code for
// all pointers of its type (`compiler/llvm/c-abi/callback.ts`). They lie in chunks of memory that is mapped twice, to be written in
// one place and executed in the other, so no page is ever both. The place that C has stays mapped until the environment ends.
import { isize, rffi, type usize } from 'mixmod';
import { handle_free, handle_new } from './gc/gc.ts';
import { set_word, word } from './gc/memory.ts';

const c_memfd_create = rffi.llexternal('memfd_create', [rffi.CCHARP, rffi.UINT], rffi.INT);
const c_ftruncate = rffi.llexternal('ftruncate', [rffi.INT, rffi.OFF_T], rffi.INT);
const c_close = rffi.llexternal('close', [rffi.INT], rffi.INT);
const c_mmap = rffi.llexternal(
  'mmap',
  [rffi.VOIDP, rffi.SIZE_T, rffi.INT, rffi.INT, rffi.INT, rffi.OFF_T],
  rffi.VOIDP,
);
const c_munmap = rffi.llexternal('munmap', [rffi.VOIDP, rffi.SIZE_T], rffi.INT);
/** The environment's list of chunks: the address of its last one. */
const chunks_of = rffi.llexternal('mm.callbacks.chunks', [], rffi.SIZE_T);
const set_chunks = rffi.llexternal('mm.callbacks.set_chunks', [rffi.SIZE_T], rffi.VOID);
const relay = rffi.llexternal('mm.callbacks.relay', [], rffi.SIZE_T);
const this_thread = rffi.llexternal('mm.callbacks.thread', [], rffi.SIZE_T);
const environment = rffi.llexternal('mm.callbacks.environment', [], rffi.SIZE_T);
/** The machine's: where it is written, where it is executed, the thunk. */
const write_code = rffi.llexternal(
  'mm.callbacks.write_code',
  [rffi.SIZE_T, rffi.SIZE_T, rffi.SIZE_T],
  rffi.VOID,
);

const CHUNK: usize = 65536;
const SLOT: usize = 64;
// A chunk begins with: the chunk before it, the distance to where it is executed, the first place never used, the first and the last of
// those that were freed. The oldest of them is used again first.
const BEFORE: usize = 0;
const DISTANCE: usize = 8;
const UNUSED: usize = 16;
const OLDEST: usize = 24;
const NEWEST: usize = 32;
// A slot: code, then what `callback.ts` reads.
const RELAY: usize = 24;
const ENVIRONMENT: usize = 32;
/** Of the closure; 0 once the pointer is freed, as no handle is. */
const HANDLE: usize = 40;
const THREAD: usize = 48;
const NEXT: usize = 56;

/** Where C finds it; 0 when memory is exhausted. `thunk`: the code for pointers of the type. */
export function callback_new(heap: usize, closure: usize, thunk: usize): usize {
  const slot = free_slot();
  if (slot === 0) return 0;
  const handle = handle_new(heap, closure);
  if (handle === 0) return 0;
  const at = slot + word(chunk_of(slot) + DISTANCE);
  write_code(slot, at, thunk);
  set_word(slot + RELAY, relay());
  set_word(slot + ENVIRONMENT, environment());
  set_word(slot + HANDLE, handle);
  set_word(slot + THREAD, this_thread());
  return at;
}

/** False where the address is none of a callback that is in use in this environment. */
export function callback_free(heap: usize, at: usize): boolean {
  let chunk = chunks_of();
  while (chunk !== 0) {
    const slot = at - word(chunk + DISTANCE);
    if (slot > chunk && slot < chunk + CHUNK) {
      if (slot % SLOT !== 0 || slot >= word(chunk + UNUSED) || word(slot + HANDLE) === 0)
        return false;
      handle_free(heap, word(slot + HANDLE));
      set_word(slot + HANDLE, 0);
      set_word(slot + NEXT, 0);
      if (word(chunk + OLDEST) === 0) set_word(chunk + OLDEST, slot);
      else set_word(word(chunk + NEWEST) + NEXT, slot);
      set_word(chunk + NEWEST, slot);
      return true;
    }
    chunk = word(chunk + BEFORE);
  }
  return false;
}

/** At the end of the environment: C must call none of them any more. */
export function callbacks_close(): void {
  let chunk = chunks_of();
  while (chunk !== 0) {
    const before = word(chunk + BEFORE);
    const executed = chunk + word(chunk + DISTANCE);
    c_munmap(rffi.cast(rffi.VOIDP, executed), CHUNK);
    c_munmap(rffi.cast(rffi.VOIDP, chunk), CHUNK);
    chunk = before;
  }
  set_chunks(0);
}

/** One that was never used, else the one that was freed first. */
function free_slot(): usize {
  const last = chunks_of();
  if (last !== 0) {
    const unused = word(last + UNUSED);
    if (unused < last + CHUNK) {
      set_word(last + UNUSED, unused + SLOT);
      return unused;
    }
  }
  let chunk = last;
  while (chunk !== 0) {
    const oldest = word(chunk + OLDEST);
    if (oldest !== 0) {
      set_word(chunk + OLDEST, word(oldest + NEXT));
      return oldest;
    }
    chunk = word(chunk + BEFORE);
  }
  return new_chunk(last) ? free_slot() : 0;
}

/** Chunks lie at multiples of pages only, so the chunk is looked for. */
function chunk_of(slot: usize): usize {
  let chunk = chunks_of();
  while (slot < chunk || slot >= chunk + CHUNK) chunk = word(chunk + BEFORE);
  return chunk;
}

function new_chunk(before: usize): boolean {
  using name = rffi.scoped_alloc_buffer(8);
  name.ptr[0] = 0;
  // MFD_CLOEXEC
  const file = c_memfd_create(name.ptr, 1);
  if (file < 0) return false;
  let chunk: usize = 0;
  if (c_ftruncate(file, isize(CHUNK)) === 0) chunk = map_twice(file);
  c_close(file);
  if (chunk === 0) return false;
  set_word(chunk + BEFORE, before);
  set_word(chunk + UNUSED, chunk + SLOT);
  set_chunks(chunk);
  return true;
}

/** Where it is written; 0 where the system does not allow it. */
function map_twice(file: isize): usize {
  const written = map(file, 3);
  if (written === 0) return 0;
  const executed = map(file, 5);
  if (executed === 0) {
    c_munmap(rffi.cast(rffi.VOIDP, written), CHUNK);
    return 0;
  }
  set_word(written + DISTANCE, executed - written);
  return written;
}

/** MAP_SHARED; PROT_READ with PROT_WRITE or PROT_EXEC. */
function map(file: isize, protection: isize): usize {
  const at = c_mmap(null, CHUNK, rffi.cast(rffi.INT, protection), 1, rffi.cast(rffi.INT, file), 0);
  const address = rffi.cast(rffi.SIZE_T, at);
  return isize(address) === -1 ? 0 : address;
}
