// The environment variable MIXMOD_GC: words separated by commas, read when a heap is made.
//   stress       a collection at every allocation, every second one a major one that moves all it can
//   verify       the whole heap is looked at after each collection
//   log          a line on stderr for each collection
//   cpu          times are those of the thread: what else the machine does is left out
//   poor         lists that a collection can do without stay empty, as if there were no memory for them
//   nursery=2m   bytes of the nursery: k and m are powers of 1024
import { usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { BLOCK_SHIFT } from './layout.ts';
import { byte, gc_settings } from './memory.ts';
import { reserve, type Vector } from './vector.ts';

const COMMA = 44;
const ZERO = 48;
const NINE = 57;

export function read_settings(heap: Heap): void {
  let at = gc_settings();
  if (at === 0) return;
  while (byte(at) !== 0) {
    // Each has another first letter.
    const first = byte(at);
    if (first === 115) heap.stress = 1;
    else if (first === 118) heap.verify = 1;
    else if (first === 108) heap.log = 1;
    else if (first === 99) heap.cpu_clock = 1;
    else if (first === 112) heap.poor = 1;
    else if (first === 110) set_nursery(heap, at);
    while (byte(at) !== 0 && byte(at) !== COMMA) at++;
    if (byte(at) === COMMA) at++;
  }
}

/** Room for one more in a list that a collection can do without. */
export function can_list(heap: Heap, list: Vector): boolean {
  return heap.poor === 0 && reserve(list, 1);
}

/** One block at least, 1 GiB at most. */
function set_nursery(heap: Heap, word: usize): void {
  let at = word;
  while (byte(at) !== 0 && byte(at) !== COMMA && (byte(at) < ZERO || byte(at) > NINE)) at++;
  let bytes: usize = 0;
  for (; byte(at) >= ZERO && byte(at) <= NINE && bytes < 1073741824; at++)
    bytes = bytes * 10 + usize(byte(at)) - usize(ZERO);
  if (byte(at) === 107) bytes = bytes << 10;
  if (byte(at) === 109) bytes = bytes << 20;
  const blocks = bytes >> BLOCK_SHIFT;
  heap.nursery_blocks = blocks < 1 ? 1 : blocks > 32768 ? 32768 : blocks;
}
