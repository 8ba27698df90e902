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
class EarlyText extends Base {
  text: string;
  constructor() { super(); this.text = 'abc'; }
  override start(): void { seenByStart = this.text.length; }
}
class EarlyBytes extends Base {
  bytes: Uint8Array;
  maybe: Uint8Array | undefined;
  constructor() { super(); this.bytes = new Uint8Array(3); }
  override start(): void { seenByStart = this.bytes.length; }
}
class EarlyNumber extends Base {
  n: number;
  flag: boolean;
  constructor() { super(); this.n = 4; this.flag = true; }
  override start(): void { seenByStart = this.flag ? 1 : 2; }
}
class KeptText extends Base {
  label: string;
  seen = 0;
  constructor() { super(); this.label = 'abc'; }
  override start(): void { this.seen = this.label.length; }
}
export function kept2(): number { return new KeptText().seen; }
export function text(): number { return new EarlyText().text.length; }
export function bytes(): number { return new EarlyBytes().bytes.length; }
export function flag(): number { return new EarlyNumber().n * 10 + seenByStart; }
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
// text() → TypeError: the field text is read before it is assigned
// bytes() → TypeError: the field bytes is read before it is assigned
// kept2() → TypeError: the field label is read before it is assigned
// flag() → 42
// kept() → 10
// afterwards() → 6
