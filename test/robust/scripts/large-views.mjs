// Large memory in values, which the heap has to notice though the values are small. Prints the most megabytes of memory there have been, by
// kind. Arguments: the module, how many.
import { createRequire } from 'node:module';

const [, , node, count] = process.argv;
const { made, taken, keep } = createRequire(import.meta.url)(node);
const LENGTH = 4 << 20;
const kinds = {
  made: () => made(LENGTH).data.length,
  taken: () => taken({ data: new Uint8Array(LENGTH).fill(1) }),
  kept: () => keep(LENGTH, 8),
};
const most = {};
for (const [kind, call] of Object.entries(kinds)) {
  most[kind] = 0;
  for (let i = 0; i < Number(count); i++) {
    call();
    most[kind] = Math.max(most[kind], Math.round(process.memoryUsage().arrayBuffers / 2 ** 20));
  }
}
process.stdout.write(JSON.stringify(most));
