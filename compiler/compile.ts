// The pipeline, on one screen: RTS source → checked program → flow graphs → low graphs → optimised → LLVM → object → addon.
// The only file that knows the order of the stages.
import { check, type CheckResult } from './check/check.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { flow } from './flow/flow.ts';
import type { Unit } from './graph/unit.ts';
import type { Host } from './host.ts';
import { link, type LinkedModule } from './link/link.ts';
import { emitModule, type EmittedModule } from './llvm/module.ts';
import { lower } from './lower/lower.ts';
import { optimize } from './optimize/optimize.ts';
import type { BuildOptions } from './options.ts';

export interface Compilation {
  readonly checked: CheckResult;
  readonly diagnostics: readonly Diagnostic[];
  readonly high: Unit | null;
  readonly low: Unit | null;
  readonly optimized: Unit | null;
  readonly emitted: EmittedModule | null;
  readonly linked: LinkedModule | null;
}

const NOTHING = { high: null, low: null, optimized: null, emitted: null, linked: null };

/** Compiles the module whose entry file is `path`. Errors of the program and of the toolchain come as diagnostics. */
export function compile(path: string, options: BuildOptions, host: Host): Compilation {
  const checked = check(path, host);
  if (!checked.program) return { ...NOTHING, checked, diagnostics: checked.diagnostics };
  const high = flow(checked.program);
  const low = lower(high);
  const optimized = optimize(low, options);
  const emitted = emitModule(optimized, options, host);
  const { linked, diagnostics } = link(emitted, options, host);
  return { checked, diagnostics: [...checked.diagnostics, ...diagnostics], high, low, optimized, emitted, linked };
}
