// The source places of a printed text → a source map (ECMA-426, revision 3 of the format).
import { lineColumn, type SourceFile } from '../../source/source-file.ts';
import { vlq } from './vlq.ts';
import type { Segment } from './place-marks.ts';

export interface SourceMap {
  readonly version: 3;
  /** The files' paths as the program names them. */
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

export function sourceMap(lines: readonly (readonly Segment[])[]): SourceMap {
  const files = new Numbers<SourceFile>();
  const names = new Numbers<string>();
  // Each number is the difference to the one before of its kind; columns of the text begin anew in each line.
  const [file, line, column, name] = [new Delta(), new Delta(), new Delta(), new Delta()];
  const segmentText = ({ column: at, origin }: Segment, from: Delta): string => {
    const generated = vlq(from.to(at));
    if (!origin) return generated;
    const place = lineColumn(origin.span.file, origin.span.start);
    const source = [
      file.to(files.of(origin.span.file)),
      line.to(place.line - 1),
      column.to(place.column - 1),
      ...(origin.name === null ? [] : [name.to(names.of(origin.name))]),
    ];
    return generated + source.map(vlq).join('');
  };
  const mappings = lines
    .map((segments) => {
      const from = new Delta();
      return segments.map((segment) => segmentText(segment, from)).join(',');
    })
    .join(';');
  return {
    version: 3,
    sources: files.all.map(({ path }) => path),
    sourcesContent: files.all.map(({ text }) => text),
    names: names.all,
    mappings,
  };
}

/** Things in the order in which they are first asked for. */
class Numbers<T> {
  readonly #numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get all(): readonly T[] {
    return [...this.#numbers.keys()];
  }
}

class Delta {
  #last = 0;

  to(value: number): number {
    const delta = value - this.#last;
    this.#last = value;
    return delta;
  }
}
