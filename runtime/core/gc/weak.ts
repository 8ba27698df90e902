// WeakRefs that a collection reaches: noted, to be asked when all that is alive is known. Without memory for the list, all objects
// are asked then.
import type { u32, usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { CALL_OFFSET, HOLDS_ALONE, WEAK } from './layout.ts';
import { current_call, word } from './memory.ts';
import { descriptor_of } from './objects.ts';
import { can_list } from './settings.ts';
import { push } from './vector.ts';

/** Made or asked during the call from the host that lasts: its target is alive as long. */
export function is_kept(object: usize): boolean {
  return word(object + CALL_OFFSET) === current_call();
}

/** Its target lives as long as itself (`HOLDS`). */
export function is_holding(object: usize): boolean {
  return word(object + CALL_OFFSET) >= HOLDS_ALONE;
}

export function list_weak(heap: Heap, object: usize): void {
  if (can_list(heap, heap.weak)) push(heap.weak, object);
  else heap.weak_unlisted = 1;
}

export function is_weak(heap: Heap, object: usize): boolean {
  const kind: u32 = descriptor_of(heap.table, object).kind;
  return kind === WEAK;
}
