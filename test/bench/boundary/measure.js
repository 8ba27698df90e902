// One row of one module, in a process of its own: `measure.js ROW MODULE ADDON` prints JSON: the nanoseconds of one call in the best sample,
// and what the last call gave. The addon has the clock, of the thread's time.
import { createRequire } from 'node:module';
import process from 'node:process';
import { inspect } from 'node:util';
import { sampled } from '../ffi/sampled.js';
import { isAsync, loopOf, ROWS } from './rows.js';

const [index, module, addon] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const row = ROWS[Number(index)];
const loop = loopOf(require(module), row, module);

/** Of the wall clock: most of the work is done by other threads, and by waiting for them. */
async function awaited() {
  const samples = [];
  await loop(1000);
  for (let sample = 0; sample < 25; sample++) {
    const start = process.hrtime.bigint();
    await loop(1000);
    samples.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return Math.min(...samples);
}

const best = isAsync(row)
  ? await awaited()
  : (await sampled(loop, require(addon).nanoseconds, row.calls)).best;
const result = inspect(await loop(2), { maxArrayLength: null });
console.log(JSON.stringify({ best, result }));
