// A loop → the nanoseconds of one of its calls, once the host has optimized it.

const SAMPLES = 15;
const SAMPLE_NANOSECONDS = 3e6;
/** V8 optimizes in another thread: it is waited for between the rounds of the warm-up. */
const WARM_UP = 12;
const WARM_UP_NANOSECONDS = 25e6;

const pause = () => new Promise((resolve) => setTimeout(resolve, 4));

/** `nanoseconds`: a clock of the thread's time; `calls`: of one round of the loop. The best sample and the median one. */
export async function sampled(loop, nanoseconds, calls = 1) {
  const sample = (runs) => {
    const start = nanoseconds();
    loop(runs);
    return nanoseconds() - start;
  };
  let runs = 1;
  while (sample(runs) < SAMPLE_NANOSECONDS / 2) runs *= 2;
  for (let round = 0; round < WARM_UP; round++) {
    const times = Math.ceil(WARM_UP_NANOSECONDS / Math.max(1, sample(runs)));
    for (let time = 0; time < times; time++) sample(runs);
    await pause();
  }
  // What is optimized by now takes less.
  while (sample(runs) < SAMPLE_NANOSECONDS / 2) runs *= 2;
  const taken = [];
  for (let index = 0; index < SAMPLES; index++) {
    taken.push(sample(runs) / (runs * calls));
    await pause();
  }
  taken.sort((a, b) => a - b);
  return { best: taken[0], median: taken[SAMPLES >> 1] };
}
