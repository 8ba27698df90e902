// Exceptions that nobody catches: of the program, and of JavaScript on its way through the program, wherever the event loop calls.
import { createRequire } from 'node:module';

const m = createRequire(import.meta.url)(process.argv[2]);
const seen = [];
const mine = Object.assign(new Error('mine'), { code: 'E_MINE' });
process.on('uncaughtException', (error, origin) =>
  seen.push([origin, error.name, error.message, error === mine]),
);
process.on('unhandledRejection', (error) =>
  seen.push(['rejection', error.name, error.message, error === mine]),
);

const turn = () => new Promise((done) => setTimeout(done, 5));
setImmediate(() => m.raise('from a timer'));
await turn();
setImmediate(() =>
  m.through(() => {
    throw mine;
  }),
);
await turn();
process.nextTick(() => m.raise('from a tick'));
await turn();
queueMicrotask(() => m.through(() => m.raise('from a microtask')));
await turn();
void Promise.resolve().then(() => m.raise('from a promise'));
await turn();
void m.later(1, {
  progress: () => {
    throw mine;
  },
});
await turn();
await turn();
seen.push(['still works', m.increment()]);
process.stdout.write(JSON.stringify(seen));
