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
  length: (p) => p.x * p.x + p.y * p.y,
  added: (a, b) => ({ x: a.x + b.x, y: a.y + b.y }),
  total(all) {
    let sum = 0;
    for (const x of all) sum += x;
    return sum;
  },
  doubled: (all) => all.map((x) => x * 2),
  centre(all) {
    let x = 0;
    let y = 0;
    for (const p of all) {
      x += p.x;
      y += p.y;
    }
    return { x: x / all.length, y: y / all.length };
  },
  moved: (all) => all.map((p) => ({ x: p.x + 1, y: p.y + 1 })),
  person: (p) => p.name.length + p.age + p.email.length + p.scores.length,
  texts(all) {
    let n = 0;
    for (const s of all) n += s.length;
    return n;
  },
  Counter: class Counter {
    #count;
    constructor(count) {
      this.#count = count;
    }
    add(n) {
      return (this.#count += n);
    }
    get count() {
      return this.#count;
    }
  },
  apply: (f, x) => f(x),
  each(n, f) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += f(i);
    return sum;
  },
  greet: (name) => 'Hello ' + name,
  fails(text) {
    throw new RangeError(text);
  },
  later: async (x) => 2 * x,
};
