// Reads XML through libexpat, in one piece and byte by byte.
import assert from 'node:assert/strict';
import { fits, outline, textsOf } from './xml.ts';

const isSmall = process.env.MIXMOD_EXAMPLES === 'small';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
assert(fits());

const document = bytes(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library [ <!ENTITY press "Éditions &amp; Söhne"> ]>
<library city="Zürich">
  <book id="1" lang="fr"><title>Le Petit &lt;Prince&gt;</title><by>A. de Saint-Exupéry</by></book>
  <book id="2"><title><![CDATA[a < b]]> and 😀</title><by>&press;</by></book>
  <empty/>
</library>
`);
console.log(outline(document, document.length).trimEnd());
for (const step of [1, 2, 7, 64, document.length]) {
  assert.equal(outline(document, step), outline(document, 1_000_000));
  assert.equal(textsOf(document, 'title', step), 'Le Petit <Prince>\na < b and 😀');
  assert.equal(textsOf(document, 'by', step), 'A. de Saint-Exupéry\nÉditions & Söhne');
}
console.log('the same in pieces of every size');

for (const [text, message] of [
  ['<a><b></a>', /^mismatched tag, line 1, column 8$/],
  ['<a>\n<b x=1/></a>', /^not well-formed \(invalid token\), line 2, column 5$/],
  ['', /^no element found, line 1, column 0$/],
  ['<a/><b/>', /^junk after document element, line 1, column 4$/],
  ['<a>&nothing;</a>', /^undefined entity, line 1, column 3$/],
] as const)
  assert.throws(() => outline(bytes(text), 3), { name: 'SyntaxError', message });
assert.throws(() => outline(document, 0), RangeError);
console.log('what is wrong, with its place');

const COUNT = isSmall ? 200 : 200_000;
let large = '<rows>';
for (let i = 0; i < COUNT; i++) large += `<row n="${i}">${i * i}</row>`;
const rows = textsOf(bytes(`${large}</rows>`), 'row', 65_536).split('\n');
assert.equal(rows.length, COUNT);
assert(rows.every((text, i) => text === String(i * i)));
console.log('a large document');
