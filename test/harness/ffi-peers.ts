// Who is compared in `make bench-ffi`: the columns of its table, and which of them are `_ffi`'s rivals on the same Node.

export interface Peer {
  /** The column's heading. */
  readonly name: string;
  /** In test/bench/ffi/peers/. */
  readonly binding: string;
  /** As host-runtimes.ts calls it. */
  readonly host: string;
}

/** Nanoseconds of one call. */
export interface Figures {
  readonly best: number;
  readonly median: number;
}

const OWN = 'this Node';

export const PEERS: readonly Peer[] = [
  { name: '_ffi n20', binding: 'mixmod', host: OWN },
  { name: 'n22', binding: 'mixmod', host: 'Node 22' },
  { name: 'n24', binding: 'mixmod', host: 'Node 24' },
  { name: 'n26', binding: 'mixmod', host: 'Node 26' },
  { name: 'koffi n20', binding: 'koffi', host: OWN },
  { name: 'n26', binding: 'koffi', host: 'Node 26' },
  { name: 'Node-API n20', binding: 'addon', host: OWN },
  { name: 'n26', binding: 'addon', host: 'Node 26' },
  { name: 'node:ffi', binding: 'node-ffi', host: 'Node 26' },
  { name: 'bun:ffi', binding: 'bun', host: 'Bun' },
  { name: 'Deno', binding: 'deno', host: 'Deno' },
];

/** The best other, how many times its best sample is ours, and who wins. */
export type Duel = readonly [other: string, times: string, outcome: 'wins' | 'LOST'];

/** On Node 20, which must run the benchmark, and on Node 26. `figures` are in the order of PEERS. */
export function duels(figures: readonly (Figures | null)[]): readonly Duel[] {
  return [OWN, 'Node 26'].map((host): Duel => {
    const here = PEERS.flatMap(({ binding, host: at }, index) => {
      const best = figures[index]?.best;
      return at === host && best !== undefined ? [{ binding, best }] : [];
    });
    const ours = here.find(({ binding }) => binding === 'mixmod')?.best ?? Infinity;
    const others = here.filter(({ binding }) => binding !== 'mixmod');
    const [other] = others.toSorted((a, b) => a.best - b.best);
    const times = (other?.best ?? Infinity) / ours;
    return [other?.binding ?? '–', `${times.toFixed(2)}x`, times > 1 ? 'wins' : 'LOST'];
  });
}
