// Ropes to flat strings. A rope is written out once and refers to the result from then on.
import { type usize } from 'mixmod';
import { half, reallocate, release, set_half, set_word, word } from '../gc/memory.ts';
import {
  barrier,
  HASH_OFFSET,
  LEFT_OFFSET,
  left_of,
  length_of,
  LENGTH_OFFSET,
  new_string,
  raise_out_of_memory,
  RIGHT_OFFSET,
  right_of,
  ROPE,
  type_of,
  UNITS_OFFSET,
  WIDE,
} from './layout.ts';
import { copy_units } from './units.ts';

/** Needs writing out before its code units can be read. */
export function is_deep(text: usize): boolean {
  return type_of(text) === ROPE && right_of(text) !== 0;
}

/** The object that has the code units of `text`: its first ones, as many as `text` is long. */
export function flat(text: usize): usize {
  if (type_of(text) !== ROPE) return text;
  return right_of(text) === 0 ? left_of(text) : flatten(text);
}

export function string_flat(text: usize): usize {
  return flat(text);
}

/** For the boundary: the code units without writing the string out for good. */
export function string_write(text: usize, target: usize, wide: boolean): void {
  write_text(text, target, wide);
}

function flatten(rope: usize): usize {
  const wide = half(rope + HASH_OFFSET) === WIDE;
  const made = new_string(length_of(rope), wide);
  write_text(rope, made + UNITS_OFFSET, wide);
  set_half(made + HASH_OFFSET, half(rope + LENGTH_OFFSET));
  become_flat(rope, made);
  return made;
}

/** `buffer` begins with the units of the rope. */
export function become_flat(rope: usize, buffer: usize): void {
  set_word(rope + LEFT_OFFSET, buffer);
  set_word(rope + RIGHT_OFFSET, 0);
  set_half(rope + HASH_OFFSET, 0);
  barrier(rope);
}

/** The parts of ropes that are still to be written: 32 pairs of a rope and where it begins. */
const STACK_BYTES: usize = 512;

/**
 * All code units of `text` to `target`. Of two ropes side by side the longer one waits: what is written meanwhile is half as long
 * as what waited before it at most, so 32 places are enough for any string, however deep.
 */
export function write_text(text: usize, target: usize, wide: boolean): void {
  const shift: usize = wide ? 1 : 0;
  let stack: usize = 0;
  let depth: usize = 0;
  let node = text;
  let at = target;
  while (true) {
    while (is_deep(node)) {
      const left = left_of(node);
      const right = right_of(node);
      const middle = at + (length_of(left) << shift);
      if (!is_deep(right)) {
        write_leaf(right, middle, wide);
        node = left;
      } else if (!is_deep(left)) {
        write_leaf(left, at, wide);
        node = right;
        at = middle;
      } else {
        if (stack === 0) stack = new_stack();
        const waiting = stack + depth * 16;
        depth++;
        if (length_of(left) > length_of(right)) {
          set_word(waiting, left);
          set_word(waiting + 8, at);
          node = right;
          at = middle;
        } else {
          set_word(waiting, right);
          set_word(waiting + 8, middle);
          node = left;
        }
      }
    }
    write_leaf(node, at, wide);
    if (depth === 0) break;
    depth--;
    node = word(stack + depth * 16);
    at = word(stack + depth * 16 + 8);
  }
  if (stack !== 0) release(stack);
}

function new_stack(): usize {
  const stack = reallocate(0, STACK_BYTES);
  if (stack === 0) raise_out_of_memory();
  return stack;
}

function write_leaf(text: usize, target: usize, wide: boolean): void {
  copy_units(flat(text), 0, length_of(text), target, wide);
}
