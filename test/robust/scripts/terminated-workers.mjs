// Workers that are terminated at random moments, in the middle of allocations, collections and raises. Arguments: the module,
// how many.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const areas = () => readFileSync('/proc/self/maps', 'utf8').split('\n').length;
const resident = () => process.memoryUsage.rss();

if (isMainThread) {
  const [, , node, count] = process.argv;
  const m = createRequire(import.meta.url)(node);
  m.keep(4, 77);
  const one = async () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: node });
    await new Promise((done) => worker.once('message', done));
    await new Promise((done) => setTimeout(done, Math.random() * 15));
    m.churn(3, 6);
    await worker.terminate();
  };
  const round = () => Promise.all([one(), one()]);
  for (let i = 0; i < Math.max(10, count / 10); i++) await round();
  const before = { areas: areas(), resident: resident() };
  for (let i = 0; i < count / 2; i++) await round();
  const grown = { areas: areas() - before.areas, resident: resident() - before.resident };
  process.stdout.write(JSON.stringify({ ...grown, own: m.holds() }));
} else {
  const m = createRequire(import.meta.url)(workerData);
  const { parentPort } = await import('node:worker_threads');
  m.keep(12, 1);
  m.fill(10_000);
  parentPort.postMessage('ready');
  for (let i = 0; ; i++) {
    m.churn(20, 6);
    m.replace(5000);
    try {
      m.fail(i % 40);
    } catch {
      // The raise is what may be interrupted.
    }
  }
}
