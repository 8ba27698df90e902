// A worker in a call that never comes back: what terminate() does then. Argument: the module. Ends by a signal.
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { writeSync } from 'node:fs';

if (isMainThread) {
  const [, , node] = process.argv;
  const m = createRequire(import.meta.url)(node);
  const worker = new Worker(new URL(import.meta.url), { workerData: node });
  await new Promise((done) => worker.once('message', done));
  // Until it is in the call: before that it is JavaScript, which stops.
  await new Promise((done) => setTimeout(done, 200));
  let hasEnded = false;
  worker.terminate().then(() => (hasEnded = true));
  await new Promise((done) => setTimeout(done, 700));
  writeSync(1, JSON.stringify({ hasEnded, own: m.churn(10, 4) }));
  process.kill(process.pid, 'SIGTERM');
} else {
  const m = createRequire(import.meta.url)(workerData);
  const { parentPort } = await import('node:worker_threads');
  parentPort.postMessage('ready');
  m.forever();
}
