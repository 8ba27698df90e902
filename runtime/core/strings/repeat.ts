// repeat, padStart, padEnd.
import { f64, isize, usize } from 'mixmod';
import { copy_bytes } from '../gc/memory.ts';
import { string_concat } from './concat.ts';
import { write_text } from './flat.ts';
import { part_of } from './from-units.ts';
import {
  empty_string,
  is_wide_text,
  length_of,
  MAX_LENGTH,
  new_string,
  raise_at,
  raise_number_at,
  UNITS_OFFSET,
} from './layout.ts';

/** ECMA-262 22.1.3.18; `count` is as it was given. */
export function string_repeat(
  count_site: usize,
  length_site: usize,
  text: usize,
  count: f64,
): usize {
  const whole = count !== count ? 0 : Math.trunc(count);
  if (whole < 0 || whole === Infinity) raise_number_at(count_site, count);
  const length = length_of(text);
  if (length === 0 || whole === 0) return empty_string();
  if (whole * f64(length) > f64(MAX_LENGTH)) raise_at(length_site);
  return repeated(text, usize(whole));
}

function repeated(text: usize, count: usize): usize {
  if (count === 1) return text;
  const length = length_of(text);
  const wide = is_wide_text(text);
  const made = new_string(length * count, wide);
  const units = made + UNITS_OFFSET;
  write_text(text, units, wide);
  const one = wide ? length * 2 : length;
  const all = one * count;
  // What is there is copied behind itself, twice as much each time.
  for (let done = one; done < all;) {
    const more = done < all - done ? done : all - done;
    copy_bytes(units, units + done, more);
    done += more;
  }
  return made;
}

export function string_pad_start(site: usize, text: usize, target: isize, filler: usize): usize {
  const missing = missing_units(site, text, target, filler);
  return missing === 0 ? text : string_concat(site, filling(filler, missing), text);
}

export function string_pad_end(site: usize, text: usize, target: isize, filler: usize): usize {
  const missing = missing_units(site, text, target, filler);
  return missing === 0 ? text : string_concat(site, text, filling(filler, missing));
}

function missing_units(site: usize, text: usize, target: isize, filler: usize): usize {
  const length = isize(length_of(text));
  if (target <= length || length_of(filler) === 0) return 0;
  if (target > isize(MAX_LENGTH)) raise_at(site);
  return usize(target - length);
}

/** So many units of the filler, again and again. */
function filling(filler: usize, count: usize): usize {
  const length = length_of(filler);
  if (count <= length) return part_of(filler, 0, count);
  return part_of(repeated(filler, (count + length - 1) / length), 0, count);
}
