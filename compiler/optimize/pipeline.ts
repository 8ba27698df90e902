// The passes in the order in which they run.
import { commonSubexpressions } from './common-subexpressions.ts';
import { foldConstants } from './fold-constants.ts';
import { inline } from './inline.ts';
import type { Pass } from './pass.ts';
import { narrowNumbers } from './ranges/narrow-numbers.ts';
import { removeProvedChecks } from './ranges/remove-proved-checks.ts';
import { specializeNumbers } from './ranges/specialize-numbers.ts';
import { removeDeadCode } from './remove-dead-code.ts';
import { simplifyControlFlow } from './simplify-control-flow.ts';

export const PIPELINE: readonly Pass[] = [
  // Callees become small before they are measured.
  foldConstants,
  simplifyControlFlow,
  removeDeadCode,
  inline,
  simplifyControlFlow,
  foldConstants,
  commonSubexpressions,
  // Conditions that are decided make ranges narrower, integers make more checks provable.
  removeProvedChecks,
  specializeNumbers,
  narrowNumbers,
  removeProvedChecks,
  foldConstants,
  simplifyControlFlow,
  commonSubexpressions,
  // What was written in two ways, such as a length and the number that it was made from, is now one value.
  removeProvedChecks,
  simplifyControlFlow,
  removeDeadCode,
];
