// One row of one peer, in a process of its own, in any host: `measure.js PEER ROW LIBRARY ADDON` prints JSON, the nanoseconds of one call
// in the best sample and in the median one, or `null` where the peer has no such call.
import process from 'node:process';
import { isExpected, loopOf, ROWS } from './rows.js';

const SAMPLES = 15;
const SAMPLE_NANOSECONDS = 3e6;
/** V8 optimizes in another thread: it is waited for between the rounds of the warm-up. */
const WARM_UP = 12;
const WARM_UP_NANOSECONDS = 25e6;

const pause = () => new Promise((resolve) => setTimeout(resolve, 4));

async function measure(f, row, peer) {
  const loop = loopOf(f, row, peer);
  const sample = (runs) => {
    const start = f.nanoseconds();
    loop(runs);
    return f.nanoseconds() - start;
  };
  let runs = 1;
  while (sample(runs) < SAMPLE_NANOSECONDS / 2) runs *= 2;
  for (let round = 0; round < WARM_UP; round++) {
    const times = Math.ceil(WARM_UP_NANOSECONDS / Math.max(1, sample(runs)));
    for (let time = 0; time < times; time++) sample(runs);
    await pause();
  }
  // What is optimized by now takes less.
  while (sample(runs) < SAMPLE_NANOSECONDS / 2) runs *= 2;
  const taken = [];
  for (let index = 0; index < SAMPLES; index++) {
    taken.push(sample(runs) / (runs * row.calls));
    await pause();
  }
  if (!isExpected(row, loop(runs))) throw new Error(`${peer}: ${row.name} gave ${String(loop(1))}`);
  taken.sort((a, b) => a - b);
  return { best: taken[0], median: taken[SAMPLES >> 1] };
}

const [peer, index, library, addon] = process.argv.slice(2);
const { bind } = await import(`./peers/${peer}.js`);
const f = bind(library, addon);
const row = ROWS[Number(index)];
console.log(JSON.stringify(row.needs in f ? await measure(f, row, peer) : null));
process.exit(0);
