'use mixmod';

/** The two running sums of Adler-32 over at most 5552 bytes, packed into one number. */
export function sums(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let i = 0; i < data.length && i < 5552; i++) {
    a += data[i];
    b += a;
  }
  return (b % 65521) * 65536 + (a % 65521);
}
