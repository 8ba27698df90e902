// replace and replaceAll with a string to look for (ECMA-262 22.1.3.19, 22.1.3.20).
import { type u32, usize } from 'mixmod';
import { string_concat } from './concat.ts';
import { flat } from './flat.ts';
import { part_of } from './from-units.ts';
import { empty_string, length_of } from './layout.ts';
import { index_from } from './search.ts';
import { unit_of } from './units.ts';

const DOLLAR: u32 = 0x24;
const AMPERSAND: u32 = 0x26;
const GRAVE: u32 = 0x60;
const APOSTROPHE: u32 = 0x27;

export function string_replace(site: usize, text: usize, search: usize, by: usize): usize {
  const found = index_from(text, search, 0);
  if (found < 0) return text;
  const at = usize(found);
  const after = at + length_of(search);
  const head = string_concat(site, part_of(text, 0, at), substituted(site, text, at, after, by));
  return string_concat(site, head, part_of(text, after, length_of(text) - after));
}

export function string_replace_all(site: usize, text: usize, search: usize, by: usize): usize {
  const length = length_of(text);
  const count = length_of(search);
  let made = empty_string();
  let end: usize = 0;
  let found = index_from(text, search, 0);
  if (found < 0) return text;
  while (found >= 0) {
    const at = usize(found);
    made = string_concat(site, made, part_of(text, end, at - end));
    made = string_concat(site, made, substituted(site, text, at, at + count, by));
    end = at + count;
    // An empty string is found between all units, and at the end.
    const next = count === 0 ? at + 1 : end;
    found = next > length ? -1 : index_from(text, search, next);
  }
  return string_concat(site, made, part_of(text, end, length - end));
}

/** GetSubstitution (22.1.3.19.1) without captures: `$$`, `$&`, `` $` `` and `$'`. */
function substituted(site: usize, text: usize, at: usize, after: usize, by: usize): usize {
  const length = length_of(by);
  const units = flat(by);
  let made = empty_string();
  let copied: usize = 0;
  for (let i: usize = 0; i + 1 < length; i++) {
    if (unit_of(units, i) !== DOLLAR) continue;
    const kind = unit_of(units, i + 1);
    if (kind !== DOLLAR && kind !== AMPERSAND && kind !== GRAVE && kind !== APOSTROPHE) continue;
    made = string_concat(site, made, part_of(by, copied, i - copied));
    made = string_concat(site, made, referred(text, at, after, kind, by, i));
    i++;
    copied = i + 1;
  }
  return copied === 0 ? by : string_concat(site, made, part_of(by, copied, length - copied));
}

function referred(
  text: usize,
  at: usize,
  after: usize,
  kind: u32,
  by: usize,
  dollar: usize,
): usize {
  if (kind === AMPERSAND) return part_of(text, at, after - at);
  if (kind === GRAVE) return part_of(text, 0, at);
  if (kind === APOSTROPHE) return part_of(text, after, length_of(text) - after);
  return part_of(by, dollar, 1);
}
