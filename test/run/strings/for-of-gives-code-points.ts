'use mixmod';
export function points(text: string): string {
  let out = '';
  for (const c of text) out += `[${c}]`;
  return out;
}
export function skipping(text: string): string {
  let out = '';
  for (let c of text) {
    if (c === 'b') continue;
    if (c === 'x') break;
    c += c;
    out = c + out;
  }
  return out;
}
let held = '';
export function assigned(text: string): string {
  for (held of text) if (held === '😀') return 'found ' + held.length;
  return held;
}
export function reassigned(text: string): number {
  let rest = text;
  let n = 0;
  for (const c of rest) {
    rest = '';
    n += c.length;
  }
  return n + rest.length;
}
// points('a😀é€\ud83d\ude00\ud83dz') → '[a][😀][é][€][😀][\ud83d][z]'
// points('\ude00\ud83d') → '[\ude00][\ud83d]'
// points('') → ''
// skipping('abc😀x!') → '😀😀ccaa'
// assigned('ab😀c') → 'found 2'
// assigned('abc') → 'c'
// reassigned('abc😀') → 5
