'use mixmod';
class Part { n = 5; }
class Base {
  constructor() { this.start(); }
  start(): void {}
}
class Early extends Base {
  part: Part;
  count = 3;
  seen = 0;
  constructor() { super(); this.part = new Part(); }
  override start(): void { seenByStart = this.part.n; }
}
let seenByStart = 0;
class Fine extends Base {
  part = new Part();
  promised!: Part;
  sum(): number { return this.part.n + this.promised.n; }
}
export function early(): number { return new Early().count; }
export function promised(): number { return new Fine().sum(); }
export function kept(): number { const f = new Fine(); f.promised = new Part(); return f.sum(); }

function readsLater(): number { return later.n; }
let failed = 0;
const first = 1;
const later = new Part();
export function afterwards(): number { return readsLater() + failed + first; }
// early() → TypeError: the field part is read before it is assigned
// promised() → TypeError: the field promised is read before it is assigned
// kept() → 10
// afterwards() → 6
