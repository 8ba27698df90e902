// The first half of the pipeline, which needs no LLVM: RTS source → checked program → flow graphs → low graphs → optimised.
import { check, type CheckResult } from './check/check.ts';
import { flow } from './flow/flow.ts';
import type { Unit } from './graph/unit.ts';
import type { Host } from './host.ts';
import { lower } from './lower/lower.ts';
import { optimize } from './optimize/optimize.ts';
import type { BuildOptions } from './options.ts';
import { StageTimes } from './stage-times.ts';

/** The stages' results: all null where the program has errors. */
export interface Graphs {
  readonly checked: CheckResult;
  readonly high: Unit | null;
  readonly low: Unit | null;
  readonly optimized: Unit | null;
}

export function makeGraphs(
  path: string,
  options: BuildOptions,
  host: Host,
  { run: timed }: StageTimes = new StageTimes(),
): Graphs {
  const checked = timed('check', () => check(path, host, options));
  const { program } = checked;
  if (!program) return { checked, high: null, low: null, optimized: null };
  const high = timed('flow', () => flow(program, options));
  const low = timed('lower', () => lower(high));
  return { checked, high, low, optimized: timed('optimize', () => optimize(low, options)) };
}
