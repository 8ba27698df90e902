// Workers that are terminated while calls of theirs run on the pool, and wait for it. Arguments: the module, how many.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const areas = () => readFileSync('/proc/self/maps', 'utf8').split('\n').length;

if (isMainThread) {
  const [, , node, count] = process.argv;
  const m = createRequire(import.meta.url)(node);
  const one = async () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: node });
    await new Promise((done) => worker.once('message', done));
    await new Promise((done) => setTimeout(done, Math.random() * 10));
    const own = m.churn(100);
    await worker.terminate();
    return own;
  };
  const round = () => Promise.all([one(), one()]);
  for (let i = 0; i < Math.max(5, count / 10); i++) await round();
  const before = { areas: areas(), resident: process.memoryUsage.rss() };
  for (let i = 0; i < count / 2; i++) await round();
  const own = await m.churn(100);
  process.stdout.write(
    JSON.stringify({
      areas: areas() - before.areas,
      resident: process.memoryUsage.rss() - before.resident,
      own,
    }),
  );
} else {
  const m = createRequire(import.meta.url)(workerData);
  const { parentPort } = await import('node:worker_threads');
  const data = new Uint8Array(5000);
  const call = (i) =>
    i % 3 === 0
      ? m.fails('luck').catch(() => {})
      : m.work([{ name: 'a', values: [1] }], data, 60, { progress: () => {} });
  parentPort.postMessage('ready');
  for (;;) await Promise.all(Array.from({ length: 30 }, (_, i) => call(i)));
}
