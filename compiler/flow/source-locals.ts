// The variables of one function as a debugger names them, for debug builds: each gets a number and the statements it is in scope of.
import type { SourceLocal } from '../graph/graph.ts';
import type { Local, Statement } from '../program/nodes.ts';
import { cellOf, type RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';

/** What a variable holds: one that closures share, its cell. */
export const heldType = ({ cell, type }: Local): RtsType => (cell ? cellOf(type) : type);

export class SourceLocals {
  /** Grows; `source_local` counts it. */
  readonly list: SourceLocal[] = [];
  readonly #indices = new Map<Local, number>();
  #extent: Span | null = null;

  /** null for temporaries, which no debugger shows. `span` is where it gets its first value. */
  indexOf(local: Local, span: Span): number | null {
    const known = this.#indices.get(local);
    if (known !== undefined) return known;
    return isWritten(local, span) ? this.#add(local, span, false) : null;
  }

  /** A parameter of the function, or a captured variable. `span`: of the function. */
  add(local: Local, span: Span, isParameter: boolean): void {
    this.#add(local, span, isParameter);
  }

  #add(local: Local, span: Span, isParameter: boolean): number {
    const index = this.list.length;
    this.#indices.set(local, index);
    const extent = this.#extent;
    this.list.push({ name: local.name, type: heldType(local), isParameter, span, extent });
    return index;
  }

  /** What gets its first value in `action` is in scope of `statements` only. */
  scoped<T>(statements: readonly Statement[], action: () => T): T {
    const outer = this.#extent;
    this.#extent = extentOf(statements) ?? outer;
    const result = action();
    this.#extent = outer;
    return result;
  }
}

/** Temporaries have names, too, but the statement does not write them. */
const isWritten = ({ name }: Local, { file, start, end }: Span): boolean =>
  name !== '' &&
  file.text
    .slice(start, end)
    .split(/[^\w$]+/)
    .includes(name);

/** From the first of them to the last. */
function extentOf(statements: readonly Statement[]): Span | null {
  const [first] = statements;
  if (!first) return null;
  const { file } = first.span;
  const spans = statements.map(({ span }) => span).filter((span) => span.file === file);
  const start = Math.min(...spans.map((span) => span.start));
  return { file, start, end: Math.max(...spans.map((span) => span.end)) };
}
