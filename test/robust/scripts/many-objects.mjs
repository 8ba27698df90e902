// Very many objects, closures, callbacks and errors, in loops that never come back to the event loop. Prints the megabytes by which the
// process has grown in the second of two such loops. Arguments: the module, how many.
import { createRequire } from 'node:module';

const [, , node, count] = process.argv;
const { Counter, make, adder, apply, fails } = createRequire(import.meta.url)(node);
const total = Number(count);

const kinds = {
  constructed: (i) => new Counter('n', i).add(1).count === i + 1,
  made: (i) => make(i).count === i,
  closures: (i) => adder(i)(1) === i + 1,
  callbacks: (i) => apply((x) => x + i, 1) === i + 1,
  errors: (i) =>
    fails(() => {
      throw new RangeError(`e${i}`);
    }),
};

const grown = {};
const wrong = [];
for (const [kind, run] of Object.entries(kinds)) {
  // Exceptions cost more.
  const times = kind === 'errors' ? total / 10 : total;
  let before = 0;
  for (const round of [1, 2]) {
    for (let i = 0; i < times; i++) if (!run(i)) wrong.push(kind);
    if (round === 1) before = process.memoryUsage.rss();
  }
  grown[kind] = Math.round((process.memoryUsage.rss() - before) / 2 ** 20);
}
process.stdout.write(
  JSON.stringify({ grown, wrong, resident: Math.round(process.memoryUsage.rss() / 2 ** 20) }),
);
