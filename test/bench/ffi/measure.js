// One row of one peer, in a process of its own, in any host: `measure.js PEER ROW LIBRARY ADDON` prints JSON, the nanoseconds of one call
// in the best sample and in the median one, or `null` where the peer has no such call. `bare` has rows of its own.
import process from 'node:process';
import { FLOOR, isExpected, loopOf, ROWS } from './rows.js';
import { sampled } from './sampled.js';

async function measure(f, row, peer) {
  const loop = loopOf(f, row, peer);
  const figures = await sampled(loop, f.nanoseconds, row.calls);
  if (!isExpected(row, loop(2))) throw new Error(`${peer}: ${row.name} gave ${String(loop(1))}`);
  return figures;
}

const [peer, index, library, addon] = process.argv.slice(2);
const { bind } = await import(`./peers/${peer}.js`);
const f = bind(library, addon);
const row = (peer === 'bare' ? FLOOR : ROWS)[Number(index)];
console.log(JSON.stringify(row.needs in f ? await measure(f, row, peer) : null));
process.exit(0);
