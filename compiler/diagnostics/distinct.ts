// What has been found twice is said once: files that several others import are checked with each of them.
import type { Diagnostic } from './diagnostic.ts';

/** In the order in which each was first found. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const one of diagnostics) {
    const { code, span, message } = one;
    const key = JSON.stringify([code, message, span?.file.path, span?.start]);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}
