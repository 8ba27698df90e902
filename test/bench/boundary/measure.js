// One row of one module, in a process of its own: `measure.js ROW MODULE ADDON` prints JSON, the nanoseconds of one call in the best sample
// and in the median one. The addon has the clock.
import { createRequire } from 'node:module';
import process from 'node:process';
import { isExpected, loopOf, ROWS } from '../ffi/rows.js';
import { sampled } from '../ffi/sampled.js';

const [index, module, addon] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const row = ROWS[Number(index)];
const loop = loopOf(require(module), row, module);
const figures = await sampled(loop, require(addon).nanoseconds, row.calls);
if (!isExpected(row, loop(2))) throw new Error(`${module}: ${row.name} gave ${String(loop(1))}`);
console.log(JSON.stringify(figures));
