// Calls each loop of a compiled module with each count: node run-loops.mjs MODULE COUNT… One line for each.
import { createRequire } from 'node:module';

const [, , module, ...counts] = process.argv;
for (const [name, loop] of Object.entries(createRequire(import.meta.url)(module)))
  for (const count of counts) console.log(`${name} ${loop(Number(count))}`);
