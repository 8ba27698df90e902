// The library's functions by an addon of Node-API that was written for them. Its callbacks are given numbers: the addon reads them.
import { createRequire } from 'node:module';

export function bind(_library, addon) {
  const lib = createRequire(import.meta.url)(addon);
  return {
    ...lib,
    point: (x, y) => ({ x, y }),
    pair: (a, b) => ({ a, b }),
    pointNumber: (p) => 10 * p.x + p.y,
    pairNumber: (p) => 10 * p.a + p.b,
    callback: (n) => lib.call((a, b) => (a + b) | 0, n),
    sort(data) {
      lib.sort(data, data.length, (a, b) => a - b);
      return data;
    },
  };
}
