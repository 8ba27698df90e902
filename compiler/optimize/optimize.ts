// Low graphs to fewer and cheaper low graphs: runs the pipeline. What LLVM does as well (scheduling, hoisting,
// vectors, registers) is left to LLVM; the passes here know what it cannot: JavaScript's checks and numbers.
import type { Unit } from '../graph/unit.ts';
import type { BuildOptions } from '../options.ts';
import { PIPELINE } from './pipeline.ts';

/** Called with the unit after each pass, in order: for the verifier in tests, for dumps and times. */
export type AfterPass = (unit: Unit, pass: string) => void;

export function optimize(
  unit: Unit,
  options: Pick<BuildOptions, 'level'>,
  after?: AfterPass,
): Unit {
  if (options.level === 0) return unit;
  let current = unit;
  for (const pass of PIPELINE) {
    current = pass.run(current);
    after?.(current, pass.name);
  }
  return current;
}
