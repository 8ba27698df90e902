// Runs each program of library.ts and shows what it gives; what can be computed here is compared.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as library from './library.ts';

const isSmall = process.env.MIXMOD_EXAMPLES === 'small';

assert.match(library.version(), /^3\.\d+/);
const count = isSmall ? 1000 : 100_000;
const [rows, price, pages, , cover] = library.shelf(count).split('|').map(Number);
let [wantedPrice, wantedPages, wantedCover] = [0, 0, 0];
for (let i = 0; i < count; i++) {
  wantedPrice += i / 4;
  if (i % 10 !== 9) wantedPages += i * 3;
  wantedCover += i % 50;
}
assert.deepEqual([rows, price, pages, cover], [count, wantedPrice, wantedPages, wantedCover]);
console.log('the rows of a table, summed up, are what was inserted');
console.log(library.shelf(12));

console.log(library.values(-(2n ** 63n), 0.1, 'naïve 😀', Uint8Array.of(0, 1, 255)));
console.log(library.values(2n ** 63n - 1n, -1e300, '', new Uint8Array(0)));
assert.throws(() => library.values(0n, 0, 'a\0b', new Uint8Array(1)), TypeError);
console.log(library.transactions());
console.log(library.blobs(5500));
console.log(library.functions(20));
console.log(library.rows());
const path = join(tmpdir(), `mixmod-example-${process.pid}.db`);
try {
  console.log(library.busy(path));
} finally {
  rmSync(path, { force: true });
}
console.log(library.traced());
for (let kind = 0; kind < library.mistakes; kind++) {
  assert.throws(
    () => library.mistake(kind),
    (error: Error) => {
      console.log(String(error));
      return true;
    },
  );
}
console.log(`${library.memoryUsed()} bytes are left`);
