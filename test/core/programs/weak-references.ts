'use mixmod';
// A hundred targets, of which the odd ones are kept.
class Target {
  id: number;
  constructor(id: number) {
    this.id = id;
  }
}
const weak: WeakRef<Target>[] = [];
const strong: Target[] = [];

export function make(): number {
  for (let id = 0; id < 100; id++) {
    const target = new Target(id);
    weak.push(new WeakRef(target));
    if (id % 2 === 1) strong.push(target);
  }
  return alive();
}

/** How many targets are there, or -1 when one has changed. */
export function alive(): number {
  let count = 0;
  for (let id = 0; id < 100; id++) {
    const target = weak[id].deref();
    if (target === undefined) continue;
    if (target.id !== id) return -1;
    count++;
  }
  return count;
}

export function keptAreAlive(): boolean {
  for (let i = 0; i < strong.length; i++) if (weak[2 * i + 1].deref() !== strong[i]) return false;
  return strong.length === 50;
}

/** Allocates, which collects under stress. */
export function collect(): number {
  let total = 0;
  for (let i = 0; i < 50; i++) total += [i, i].length;
  return total;
}
