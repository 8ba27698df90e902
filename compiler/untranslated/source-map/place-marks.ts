// Text with marks → the text alone, and for each of its lines the source places of its columns.
import type { Span } from '../../source/source-file.ts';
import { MARK, type Mark } from './marks.ts';

/** From `column` on the text is made from `origin`; null: from nothing in the sources. */
export interface Segment {
  readonly column: number;
  readonly origin: Origin | null;
}

export interface Origin {
  readonly span: Span;
  readonly name: string | null;
}

export interface PlacedText {
  readonly text: string;
  readonly lines: readonly (readonly Segment[])[];
}

/** Marks lie in each other: the innermost that is open counts. */
export function placeMarks(marked: string, marks: readonly Mark[]): PlacedText {
  const open: Mark[] = [];
  const lines: Segment[][] = [];
  const text = marked.split('\n').map((line) => {
    const segments = new LineSegments(open.at(-1) ?? null);
    let plain = '';
    let end = 0;
    for (const { 0: mark, 1: index, index: start } of line.matchAll(MARK)) {
      plain += line.slice(end, start);
      end = start + mark.length;
      const opened = index === undefined ? undefined : marks[Number(index)];
      if (opened) open.push(opened);
      else open.pop();
      const origin = open.at(-1) ?? null;
      if (plain.trim() === '') segments.forget();
      // A name is that of the text right behind the mark, not of what follows an inner mark.
      segments.add(plain.length, origin && { ...origin, name: opened ? origin.name : null });
    }
    lines.push(segments.all);
    return plain + line.slice(end);
  });
  return { text: text.join('\n'), lines };
}

class LineSegments {
  readonly #segments: Segment[] = [];

  /** A line inside of a mark says so anew: readers look at each line alone. */
  constructor(before: Origin | null) {
    this.add(0, before && { span: before.span, name: null });
  }

  /** Of several at one column the last counts; one that says nothing new is left out. */
  add(column: number, origin: Origin | null): void {
    if (this.#segments.at(-1)?.column === column) this.#segments.pop();
    if (!isSame(this.#segments.at(-1)?.origin ?? null, origin))
      this.#segments.push({ column, origin });
  }

  /** What was said so far is of no text but the indentation. */
  forget(): void {
    this.#segments.length = 0;
  }

  get all(): Segment[] {
    return this.#segments;
  }
}

function isSame(a: Origin | null, b: Origin | null): boolean {
  if (a === null || b === null) return a === b;
  return a.span.file === b.span.file && a.span.start === b.span.start && a.name === b.name;
}
