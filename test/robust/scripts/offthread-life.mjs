// What keeps a process alive, and what does not block it. Arguments: the module, and 1: it exits while calls run.
import { createRequire } from 'node:module';

const [, , node, exits] = process.argv;
const m = createRequire(import.meta.url)(node);
const heard = [];

if (exits === '1') {
  // Of what still waits, nothing runs for long.
  for (let i = 0; i < 8; i++) m.spins(3e7).then(() => heard.push('spins'));
  setTimeout(() => {
    process.stdout.write(JSON.stringify({ heard: heard.length < 8 }));
    process.exit(0);
  }, 5);
} else {
  const pool = Number(process.env.UV_THREADPOOL_SIZE);
  // All threads of the pool are busy; what waits behind them and is aborted never runs.
  const controller = new AbortController();
  const busy = Array.from({ length: pool }, () => m.waits({ signal: controller.signal }));
  const other = new AbortController();
  let ran = 0;
  const waiting = m.work([], new Uint8Array(1), 1, { signal: other.signal, progress: () => ran++ });
  const behind = m.churn(10).then(() => heard.push('behind'));
  setTimeout(() => {
    heard.push('timer');
    other.abort('other');
  }, 20);
  waiting.catch((error) => {
    heard.push(error);
    controller.abort('stop');
  });
  const ended = await Promise.allSettled(busy);
  heard.push(...ended.map(({ reason }) => reason));
  await behind;
  heard.push(ran);
  // Nobody waits for this but the process.
  m.spins(1e6).then(() => {
    heard.push('last');
    process.stdout.write(JSON.stringify(heard));
  });
}
