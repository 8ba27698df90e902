// Very many calls off the thread: some fail, some are aborted, some tell their progress. Prints how the process has grown between the
// first and the second half. Arguments: the module, how many.
import { createRequire } from 'node:module';

const [, , node, count] = process.argv;
const m = createRequire(import.meta.url)(node);
const data = new Uint8Array(20_000).fill(7);
const items = [{ name: 'ä€', values: [1, 2, 3] }];
let news = 0;

const kinds = [
  () => m.work(items, data, 9, { progress: () => news++ }).then((made) => made.length === 9),
  () =>
    m.fails('luck').then(
      () => false,
      (error) => error instanceof RangeError && error.message === 'no luck',
    ),
  () => m.churn(500).then((length) => length > 20),
  () => {
    const controller = new AbortController();
    const pending = m.waits({ signal: controller.signal });
    setImmediate(() => controller.abort('stop'));
    return pending.then(
      () => false,
      (error) => error === 'stop',
    );
  },
  () => m.work(items, data.slice(), 1).then((made) => made[0].name === '1 0'),
];

const wrong = [];
const part = async (calls) => {
  for (let done = 0; done < calls; done += 250) {
    const all = await Promise.all(Array.from({ length: 250 }, (_, i) => kinds[i % kinds.length]()));
    all.forEach((isRight, i) => isRight || wrong.push(i % kinds.length));
  }
  globalThis.gc?.();
  return process.memoryUsage.rss();
};
await part(count / 2);
const before = await part(count / 4);
const after = await part(count / 4);
// All at once: more than there are threads.
const burst = await Promise.all(Array.from({ length: 2000 }, (_, i) => m.churn(i % 50)));
process.stdout.write(JSON.stringify({ grown: after - before, wrong, news, burst: burst.length }));
