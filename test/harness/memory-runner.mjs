// Calls functions of a module one after the other and prints as JSON what each threw: `node memory-runner.mjs MODULE NAME…`. The module is an
// addon, or a program that the import hook runs.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , path, ...names] = process.argv;
const module = path.endsWith('.node')
  ? createRequire(import.meta.url)(path)
  : await import(pathToFileURL(path).href);
const results = {};
for (const name of names) {
  try {
    results[name] = `gave ${String(module[name]())}`;
  } catch (error) {
    results[name] = `${error.name}: ${error.message}`;
  }
}
console.log(JSON.stringify(results));
