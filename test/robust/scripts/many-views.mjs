// Very many views of memory, each a kilobyte, to exports that take them in values. Prints the megabytes of
// buffers that are left. Arguments: the module, how many.
import { createRequire } from 'node:module';

const [, , node, count] = process.argv;
const { length, lengths, later } = createRequire(import.meta.url)(node);
const total = Number(count);
let sum = 0;
for (let i = 0; i < total; i++) {
  const data = new Uint8Array(1024);
  sum += length({ data }) + lengths([{ data }, { data }]);
  if (later && i % 1000 === 0) sum += (await later([{ data }])) - 1;
}
globalThis.gc();
const left = Math.round(process.memoryUsage().arrayBuffers / 2 ** 20);
process.stdout.write(JSON.stringify({ sum, left }));
