// Very many live values, made and given: those that the program has no more are let go of, and those that it has are not.
import { createRequire } from 'node:module';

const [, , path, text] = process.argv;
const native = createRequire(import.meta.url)(path);
const count = Number(text);

const megabytes = () => process.memoryUsage().rss / 2 ** 20;

/** Megabytes that a second run takes more than the first one. */
function grown(run) {
  run();
  const before = megabytes();
  run();
  return Math.round(megabytes() - before);
}

const wrong = [];
const expectSame = (what, found, expected) => {
  if (found !== expected) wrong.push(`${what}: ${found}, not ${expected}`);
};

class Thing {
  constructor(number) {
    this.number = number;
    this.data = Array.from({ length: 100 }, () => number);
  }
}

const growth = {
  'made in one call': grown(() => {
    expectSame('the last', native.churn(count, Array), count - 1);
  }),
  'passed through': grown(() => {
    for (let i = 0; i < count; i++) {
      const thing = new Thing(i);
      if (native.pass(thing) !== thing) wrong.push(`another thing at ${i}`);
    }
  }),
  'kept and dropped': grown(() => {
    const some = Math.round(count / 10);
    for (let i = 0; i < some; i++) native.keep(new Thing(i));
    expectSame('the sum', native.sum(), (some * (some - 1)) / 2);
    expectSame('the count', native.drop(), some);
  }),
  'not taken': grown(() => {
    for (let i = 0; i < count; i++)
      try {
        native.first([new Thing(i), new Thing(i)], 'x');
        wrong.push('no error');
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
  }),
  'in results that are wrong': grown(() => {
    const trap = new Proxy([1, 2], {
      get: (list, key) => {
        if (key === '1') throw new RangeError('trap');
        return list[key];
      },
    });
    for (let i = 0; i < count / 10; i++)
      try {
        native.first(trap, 0);
        wrong.push('no error');
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
  }),
  'in entries': grown(() => {
    for (let i = 0; i < count / 10; i++)
      expectSame('entries', native.entries({ a: new Thing(i), b: new Thing(1) }), i + 1);
  }),
  walked: grown(() => {
    const list = Array.from({ length: 100 }, (_, i) => ({ i }));
    for (let i = 0; i < count / 100; i++) expectSame('walked', native.each(list), 100);
  }),
};

console.log(JSON.stringify({ grown: growth, wrong: wrong.slice(0, 5) }));
