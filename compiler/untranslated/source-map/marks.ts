// Marks in printed text that say of which source place it is made. Handlers put texts together as they like: a mark
// goes where its text goes, and `place-marks.ts` takes all out again when the module is complete.
// A mark is made of control characters, which no literal and no name that is printed contains.
import type { Span } from '../../source/source-file.ts';

export interface Mark {
  readonly span: Span;
  /** What the source calls the thing whose JavaScript name stands at the mark; null for other texts. */
  readonly name: string | null;
}

/** `\u0001 n \u0002 text \u0003`: the text was made from the place of the n-th mark. */
const [OPEN, OPENED, CLOSE] = ['\u0001', '\u0002', '\u0003'];
export const MARK = new RegExp(`${OPEN}(\\d+)${OPENED}|${CLOSE}`, 'g');

export class Marks {
  readonly #marks: Mark[] = [];

  text(text: string, span: Span, name: string | null = null): string {
    return `${this.#open({ span, name })}${text}${CLOSE}`;
  }

  /** The mark begins in the first of the lines and ends in the last. */
  lines(lines: readonly string[], span: Span): readonly string[] {
    if (lines.length === 0) return lines;
    const marked = [...lines];
    marked[0] = this.#open({ span, name: null }) + marked[0];
    marked[marked.length - 1] += CLOSE;
    return marked;
  }

  get all(): readonly Mark[] {
    return this.#marks;
  }

  #open(mark: Mark): string {
    this.#marks.push(mark);
    return `${OPEN}${this.#marks.length - 1}${OPENED}`;
  }
}
