// Much garbage with a fixed amount alive. Arguments: the module, bytes alive, bytes to allocate. With MIXMOD_GC=log the
// collector's pauses go to stderr.
import { createRequire } from 'node:module';

const [, , node, live, total] = process.argv;
/** An item and its place in the array; what one replacement allocates. */
const [ITEM, REPLACED, STEPS] = [32, 48, 40];
const m = createRequire(import.meta.url)(node);
const count = Math.round(Number(live) / ITEM);
const before = process.memoryUsage.rss();
m.fill(count);
let most = 0;
for (let i = 0; i < STEPS; i++) {
  m.replace(Math.round(Number(total) / REPLACED / STEPS));
  most = Math.max(most, process.memoryUsage.rss() - before);
}
process.stdout.write(JSON.stringify({ most, placed: m.placed() === count }));
