// A network of pairwise costs → the cheapest division into two sides (Dinic's maximum flow).

export class Network {
  readonly #heads: number[] = [];
  readonly #capacities: number[] = [];
  /** Edge numbers by node; edge n ^ 1 is the reverse of n. */
  readonly #edges: number[][] = [];
  readonly source = this.node();
  readonly sink = this.node();

  node(): number {
    return this.#edges.push([]) - 1;
  }

  /** `cost` is paid if `from` is on the source's side and `to` on the sink's. */
  edge(from: number, to: number, cost: number): void {
    if (cost <= 0 || from === to) return;
    this.#half(from, to, cost);
    this.#half(to, from, 0);
  }

  #half(from: number, to: number, capacity: number): void {
    this.#edges[from]?.push(this.#heads.length);
    this.#heads.push(to);
    this.#capacities.push(capacity);
  }

  /** For each node: is it on the source's side of a cheapest division (of those, the one with the fewest there)? */
  divide(): (node: number) => boolean {
    for (let level = this.#levels(); level[this.sink] !== -1; level = this.#levels()) {
      this.#saturate(level);
    }
    const level = this.#levels();
    return (node) => level[node] !== -1;
  }

  /** Distances from the source over edges with capacity left; -1 out of reach. */
  #levels(): number[] {
    const level = this.#edges.map(() => -1);
    level[this.source] = 0;
    const queue = [this.source];
    for (const node of queue) {
      for (const edge of this.#edges[node] ?? []) {
        const to = this.#head(edge);
        if (this.#capacity(edge) <= EPSILON || level[to] !== -1) continue;
        level[to] = (level[node] ?? 0) + 1;
        queue.push(to);
      }
    }
    return level;
  }

  /** Pushes flow along shortest paths until none is left. A path is a stack of edges, no recursion. */
  #saturate(level: readonly number[]): void {
    const next = this.#edges.map(() => 0);
    const path: number[] = [];
    for (;;) {
      const last = path.at(-1);
      const node = last === undefined ? this.source : this.#head(last);
      if (node === this.sink) {
        path.length = this.#push(path);
        continue;
      }
      const edge = this.#edges[node]?.[next[node] ?? 0];
      if (edge === undefined) {
        if (last === undefined) return;
        path.pop();
        const before = this.#head(last ^ 1);
        next[before] = (next[before] ?? 0) + 1;
      } else if (
        this.#capacity(edge) > EPSILON &&
        level[this.#head(edge)] === (level[node] ?? 0) + 1
      ) {
        path.push(edge);
      } else {
        next[node] = (next[node] ?? 0) + 1;
      }
    }
  }

  /** As much as the path carries; gives how many of its edges come before the first full one. */
  #push(path: readonly number[]): number {
    const flow = Math.min(...path.map((edge) => this.#capacity(edge)));
    let kept = -1;
    path.forEach((edge, index) => {
      this.#capacities[edge] = this.#capacity(edge) - flow;
      this.#capacities[edge ^ 1] = this.#capacity(edge ^ 1) + flow;
      if (kept < 0 && this.#capacity(edge) <= EPSILON) kept = index;
    });
    return Math.max(kept, 0);
  }

  #head(edge: number): number {
    return this.#heads[edge] ?? this.source;
  }

  #capacity(edge: number): number {
    return this.#capacities[edge] ?? 0;
  }
}

/** Costs are products of small numbers: what is left below this is rounding. */
const EPSILON = 1e-9;
