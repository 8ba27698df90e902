// Random changes to a graph of objects and to its model in JavaScript, which must agree after any collection.
import type { HeapModule } from './heap-module.ts';

interface ShadowNode {
  readonly id: number;
  /** Ids; 0 is null. */
  readonly fields: number[];
}

/** Stands in an array's first item, which is a node that has the array's id. */
const NAME = -1;

export class ShadowGraph {
  readonly #heap: HeapModule;
  readonly #nodes = new Map<number, ShadowNode>();
  /** Handle and id. */
  readonly #held: { readonly handle: number; readonly id: number }[] = [];
  readonly #weak: { readonly handle: number; readonly id: number }[] = [];
  #ids = 0;
  #state: number;

  constructor(heap: HeapModule, seed: number) {
    this.#heap = heap;
    this.#state = seed;
  }

  /** Lehmer's generator: reproducible. */
  #random(below: number): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % below;
  }

  #pick(): { readonly handle: number; readonly id: number } | undefined {
    return this.#held[this.#random(Math.max(this.#held.length, 1))];
  }

  step(): void {
    const kind = this.#random(100);
    if (kind < 35 || this.#held.length < 3) this.#add();
    else if (kind < 65) this.#link();
    else if (kind < 80) this.#drop();
    else if (kind < 90) this.#hold();
    else if (kind < 93) this.#observe();
    else if (kind < 97) this.#heap.churn(this.#random(400), 16 + 8 * this.#random(60));
    else if (kind < 99) this.#heap.collect(false);
    else this.#heap.collect(true);
  }

  #add(): void {
    const id = ++this.#ids;
    const isArray = this.#random(8) === 0;
    // One in eight arrays is a large object. Its first item is a node that tells which array it is.
    const count = isArray ? 1 + (this.#random(8) === 0 ? 1100 : this.#random(60)) : 0;
    if (!isArray) {
      this.#nodes.set(id, { id, fields: [0, 0] });
      this.#held.push({ handle: this.#heap.new_node(id), id });
      return;
    }
    const handle = this.#heap.new_refs(count);
    const name = this.#heap.new_node(id);
    this.#heap.link(handle, 0, name);
    this.#heap.drop(name);
    const fields = Array.from({ length: count }, () => 0);
    fields[0] = NAME;
    this.#nodes.set(id, { id, fields });
    this.#held.push({ handle, id });
  }

  #link(): void {
    const [from, to] = [this.#pick(), this.#pick()];
    const node = from && this.#nodes.get(from.id);
    if (!from || !node || !to) return;
    const which = this.#random(node.fields.length);
    if (node.fields[which] === NAME) return;
    const clears = this.#random(10) === 0;
    node.fields[which] = clears ? 0 : to.id;
    this.#heap.link(from.handle, which, clears ? 0 : to.handle);
  }

  #drop(): void {
    if (this.#held.length < 4) return;
    const index = this.#random(this.#held.length);
    const [dropped] = this.#held.splice(index, 1);
    if (dropped) this.#heap.drop(dropped.handle);
  }

  /** A second handle, of something that is reached from the first. */
  #hold(): void {
    const from = this.#pick();
    const node = from && this.#nodes.get(from.id);
    if (!node || this.#held.length > 60) return;
    const which = this.#random(node.fields.length);
    const id = node.fields[which] ?? 0;
    if (id > 0) this.#held.push({ handle: this.#heap.follow(from.handle, which), id });
  }

  #observe(): void {
    const to = this.#pick();
    if (to) this.#weak.push({ handle: this.#heap.new_weak(to.handle), id: to.id });
  }

  /** Compares everything that is reached. Gives the numbers of live and of cleared WeakRefs, and of objects. */
  compare(): { readonly live: number; readonly cleared: number; readonly reached: number } {
    const seen = new Set<number>();
    for (const { handle, id } of this.#held) this.#compareFrom(handle, id, seen);
    let [live, cleared] = [0, 0];
    for (const { handle, id } of this.#weak) {
      const target = this.#heap.deref(handle);
      if (target !== 0) {
        if (this.#heap.id_of(target) !== id)
          throw new Error(`a WeakRef of ${id} has another target`);
        this.#heap.drop(target);
        live++;
      } else if (seen.has(id)) throw new Error(`a WeakRef of ${id}, which is alive, is cleared`);
      else cleared++;
    }
    return { live, cleared, reached: seen.size };
  }

  #compareFrom(handle: number, id: number, seen: Set<number>): void {
    const pending = [{ handle, id, isOurs: false }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const got = this.#heap.id_of(next.handle);
      if (got !== next.id) throw new Error(`${got} where ${next.id} belongs`);
      if (!seen.has(next.id)) {
        seen.add(next.id);
        this.#nodes.get(next.id)?.fields.forEach((child, which) => {
          if (child === NAME) return;
          const found = this.#heap.follow(next.handle, which);
          if ((found === 0) !== (child === 0))
            throw new Error(`field ${which} of ${next.id} is ${found}, not ${child}`);
          if (found !== 0) pending.push({ handle: found, id: child, isOurs: true });
        });
      }
      if (next.isOurs) this.#heap.drop(next.handle);
    }
  }
}
