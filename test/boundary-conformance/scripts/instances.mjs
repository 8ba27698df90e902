// Variables of the module in this environment, in workers, and in a second instance of the same file in one environment.
import { createRequire } from 'node:module';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const node = isMainThread ? process.argv[2] : workerData;
const m = require(node);
const worked = () => [m.increment(), m.increment(), m.Item.made, m.logged('x')];

if (isMainThread) {
  m.increment();
  const item = new m.Item(1);
  const answers = await Promise.all(
    [1, 2].map(
      () =>
        new Promise((done, failed) =>
          new Worker(new URL(import.meta.url), { workerData: node })
            .once('message', done)
            .once('error', failed),
        ),
    ),
  );
  delete require.cache[node];
  const second = require(node);
  const attempt = (run) => {
    try {
      return run();
    } catch (error) {
      return String(error);
    }
  };
  const report = {
    workers: answers,
    own: worked(),
    second: [second.increment(), second.Item === m.Item, second.logged('y')],
    // Objects of one instance are nothing to the other.
    foreign: [
      attempt(() => second.keepItem(item)),
      attempt(() => second.Item.prototype.length.call(item)),
      attempt(() => Reflect.get(second.Item.prototype, 'id', item)),
      attempt(() => item.link(new second.Item(2))),
      item instanceof second.Item,
    ],
    // Functions of one are functions of JavaScript to the other.
    functions: [
      second.call(m.counter()),
      attempt(() => second.through(() => m.raise('of the first'))),
    ],
  };
  process.stdout.write(JSON.stringify(report));
} else {
  parentPort.postMessage(worked());
}
