// Calls of C by `_ffi`, koffi and Node-API, measured in turn in one process → a table: nanoseconds a call, the best sample and the median.
// `node test/bench/ffi/bench.js [samples] [row …]`
import { INTS, PEERS } from './peers.js';

const [wanted = '15', ...only] = process.argv.slice(2);
const SAMPLES = Number(wanted);

// The text of a call, what it is called with, how many calls a run of it makes, and how many runs a sample.
const ROWS = [
  ['noop()', 'f.noop()'],
  ['int add(int, int)', 'f.add(i, 2)'],
  ['double dadd(double, double)', 'f.dadd(i, 0.5)'],
  ['mix(int, double, int, double)', 'f.mix(i, 0.5, 3, 1.5)'],
  ['add10(10 ints)', 'f.add10(i, 1, 2, 3, 4, 5, 6, 7, 8, 9)'],
  ['add64(bigint, bigint)', 'f.add64(big, 3n)'],
  ['strlen(string of 16)', 'f.length(text)'],
  ['char * → string of 16', 'f.greeting()'],
  ['f(Uint8Array, int)', 'f.first(bytes, i & 63)'],
  ['struct {int, int} both ways', 'f.pair_swap(pair)'],
  ['struct {double, double} × 2', 'f.point_add(point, point)'],
  ['callback(int, int)', 'f.callback(1000)', 1000],
  ['qsort of 10,000 ints', 'f.sort(ints.slice())', 1],
].filter(([name]) => only.length === 0 || only.some((part) => name.includes(part)));

/** Unlike every other text: V8 shares what it learns of equal texts. */
function loopOf(peer, [, text]) {
  const source = `const { bytes, text, big, ints } = data; const pair = f.pair(1, 2), point = f.point(1, 2);
return (n) => { let last; for (let i = 0; i < n; i++) last = ${text}; return last; }; // ${peer} ${text}`;
  const data = { bytes: new Uint8Array(64), text: 'sixteen letters!', big: 2n ** 40n, ints: INTS };
  return new Function('f', 'data', source)(PEERS[peer], data);
}

function sample(loop, runs) {
  const start = process.hrtime.bigint();
  loop(runs);
  return Number(process.hrtime.bigint() - start);
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const figure = (value) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

const peers = Object.keys(PEERS);
console.log(`| best (median) | ${peers.join(' | ')} |`);
console.log(`|---|${'--:|'.repeat(peers.length)}`);
for (const row of ROWS) {
  const calls = row[2] ?? 1;
  const runs = row[1].includes('sort') ? 1 : Math.ceil(200_000 / calls);
  const loops = peers.map((peer) => loopOf(peer, row));
  const taken = peers.map(() => []);
  // V8 optimizes in another thread.
  for (let round = 0; round < SAMPLES + 3; round++) {
    loops.forEach((loop, i) => {
      const nanoseconds = sample(loop, runs) / (runs * calls);
      if (round >= 3) taken[i].push(nanoseconds);
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const cells = taken.map((all) => `${figure(Math.min(...all))} (${figure(median(all))})`);
  console.log(`| ${row[0]} | ${cells.join(' | ')} |`);
}
