// node --allow-natives-syntax optimized-calls.mjs MODULE EXPRESSIONS: evaluates JavaScript expressions, the JSON array of texts in a file, with
// the module's exports as globals. A call is made once more by a function of its callee, which has met all calls before it, and then by the
// same function when V8 has optimized it. Prints the outcomes of each expression, as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inspect } from 'node:util';

const [, , module, list] = process.argv;
Object.assign(globalThis, createRequire(import.meta.url)(module));
const optimize = new Function('f', '%OptimizeFunctionOnNextCall(f)');
const prepare = new Function('f', '%PrepareFunctionForOptimization(f)');

async function outcome(run) {
  try {
    return inspect(await run(), { breakLength: Infinity, compact: true });
  } catch (error) {
    return String(error);
  }
}

const callers = new Map();
/** The text of each is its own: V8 shares what it learns between functions of the same text. */
function callerOf(callee) {
  const known = callers.get(callee);
  if (known) return known;
  const caller = new Function('...args', `return ${callee}(...args);`);
  callers.set(callee, caller);
  prepare(caller);
  return caller;
}

const CALL = /^(?<callee>(?:new )?[\w.]+)\((?<given>.*)\)$/;

async function outcomes(text) {
  const first = await outcome(new Function(`return (${text});`));
  const { callee, given } = CALL.exec(text)?.groups ?? {};
  if (!callee) return [first];
  const caller = callerOf(callee);
  const args = new Function(`return [${given}];`);
  const all = [first, await outcome(() => caller(...args()))];
  // Twice: what it meets for the first time may lead out of optimized code.
  for (let round = 0; round < 2; round++) {
    optimize(caller);
    all.push(await outcome(() => caller(...args())));
  }
  return all;
}

const results = [];
for (const text of JSON.parse(readFileSync(list, 'utf8'))) results.push(await outcomes(text));
process.stdout.write(JSON.stringify(results));
