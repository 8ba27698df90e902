// What the large programs of test/bench/programs/ must give, said by Node's own RegExp, JSON and zlib, and by the
// published numbers of moves of chess positions.
import { inspect } from 'node:util';

interface Check {
  readonly expression: string;
  readonly expected: string;
}

const check = (expression: string, value: unknown): Check => ({
  expression,
  expected: inspect(value, { breakLength: Infinity, compact: true }),
});

/** Pattern, flags, text. */
const PATTERNS: readonly (readonly [string, string, string])[] = [
  ['abc', '', 'xabcx'],
  ['a*b', '', 'aaab'],
  ['a+?', '', 'aaa'],
  ['(a+)(a*)', '', 'aaaa'],
  ['(a+?)(a*)', '', 'aaaa'],
  ['^abc$', '', 'abc'],
  ['^b', 'm', 'a\nb'],
  ['a$', 'm', 'xa\nb'],
  ['a.c', '', 'a\nc'],
  ['a.c', 's', 'a\nc'],
  ['[a-c]+', '', 'xxabcabd'],
  ['[^a-c]+', '', 'abxyc'],
  ['[\\d-]+', '', 'a12-3'],
  ['[\\w-z]+', '', '--az'],
  ['[\\D]+', '', '12ab3'],
  ['[^\\s]+', '', '  ab c'],
  ['\\bfoo\\b', '', 'a foo b'],
  ['\\Boo', '', 'foo'],
  ['(foo|bar)+', '', 'foobarfoo'],
  ['(?:foo|bar)baz', '', 'barbaz'],
  ['(a)|(b)', '', 'b'],
  ['(?:(a)|(b))+', '', 'ab'],
  ['(a)(b)?', '', 'ac'],
  ['(\\w)\\1', '', 'abccd'],
  ['(?<x>a)\\k<x>', '', 'aa'],
  ['a{2}', '', 'aaa'],
  ['a{2,}', '', 'aaaa'],
  ['a{2,3}?', '', 'aaaa'],
  ['a{0}b', '', 'aab'],
  ['x{,3}', '', 'x{,3}'],
  ['a{5,9}', '', 'aaaaaaa'],
  ['foo(?=bar)', '', 'foobar'],
  ['foo(?!bar)', '', 'foobar foobaz'],
  ['(?=(a+))a*b\\1', '', 'baaabac'],
  ['(?=(a+))', '', 'baaabac'],
  ['(.*?)a(?!(a+)b\\2c)\\2(.*)', '', 'baaabaac'],
  ['(z)((a+)?(b+)?(c))*', '', 'zaacbbbcac'],
  ['(a*)*', '', 'b'],
  ['(?:a?)*?b', '', 'aab'],
  ['(?:)*', '', 'x'],
  ['(a?)+', '', 'aaab'],
  ['((a)|b)*', '', 'abab'],
  ['ABC', 'i', 'xabcx'],
  ['[a-f]+', 'i', 'xABCDEFGx'],
  ['(A)\\1', 'i', 'aA'],
  ['\\x41\\u0042', '', 'AB'],
  ['\\t\\n', '', '\t\n'],
  ['[\\b]', '', 'a\bb'],
  ['\\.', '', 'a.b'],
  ['\\/', '', 'a/b'],
  ['a|ab|abc', '', 'abc'],
  ['(a|ab)(c|bcd)(d*)', '', 'abcd'],
  ['(?:a|ab)(?:c|bcd)(?:d*)', '', 'abcd'],
  ['\\d+(\\.\\d+)?', '', 'price 12.50'],
  ['^(\\w+)\\s(\\w+)$', '', 'John Smith'],
  ['(\\d{4})-(\\d{2})-(\\d{2})', '', 'on 2026-11-26'],
  ['^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$', 'i', 'A.b@C.org'],
  ['"([^"\\\\]|\\\\.)*"', '', 'say "a\\"b" now'],
  ['<(\\w+)>.*?</\\1>', '', '<b>x</b><b>'],
  ['', '', 'abc'],
  ['$', '', 'abc'],
  ['^', '', ''],
  ['[]', '', 'a'],
  ['[^]', '', '\n'],
  ['[a\\]]+', '', 'a]a'],
  ['a(?:b(?:c(?:d)?)?)?', '', 'abce'],
  ['(?:ab){3}', '', 'ababab'],
  ['(ab){5}c', '', 'abababababc'],
  ['é+', '', 'caféé'],
  ['\\s+', '', 'a\u00a0\u2003b'],
  ['\\w+?\\b', '', 'hello world'],
  ['(x+x+)+y', '', 'xxxxxxxxxxy'],
  ['[A-Za-z_]\\w*', '', '9 _id7'],
  ['(a{1,2}){2}', '', 'aaaa'],
];

/** As the program writes a match. */
function groupsOf(source: string, flags: string, text: string): string {
  const match = new RegExp(source, flags).exec(text);
  return match ? `${match.index}: ${[...match].map(String).join('|')}` : 'no match';
}

export const REGEX_CHECKS: readonly Check[] = PATTERNS.map(([source, flags, text]) => {
  const args = [source, flags, text].map((one) => JSON.stringify(one)).join(', ');
  return check(`groups(${args})`, groupsOf(source, flags, text));
});

const DOCUMENTS: readonly string[] = [
  '{ "a" : [1, 2.5e3, -0, true, null], "b": "x\\u0041\\n" }',
  '[]',
  ' {} ',
  '[[[[1]]], {"a": {"b": {"c": []}}}]',
  '"\\ud83d\\ude00 \\ud800 \\"\\\\ \\/ \\b\\f\\n\\r\\t"',
  '123456789012345678901234567890',
  '[0.1, 1e-7, 1E+21, -1.5, 12345678901234567]',
  '{"\u00e9": "\u2028", "": false}',
];

export const JSON_CHECKS: readonly Check[] = DOCUMENTS.flatMap((text) => {
  const value: unknown = JSON.parse(text);
  const written = JSON.stringify(text);
  return [
    check(`minified(${written})`, JSON.stringify(value)),
    check(`pretty(${written})`, JSON.stringify(value, null, 2)),
  ];
});

const LEVELS = Array.from({ length: 10 }, (_, level) => level);
const DATA: readonly string[] = [
  'new Uint8Array(0)',
  'Uint8Array.of(1)',
  'new Uint8Array(1000)',
  'sample(20000)',
  // Noise, which becomes no shorter.
  'new Uint8Array(4000).map((_, i) => Math.imul(i * i + 7, 0x9e3779b1) >>> 13)',
  "new Uint8Array(Buffer.from('ab'.repeat(40000)))",
  "new Uint8Array(Buffer.from('Node and mixmod agree. '.repeat(9) + 'é'))",
];

/** Both ways with Node's zlib, at every level. */
export const DEFLATE_CHECKS: readonly Check[] = DATA.flatMap((data) => {
  const zlib = "process.getBuiltinModule('node:zlib')";
  const atAllLevels = (made: (level: string) => string): Check =>
    check(
      `[${LEVELS.join()}].every((level) => Buffer.from(${made('level')}).equals(Buffer.from(${data})))`,
      true,
    );
  return [
    atAllLevels((level) => `${zlib}.inflateSync(zlibCompressed(${data}, ${level}))`),
    atAllLevels((level) => `${zlib}.gunzipSync(gzipCompressed(${data}, ${level}))`),
    atAllLevels((level) => `${zlib}.inflateRawSync(deflateRaw(${data}, ${level}))`),
    atAllLevels(
      (level) =>
        `zlibDecompressed(new Uint8Array(${zlib}.deflateSync(${data}, { level: ${level} })))`,
    ),
    atAllLevels(
      (level) => `gzipDecompressed(new Uint8Array(${zlib}.gzipSync(${data}, { level: ${level} })))`,
    ),
    atAllLevels(
      (level) => `inflateRaw(new Uint8Array(${zlib}.deflateRawSync(${data}, { level: ${level} })))`,
    ),
  ];
});

/** Positions that find the usual mistakes in move generators, with the numbers of moves for each depth. */
const PERFT: readonly (readonly [string, readonly number[]])[] = [
  ['rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1', [20, 400, 8902, 197_281]],
  ['r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1', [48, 2039, 97_862]],
  ['8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1', [14, 191, 2812, 43_238]],
  ['r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1', [6, 264, 9467]],
  ['rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8', [44, 1486, 62_379]],
  ['r4rk1/1pp1qppp/p1np1n2/2b1p1B1/2B1P1b1/P1NP1N2/1PP1QPPP/R4RK1 w - - 0 10', [46, 2079, 89_890]],
];

export const PERFT_CHECKS: readonly Check[] = PERFT.flatMap(([fen, counts]) =>
  counts.map((count, i) => check(`perft('${fen}', ${i + 1})`, count)),
);
