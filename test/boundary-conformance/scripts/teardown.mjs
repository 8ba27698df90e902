// Environments that end while the module holds everything there is to hold, and while calls of it are on the way: by themselves, by
// `process.exit`, by `terminate`, by an exception. argv: the module, and how the process itself shall end.
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const { node, way } = isMainThread ? { node: process.argv[2], way: process.argv[3] } : workerData;
const m = require(node);

function holdEverything() {
  const items = Array.from({ length: 2000 }, (_, i) => new m.Item(i));
  for (const [i, item] of items.entries()) if (i > 0) item.link(items[i - 1]);
  m.keepItem(items.at(-1));
  m.keepView(new Uint8Array(1 << 16));
  m.listen((text) => void text);
  globalThis.kept = [m.counter(), m.counter(), m.filled(1 << 16, 1), items];
  new FinalizationRegistry(() => m.increment()).register({}, 0);
  void m.later(100, { progress: () => m.increment() }).catch(() => {});
}

const ends = {
  itself: () => {},
  exit: () => process.exit(0),
  handler: () =>
    process.on('exit', () => m.emit(String(m.item().length() + m.increment() + kept[0]()))),
  throws: () => setImmediate(() => m.raise('at the end')),
  callback: () => m.through(() => process.exit(0)),
  endless: () => setInterval(() => m.call(() => m.through(() => void m.filled(1000, 1))), 0),
};

holdEverything();
if (isMainThread) {
  const codes = [];
  for (const one of Object.keys(ends)) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { node, way: one } });
    const errors = [];
    worker.on('error', (error) => errors.push(`${error.name}: ${error.message}`));
    if (one === 'endless') setTimeout(() => void worker.terminate(), 100);
    const code = await new Promise((done) => worker.once('exit', done));
    codes.push([one, code, ...errors]);
  }
  process.stdout.write(JSON.stringify(codes));
}
ends[way]();
