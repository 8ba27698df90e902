// Every method, at the borders of its arguments, of one-byte and two-byte text.
'use mixmod';
const LATIN = 'naïve Café';
const WIDE = 'x€y€€z€';
export function search(): string {
  let out = '';
  for (let i = -2; i < 12; i++) {
    out += `${LATIN.indexOf('a', i)},${LATIN.lastIndexOf('a', i)},${WIDE.indexOf('€', i)},`;
    out += `${WIDE.lastIndexOf('€€', i)},${LATIN.startsWith('ve', i)},${LATIN.endsWith('ve', i)};`;
  }
  return out;
}
export function found(): string {
  return `${LATIN.includes('Caf')} ${LATIN.includes('€')} ${WIDE.includes('y')} ${'aaa'.lastIndexOf('')} ${'aaa'.indexOf('', 9)} ${'é'.indexOf('€é'.charAt(1))}`;
}
export function last(text: string, from: number): number {
  return text.lastIndexOf('a', from);
}
export function cut(text: string, a: number, b: number): string {
  return `${text.substring(a, b)}|${text.slice(a, b)}|${text.substr(a, b)}|${text.charAt(a)}|${text.at(a)}`;
}
export function ends(text: string): string {
  return `${text.substring(2)}|${text.slice(-2)}|${text.substr(-3)}|${text.slice()}|${text.charAt()}`;
}
export function trims(text: string): string {
  return `[${text.trim()}][${text.trimStart()}][${text.trimEnd()}]`;
}
export function pads(text: string, n: number, filler: string): string {
  return `${text.padStart(n, filler)} ${text.padEnd(n, filler)} ${text.padStart(n)}`;
}
export function repeated(text: string, n: number): string {
  return text.repeat(n);
}
export function replaced(text: string, what: string, by: string): string {
  return `${text.replace(what, by)} ${text.replaceAll(what, by)}`;
}
export function parts(text: string, separator: string, limit: number): string {
  let out = '';
  for (const part of text.split(separator)) out += `<${part}>`;
  return `${out} ${text.split(separator, limit).length}`;
}
export function units(a: number, b: number): string {
  return String.fromCharCode(a, b) + String.fromCharCode();
}
export function points(a: number, b: number): string {
  return String.fromCodePoint(a, b);
}
export function point(text: string, i: number): number | undefined {
  return text.codePointAt(i);
}
export function formed(text: string): string {
  return `${text.isWellFormed()} ${text.toWellFormed()}`;
}
export function item(text: string, i: number): string {
  return text[i];
}
export function joined(a: string, b: string): string {
  return a.concat(b, '!', a) + a.concat().toString() + b.valueOf();
}
// search() → '1,-1,1,-1,false,false;1,-1,1,-1,false,false;1,-1,1,-1,false,false;1,1,1,-1,false,false;7,1,3,-1,false,false;7,1,3,3,true,false;7,1,4,3,false,false;7,1,6,3,false,true;7,1,6,3,false,false;7,7,-1,3,false,false;-1,7,-1,3,false,false;-1,7,-1,3,false,false;-1,7,-1,3,false,false;-1,7,-1,3,false,false;'
// found() → 'true false true 3 3 0'
// last('banana', 2.5) → 1
// last('banana', NaN) → 5
// last('banana', -Infinity) → -1
// cut('abcdef', 1, 4) → 'bcd|bcd|bcde|b|b'
// cut('abcdef', 4, 1) → 'bcd||e|e|e'
// cut('abcdef', -2, 3) → 'abc||ef||e'
// cut('a€cdef', NaN, Infinity) → 'a€cdef|a€cdef|a€cdef|a|a'
// cut('a€cdef', 1.9, -1) → 'a|€cde||€|€'
// ends('h€llo wörld') → 'llo wörld|ld|rld|h€llo wörld|h'
// ends('') → '||||'
// trims('\t\n\v\f\r \u00a0\ufeff\u2003\u2028x y\u2029\u3000 ').length → 28
// trims('\t x  ') → '[x][x  ][\t x]'
// trims('   ') → '[][][]'
// trims('\u180e\u200bx').length → 15
// pads('5', 4, 'ab') → 'aba5 5aba    5'
// pads('5', 4, '') → '5 5    5'
// pads('5', 6, '€u') → '€u€u€5 5€u€u€      5'
// pads('long', -1, 'x') → 'long long long'
// repeated('ab€', 3) → 'ab€ab€ab€'
// repeated('ab', 2.9) → 'abab'
// repeated('', 1e9) → ''
// repeated('ab', NaN) → ''
// repeated('ab', -1) → RangeError: Invalid count value: -1
// repeated('ab', Infinity) → RangeError: Invalid count value: Infinity
// repeated('ab', 2 ** 29) → RangeError: Invalid string length
// replaced('a.b.c', '.', '-') → 'a-b.c a-b-c'
// replaced('a.b.c', '.', "[$&|$`|$'|$$|$1|$]") → 'a[.|a|b.c|$|$1|$]b.c a[.|a|b.c|$|$1|$]b[.|a.b|c|$|$1|$]c'
// replaced('abc', '', '€') → '€abc €a€b€c€'
// replaced('aaaa', 'aa', 'b') → 'baa bb'
// replaced('abc', 'x', 'y') → 'abc abc'
// parts('a,b,,c', ',', 2) → '<a><b><><c> 2'
// parts('h€y', '', 2) → '<h><€><y> 2'
// parts('', ',', 3) → '<> 1'
// parts('', '', 3) → ' 0'
// parts('a--b--', '--', 0) → '<a><b><> 0'
// parts('a--b--', '--', -1) → '<a><b><> 3'
// units(0x41, 0x20ac) → 'A€'
// units(65 + 65536, -1) → 'A￿'
// units(NaN, 0xd83d) → '\x00\ud83d'
// points(0x1f600, 97) → '😀a'
// points(0x10ffff, 0) → '􏿿\x00'
// points(-1, 97) → RangeError: Invalid code point -1
// points(97, 1.5) → RangeError: Invalid code point 1.5
// points(97, 0x110000) → RangeError: Invalid code point 1114112
// point('a😀', 1) → 128512
// point('a😀', 2) → 56832
// point('a😀', 3) → undefined
// point('a\ud83d', 1) → 55357
// formed('a😀') → 'true a😀'
// formed('a\ud83d😀\ude00b') → 'false a�😀�b'
// formed('é') → 'true é'
// item('a€', 1) → '€'
// item('a€', 2) → RangeError: index 2 is out of range for length 2
// item('a€', -1) → RangeError: index -1 is out of range for length 2
// item('a€', 0.5) → RangeError: 0.5 is not a valid index
// joined('a', '€') → 'a€!aa€'
