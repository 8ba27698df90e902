// What Node follows through asynchronous calls: contexts in callbacks, behind promises and in progress; microtasks run when JavaScript's own
// stack is empty, not when a callback returns into the program.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

const m = createRequire(import.meta.url)(process.argv[2]);
const context = new AsyncLocalStorage();
const report = {};
report.callback = context.run('a', () => {
  let seen;
  m.through(() => (seen = context.getStore()));
  return seen;
});
report.promise = await context.run('b', () => m.later(1).then(() => context.getStore()));
report.awaited = await context.run('c', async () => {
  await m.later(1);
  return context.getStore();
});
const order = [];
m.through(() => {
  void Promise.resolve().then(() => order.push('microtask'));
  m.through(() => order.push('nested'));
  order.push('callback');
});
order.push('behind');
await new Promise((done) => setTimeout(done, 1));
report.order = order;
const news = [];
report.given = await m.later(3, { progress: (step) => news.push(step) });
report.news = news;
process.stdout.write(JSON.stringify(report));
