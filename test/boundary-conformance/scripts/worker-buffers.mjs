// Memory that goes from one environment's module to the other's: copied, and transferred in both directions.
import { createRequire } from 'node:module';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const m = require(isMainThread ? process.argv[2] : workerData);

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: process.argv[2] });
  const ask = (message, transfer) =>
    new Promise((done, failed) => {
      worker.once('message', done).once('error', failed);
      worker.postMessage(message, transfer);
    });
  const copied = m.filled(1000, 1);
  const moved = m.filled(1000, 2);
  m.keepView(moved);
  const before = m.viewLength();
  const sums = [await ask(copied), await ask(moved, [moved.buffer])];
  const given = sums.map(({ sum }) => sum);
  const back = sums.map(({ data }) => m.total(data));
  const report = {
    before,
    after: m.viewLength(),
    lengths: [copied.length, moved.length],
    given,
    back,
  };
  await worker.terminate();
  process.stdout.write(JSON.stringify(report));
} else {
  parentPort.on('message', (data) => {
    const sum = m.total(data);
    m.keepView(data);
    const made = m.filled(10, 5);
    parentPort.postMessage({ sum, data: made }, [made.buffer]);
  });
}
