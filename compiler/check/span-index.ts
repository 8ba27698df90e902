// Which of many source ranges overlap a given one.
import type { SourceFile, Span } from '../source/source-file.ts';

interface Row {
  readonly start: number;
  /** The farthest end of this range and all that start before it. */
  readonly reach: number;
}

/** A class, since it is made once and asked for each of thousands of errors. */
export class SpanIndex {
  readonly #rows = new Map<SourceFile, Row[]>();

  constructor(spans: readonly (Span | null)[]) {
    const sorted = spans.filter((span) => span !== null).sort((a, b) => a.start - b.start);
    for (const { file, start, end } of sorted) {
      const rows = this.#rows.get(file) ?? [];
      rows.push({ start, reach: Math.max(end, start + 1, rows.at(-1)?.reach ?? 0) });
      this.#rows.set(file, rows);
    }
  }

  /** An empty range counts as one of one character. */
  overlaps({ file, start, end }: Span): boolean {
    const rows = this.#rows.get(file) ?? [];
    const limit = Math.max(end, start + 1);
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.start ?? 0) < limit) low = middle + 1;
      else high = middle;
    }
    return (rows[low - 1]?.reach ?? 0) > start;
  }
}
