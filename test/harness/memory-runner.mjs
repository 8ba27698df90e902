// Calls functions of a module one after the other and prints for each a line of JSON, what it gave or threw:
// `node memory-runner.mjs MODULE NAME…`. The module is an addon, or a program that the import hook runs.
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , path, ...names] = process.argv;
const module = path.endsWith('.node')
  ? createRequire(import.meta.url)(path)
  : await import(pathToFileURL(path).href);
for (const name of names) {
  let outcome;
  try {
    outcome = `gave ${String(module[name]())}`;
  } catch (error) {
    outcome = `${error.name}: ${error.message}`;
  }
  // At once: the next one may end the process.
  writeSync(1, `${JSON.stringify([name, outcome])}\n`);
}
