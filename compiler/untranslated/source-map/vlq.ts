// An integer of 32 bits → its Base64 VLQ, as the mappings of source maps write numbers: groups of five bits, the lowest
// first, the sign in the lowest bit of all; a sixth bit says that another group follows.
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function vlq(value: number): string {
  let rest = value < 0 ? -value * 2 + 1 : value * 2;
  let text = '';
  do {
    const group = rest % 32;
    rest = Math.floor(rest / 32);
    text += DIGITS[rest > 0 ? group + 32 : group];
  } while (rest > 0);
  return text;
}
