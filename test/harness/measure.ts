// Contestants that do the same work → the median time of each, at steady state, measured in turns so that a change of
// the machine's speed meets all of them alike.

export type Contestant = () => unknown;

const WARM_UP_SECONDS = 0.2;
const WARM_UP_CALLS = 3;
const SHORTEST_BATCH_SECONDS = 0.005;
const FEWEST_ROUNDS = 5;

/** The last result of all: what is stored here cannot be left out by an optimising compiler. */
export let consumed: unknown;

/** Seconds for one call of each contestant. Takes about `budget` seconds for each, longer if one call is long. */
export function measure(contestants: readonly Contestant[], budget: number): readonly number[] {
  const runners = contestants.map((run) => ({ run, batch: warmUp(run), times: [] as number[] }));
  const end = performance.now() + budget * 1000 * contestants.length;
  for (let round = 0; round < FEWEST_ROUNDS || performance.now() < end; round++) {
    for (const { run, batch, times } of runners) times.push(timeBatch(run, batch));
  }
  return runners.map(({ times }) => median(times));
}

/** Runs until the engine has optimised it; gives how many calls make a batch that a clock can measure. */
function warmUp(run: Contestant): number {
  const start = performance.now();
  let last = 0;
  for (let calls = 0; ; calls++) {
    const seconds = (performance.now() - start) / 1000;
    if (calls >= WARM_UP_CALLS && seconds >= WARM_UP_SECONDS) break;
    last = timeBatch(run, 1);
  }
  return Math.max(1, Math.ceil(SHORTEST_BATCH_SECONDS / Math.max(last, 1e-7)));
}

function timeBatch(run: Contestant, calls: number): number {
  const start = performance.now();
  for (let call = 0; call < calls; call++) consumed = run();
  return (performance.now() - start) / 1000 / calls;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
