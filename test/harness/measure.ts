// Contestants that do the same work → the median time of each, at steady state, measured in turns so that a change of
// the machine's speed meets all of them alike.

export type Contestant = () => unknown;

/** Warm-up goes on in windows of so many calls until two of them are no faster than those before, within limits. */
const WARM_UP_CALLS = 3;
const SETTLED = 0.97;
const UNCHANGED_WINDOWS = 2;
const WARM_UP_SECONDS = 0.2;
const LONGEST_WARM_UP_SECONDS = 3;
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

export type AsyncContestant = () => Promise<unknown>;

/** The same of calls that give promises: each is awaited before the next begins. */
export async function measureAsync(
  contestants: readonly AsyncContestant[],
  budget: number,
): Promise<readonly number[]> {
  const runners = contestants.map((run) => ({ run, times: [] as number[] }));
  const warm = performance.now() + WARM_UP_SECONDS * 1000 * contestants.length;
  while (performance.now() < warm) for (const { run } of runners) consumed = await run();
  const end = performance.now() + budget * 1000 * contestants.length;
  for (let round = 0; round < FEWEST_ROUNDS || performance.now() < end; round++) {
    for (const { run, times } of runners) {
      const start = performance.now();
      consumed = await run();
      times.push((performance.now() - start) / 1000);
    }
  }
  return runners.map(({ times }) => median(times));
}

/** Runs until the engine has optimised it; gives how many calls make a batch that a clock can measure. */
function warmUp(run: Contestant): number {
  const start = performance.now();
  let best = Infinity;
  let unchanged = 0;
  for (;;) {
    const seconds = shortestOf(run, WARM_UP_CALLS);
    unchanged = seconds < best * SETTLED ? 0 : unchanged + 1;
    best = Math.min(best, seconds);
    const elapsed = (performance.now() - start) / 1000;
    const isSettled = unchanged >= UNCHANGED_WINDOWS && elapsed >= WARM_UP_SECONDS;
    if (isSettled || elapsed >= LONGEST_WARM_UP_SECONDS) break;
  }
  return Math.max(1, Math.ceil(SHORTEST_BATCH_SECONDS / Math.max(best, 1e-7)));
}

function shortestOf(run: Contestant, calls: number): number {
  let shortest = Infinity;
  for (let call = 0; call < calls; call++) shortest = Math.min(shortest, timeBatch(run, 1));
  return shortest;
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
