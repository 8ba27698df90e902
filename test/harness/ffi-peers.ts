// Who is compared in `make bench-ffi`: the columns of its tables, and who wins.

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

/** Who is compared with ctypes: of PEERS, and Python's. */
export const CTYPES_PEERS: readonly Peer[] = [
  { name: 'ctypes n20', binding: 'ctypes', host: OWN },
  { name: 'koffi n20', binding: 'koffi', host: OWN },
  { name: 'CPython ctypes', binding: 'ctypes', host: 'CPython' },
  { name: 'PyPy ctypes', binding: 'ctypes', host: 'PyPy' },
  { name: 'PyPy cffi', binding: 'cffi', host: 'PyPy' },
];

/** The best other, how many times its best sample is ours, and who wins. */
export type Duel = readonly [other: string, times: string, outcome: 'wins' | 'LOST' | '–'];

/** The first peer and the others. */
export function duel(peers: readonly Peer[], figures: readonly (Figures | null)[]): Duel {
  const ours = figures[0]?.best;
  const others = peers.flatMap(({ name }, index) => {
    const best = figures[index]?.best;
    return index === 0 || best === undefined ? [] : [{ name, best }];
  });
  const [other] = others.toSorted((a, b) => a.best - b.best);
  if (ours === undefined || !other) return ['–', '–', '–'];
  const times = other.best / ours;
  return [other.name, `${times.toFixed(2)}x`, times > 1 ? 'wins' : 'LOST'];
}

/** Of `_ffi` on Node 20, which must run the benchmark, and on Node 26. `figures` are in the order of PEERS. */
export const duels = (figures: readonly (Figures | null)[]): readonly Duel[] =>
  [OWN, 'Node 26'].map((host) => {
    const here = PEERS.map((peer, index) => ({ peer, figures: figures[index] ?? null })).filter(
      ({ peer }) => peer.host === host,
    );
    return duel(
      here.map(({ peer }) => ({ ...peer, name: peer.binding })),
      here.map((one) => one.figures),
    );
  });
