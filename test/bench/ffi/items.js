// Ways to have Python's `a[i]`: `node test/bench/ffi/items.js` measures each in a process of its own, `items.js WAY` one of them; figures
// are nanoseconds of the process's time, the least of several samples. docs/decisions/ctypes.md says what was made of them.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ARRAY, c_int, memoryview } from '../../../dist/modules/ctypes/index.js';

const RUNS = 1e6;
const SAMPLES = 9;

function nanoseconds() {
  const { user, system } = process.cpuUsage();
  return 1000 * (user + system);
}

function measure(loop) {
  for (let round = 0; round < 5; round++) loop(RUNS / 10);
  let least = Infinity;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = nanoseconds();
    loop(RUNS);
    least = Math.min(least, (nanoseconds() - start) / RUNS);
  }
  return least.toFixed(1);
}

const Four = ARRAY(c_int, 4);
const array = new Four(1, 2, 3, 4);
const shared = Object.getPrototypeOf(Four.prototype);
const indexOf = (key) =>
  typeof key === 'string' && String(Number(key)) === key ? Number(key) : -1;

/** Accessors for so many indices, on the prototype of all arrays. */
function accessors(count) {
  for (let index = 0; index < count; index++)
    Object.defineProperty(shared, index, {
      get() {
        return this.get(index);
      },
      set(value) {
        this.set(index, value);
      },
    });
  return array;
}

/** Behind all prototypes: asked for what no object has. */
function inTheChain() {
  const behind = Object.getPrototypeOf(shared);
  const handler = {
    get: (target, key, holder) =>
      indexOf(key) < 0 ? Reflect.get(target, key, holder) : holder.get(indexOf(key)),
    set(target, key, value, holder) {
      if (indexOf(key) < 0) return Reflect.set(target, key, value, holder);
      holder.set(indexOf(key), value);
      return true;
    },
  };
  Object.setPrototypeOf(shared, new Proxy(behind, handler));
  return array;
}

const WAYS = {
  'a.get(i)': () => null,
  'a.items[i]': () => array.items,
  'accessors of 4 indices': () => accessors(4),
  'accessors of 10,000 indices': () => accessors(10_000),
  'a Proxy in the prototype chain': inTheChain,
  'memoryview(a)[i]': () => memoryview(array),
};

function measureWay(name) {
  const start = performance.now();
  const items = WAYS[name]();
  const made = performance.now() - start;
  const read = (runs) => {
    let sum = 0;
    for (let run = 0; run < runs; run++)
      sum += items === null ? array.get(run & 3) : items[run & 3];
    return sum;
  };
  const write = (runs) => {
    for (let run = 0; run < runs; run++)
      if (items === null) array.set(1, run);
      else items[1] = run;
  };
  const create = (runs) => {
    let sum = 0;
    for (let run = 0; run < runs; run++) sum += new Four(run).length;
    return sum;
  };
  const figures = [read, write, create].map(measure);
  const get = measure((runs) => {
    for (let run = 0; run < runs; run++) array.get(run & 3);
  });
  const [reads, writes, creates] = figures;
  console.log(
    `${name}: read ${reads}, written ${writes}; new array ${creates}, a.get(i) beside it ${get}; made in ${made.toFixed(2)} ms`,
  );
}

const [way] = process.argv.slice(2);
if (way) measureWay(way);
else
  for (const name of Object.keys(WAYS))
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
