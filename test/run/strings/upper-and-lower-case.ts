// Letters whose other case is longer, of another width, or depends on what stands around them.
'use mixmod';
export function upper(text: string): string {
  return text.toUpperCase();
}
export function lower(text: string): string {
  return text.toLowerCase();
}
/** A sum over all code points below `end`, so that every letter counts. */
export function all(end: number): number {
  let sum = 0;
  for (let i = 0; i < end; i++) {
    const text = String.fromCodePoint(i);
    const both = text.toUpperCase() + '|' + text.toLowerCase();
    for (let k = 0; k < both.length; k++) sum = (sum * 31 + both.charCodeAt(k)) | 0;
  }
  return sum;
}
// upper('hello, World 123') → 'HELLO, WORLD 123'
// lower('HELLO, World 123') → 'hello, world 123'
// upper('ALREADY') → 'ALREADY'
// lower('already') → 'already'
// upper('straße ÿ µ é') → 'STRASSE Ÿ Μ É'
// lower('ÀÉÎ×ÞŸ') → 'àéî×þÿ'
// upper('ŉ ǰ ΐ ﬃ և ᾳ ᾼ') → 'ʼN J̌ Ϊ́ FFI ԵՒ ΑΙ ΑΙ'
// lower('İIıi') → 'i̇iıi'
// upper('İIıi') → 'İIII'
// lower('ΑΣ ΣΑΣ Σ Α.Σ ΑΣ.Α Α\u0301Σ\u0301 Α\u00adΣ') → 'ας σας σ α.ς ασ.α άς́ α­ς'
// lower('𐐀Σ Σ𐐀 A\u{e0001}Σ') → '𐐨ς σ𐐨 a󠀁ς'
// upper('𐐨𞤢') → '𐐀𞤀'
// lower('\ud801 \udc00A') → '\ud801 \udc00a'
// all(0x600) → 1729715920
