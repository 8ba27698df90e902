// The same functions as plain JavaScript, which V8 inlines where they are called.
module.exports = {
  noop() {},
  add: (a, b) => (a + b) | 0,
  dadd: (a, b) => a + b,
  mix: (a, b, c, d) => a + b + c + d,
  add10: (a, b, c, d, e, f, g, h, i, j) => (a + b + c + d + e + f + g + h + i + j) | 0,
  add64: (a, b) => BigInt.asIntN(64, a + b),
  first: (p, i) => p[i],
  sum(p, n) {
    let total = 0;
    for (let i = 0; i < n; i++) total += p[i];
    return total;
  },
};
