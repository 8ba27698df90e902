'use mixmod';
// Strings: every code unit arrives, whatever the engine holds it as, and whatever its length.
import { type i32, u32 } from 'mixmod';
export function same(text: string): string { return text; }
export function length(text: string): number { return text.length; }
export function unit(text: string, at: i32): number { return text.charCodeAt(at); }
export function joined(a: string, b: string): string { return a + b; }
export function repeated(text: string, count: i32): string { return text.repeat(count); }
export function fromUnits(units: Uint16Array): string { let text = ''; for (const one of units) text += String.fromCharCode(one); return text; }
/** FNV-1a over the code units: the whole text has arrived. */
export function hash(text: string): u32 {
  let h: u32 = 2166136261;
  for (let i = 0; i < text.length; i++) h = u32((h ^ u32(text.charCodeAt(i))) * 16777619);
  return h;
}
export function all(texts: string[]): string[] { return texts; }
export function keyed(m: Map<string, string>): Map<string, string> { return m; }
// ['', 'a', 'hello world', 'ABC\u0000DEF', '\u00e9\u00ff', '\u0100', '?!@#$%^&*()', '\u{1F600}', 'a\ud800b', '\udc00\ud800', 'x'.repeat(300)].every((text) => same(text) === text) → true
// ['', 'é', '€', '😀', 'a\ud800'].map(length) → [ 0, 1, 1, 2, 2 ]
// [unit('😀', 0), unit('😀', 1), unit('\ud800', 0), unit('', 0)] → [ 55357, 56832, 55296, NaN ]
// joined('Latin', 'Ωmega') → 'LatinΩmega'
// joined('\ud83d', '\ude00') → '😀'
// joined('', '') → ''
// [0, 1, 2, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 1023, 1024, 4095, 4096, 65535, 65536, 100003].every((n) => same('é'.repeat(n)) === 'é'.repeat(n) && same('Ω'.repeat(n)) === 'Ω'.repeat(n)) → true
// ropes = Array.from({ length: 1000 }, (_, i) => String(i)).reduce((a, b) => a + b), [length(ropes), same(ropes) === ropes] → [ 2890, true ]
// sliced = ('x' + ropes).slice(1, 2000), same(sliced) === ropes.slice(0, 1999) → true
// hash('hello') → 1335831723
// hash('x'.repeat(100_000)) === hash('x'.repeat(99_999) + 'y') → false
// fromUnits(Uint16Array.of(0xd83d, 0xde00, 0, 0x41, 0xdfff)) → '😀\x00A\udfff'
// repeated('ab', 3) → 'ababab'
// repeated('a', -1) → RangeError: Invalid count value: -1
// length(repeated('ab', 1 << 20)) → 2097152
// all(['a', '', '\u0000', '\ud83d', '\ude00']) → [ 'a', '', '\x00', '\ud83d', '\ude00' ]
// all(['\ud83d', '\ude00']).join('') → '😀'
// keyed(new Map([['ключ', 'значение'], ['', 'empty']])) → Map(2) { 'ключ' => 'значение', '' => 'empty' }
