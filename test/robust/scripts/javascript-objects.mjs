// Objects of a class of JavaScript that extends one of the program. Prints what the program sees of those that only it has, how many of the
// others have been collected, and the megabytes by which the process has grown in the second of two loops. Arguments: the module, how many.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const [, , node, count] = process.argv;
const { Item, hold, clear, sum, value } = createRequire(import.meta.url)(node);
const total = Number(count);

class Own extends Item {
  #more;
  constructor(id) {
    super(id);
    this.#more = Array.from({ length: 64 }, () => id);
  }
  value() {
    return this.#more[0] ?? -1;
  }
}
let collected = 0;
const registry = new FinalizationRegistry(() => collected++);
const turn = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc();
    await setTimeout(5);
  }
};

const HELD = 3000;
for (let i = 0; i < HELD; i++) hold(new Own(i));
await turn();
const first = sum();
let wrong = 0;
let before = 0;
for (const round of [1, 2]) {
  for (let i = 0; i < total; i++) {
    const one = new Own(i);
    if (i % 100 === 0) registry.register(one);
    if (value(one) !== 2 * i) wrong++;
  }
  if (round === 1) before = process.memoryUsage.rss();
}
const grown = Math.round((process.memoryUsage.rss() - before) / 2 ** 20);
const second = sum();
clear();
await turn();
// Enough new ones for the next look.
for (let i = 0; i < 3 * HELD; i++) registry.register(new Own(i));
await turn();
process.stdout.write(
  JSON.stringify({
    sums: [first, second],
    expected: (HELD * (HELD - 1)) / 2,
    wrong,
    grown,
    collected,
  }),
);
