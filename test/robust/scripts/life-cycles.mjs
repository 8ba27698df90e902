// Workers that load the module, use it and end, one after the other and many at once; prints what the process holds before
// and after. Arguments: the module, how many after each other, rounds of sixteen at once.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const AT_ONCE = 16;

/** Mapped areas of the size of chunks or above: what a heap that was left behind would show. */
const areas = () => readFileSync('/proc/self/maps', 'utf8').split('\n').length;
const resident = () => process.memoryUsage.rss();

if (isMainThread) {
  const [, , node, cycles, rounds] = process.argv;
  const live = (stamp) =>
    new Promise((done, failed) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { node, stamp } });
      let answer;
      worker.on('message', (message) => (answer = message)).on('error', failed);
      worker.on('exit', () => done(answer));
    });
  const wrong = [];
  const look = (stamp, answer) => {
    if (answer !== `31 31 31 ${stamp} ${stamp % 256} stamp ${stamp},`) wrong.push([stamp, answer]);
  };
  const phase = async (count, one) => {
    for (let i = 0; i < Math.max(3, count / 5); i++) await one(i);
    const before = { areas: areas(), resident: resident() };
    for (let i = 0; i < count; i++) await one(i);
    return { areas: areas() - before.areas, resident: resident() - before.resident };
  };
  const m = createRequire(import.meta.url)(node);
  m.keep(4, 77);
  const sequential = await phase(Number(cycles), async (i) => look(i, await live(i)));
  const parallel = await phase(Number(rounds), async () => {
    const all = Array.from({ length: AT_ONCE }, (_, i) => live(i));
    m.churn(10, 8);
    (await Promise.all(all)).forEach((answer, i) => look(i, answer));
  });
  const own = m.holds();
  process.stdout.write(JSON.stringify({ sequential, parallel, wrong, own }));
} else {
  const { node, stamp } = workerData;
  const m = createRequire(import.meta.url)(node);
  m.keep(4, stamp);
  m.churn(200, 8);
  m.fill(10_000);
  m.replace(100_000);
  const { parentPort } = await import('node:worker_threads');
  parentPort.postMessage(m.holds());
}
