// The passes in the order in which they run.
import type { Pass } from './pass.ts';

export const PIPELINE: readonly Pass[] = [];
