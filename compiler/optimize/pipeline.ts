// The passes in the order in which they run.
import { commonSubexpressions } from './common-subexpressions.ts';
import { devirtualize } from './devirtualize.ts';
import { foldConstants } from './fold-constants.ts';
import { inline } from './inline.ts';
import { versionLoops } from './loops/version-loops.ts';
import type { Pass } from './pass.ts';
import { narrowCrossings } from './ranges/narrow-crossings.ts';
import { narrowNumbers } from './ranges/narrow-numbers.ts';
import { removeProvedChecks } from './ranges/remove-proved-checks.ts';
import { specializeNumbers } from './ranges/specialize-numbers.ts';
import { removeDeadCode } from './remove-dead-code.ts';
import { removeMallocs } from './remove-mallocs.ts';
import { reuseLoads } from './reuse-loads.ts';
import { specializeClosures } from './specialize-closures.ts';
import { testClasses } from './test-classes.ts';
import { simplifyControlFlow } from './simplify-control-flow.ts';

export const PIPELINE: readonly Pass[] = [
  // Callees become small before they are measured.
  devirtualize,
  testClasses,
  specializeClosures,
  foldConstants,
  simplifyControlFlow,
  removeDeadCode,
  inline,
  simplifyControlFlow,
  // Objects that inlined functions made: their classes are known now.
  devirtualize,
  foldConstants,
  simplifyControlFlow,
  removeMallocs,
  // Closures that inlined functions took or gave are known now, and so are their calls.
  specializeClosures,
  inline,
  simplifyControlFlow,
  removeMallocs,
  // Most functions have been inlined everywhere: the analyses that follow need not look at them.
  removeDeadCode,
  foldConstants,
  simplifyControlFlow,
  // Checks of a length are the same check when the length is one value.
  reuseLoads,
  commonSubexpressions,
  // Integers make more checks provable.
  narrowCrossings,
  specializeNumbers,
  narrowNumbers,
  removeProvedChecks,
  foldConstants,
  simplifyControlFlow,
  commonSubexpressions,
  // What was written in two ways, such as a length and the number that it was made from, is now one value.
  removeProvedChecks,
  // A code unit is a number that cannot be NaN where its index has been proved to be in range: only now.
  simplifyControlFlow,
  narrowNumbers,
  // Last, as each pass before it would look at the copies too: counters are integers by now, and only checks that cannot
  // be proved are left, each once.
  versionLoops,
  foldConstants,
  simplifyControlFlow,
  removeDeadCode,
];
