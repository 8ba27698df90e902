// Calls that exhaust memory, within a limit that whoever starts this has set; the module is used between them.
// Argument: the module.
import { createRequire } from 'node:module';

const m = createRequire(import.meta.url)(process.argv[2]);
const outcome = (name, ...args) => {
  try {
    return m[name](...args);
  } catch (error) {
    return String(error);
  }
};
m.keep(6, 5);
const results = [];
for (const [name, ...args] of [
  ['exhaust'],
  ['exhaustByGrowth'],
  ['array', 2 ** 30],
  ['array', 2 ** 32],
  ['array', -1],
  ['text', 2 ** 30],
  ['recurse'],
  ['exhaust'],
  ['fail', 500],
]) {
  results.push(outcome(name, ...args), m.churn(2, 10));
}
process.stdout.write(JSON.stringify({ results, holds: m.holds() }));
