// Code units where they lie: loads and copies between the two widths. `wide`: units of two bytes.
import { rffi, u16, u32, u8, type usize } from 'mixmod';
import { byte, copy_bytes } from '../gc/memory.ts';
import { STRING16, type_of, UNITS_OFFSET } from './layout.ts';

export function unit16(address: usize): u16 {
  return rffi.cast(rffi.USHORTP, address)[0];
}
export function set_unit16(address: usize, unit: u16): void {
  rffi.cast(rffi.USHORTP, address)[0] = unit;
}

export function is_wide(flat: usize): boolean {
  return type_of(flat) === STRING16;
}

/** The unit at `index` of a flat string. */
export function unit_of(flat: usize, index: usize): u32 {
  const units = flat + UNITS_OFFSET;
  return is_wide(flat) ? u32(unit16(units + index * 2)) : u32(byte(units + index));
}

/** The first `length` units of a flat string are bytes below 128. */
export function is_ascii(flat: usize, length: usize): boolean {
  if (is_wide(flat)) return false;
  const bytes = rffi.cast(rffi.UCHARP, flat + UNITS_OFFSET);
  let i: usize = 0;
  while (i < length) {
    const end = i + 64 < length ? i + 64 : length;
    let seen: u32 = 0;
    for (; i < end; i++) seen |= bytes[i];
    if (seen > 127) return false;
  }
  return true;
}

/** `count` units of a flat string from `first` on to `target`, which is wide where the string is. */
export function copy_units(
  flat: usize,
  first: usize,
  count: usize,
  target: usize,
  wide: boolean,
): void {
  const units = flat + UNITS_OFFSET;
  if (is_wide(flat)) copy_bytes(units + first * 2, target, count * 2);
  else if (!wide) copy_bytes(units + first, target, count);
  else widen(units + first, target, count);
}

function widen(from: usize, to: usize, count: usize): void {
  const source = rffi.cast(rffi.UCHARP, from);
  const target = rffi.cast(rffi.USHORTP, to);
  for (let i: usize = 0; i < count; i++) target[i] = source[i];
}

/** Units that all fit a byte from two bytes to one. */
export function narrow(from: usize, to: usize, count: usize): void {
  const source = rffi.cast(rffi.USHORTP, from);
  const target = rffi.cast(rffi.UCHARP, to);
  for (let i: usize = 0; i < count; i++) target[i] = u8(source[i]);
}

/** All of so many wide units fit a byte. Blocks of 64 are looked at at once. */
export function all_narrow(from: usize, count: usize): boolean {
  const units = rffi.cast(rffi.USHORTP, from);
  let i: usize = 0;
  while (i < count) {
    const end = i + 64 < count ? i + 64 : count;
    let seen: u32 = 0;
    for (; i < end; i++) seen |= units[i];
    if (seen > 255) return false;
  }
  return true;
}

export function unit_of16(flat: usize, index: usize): u16 {
  return u16(unit_of(flat, index));
}
