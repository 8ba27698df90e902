// A diagnostic as a value, and the sink that collects all of a run. Made by `check` (and `link` for a
// missing toolchain); rendered by `render.ts`.
import type { Span } from '../source/source-file.ts';

export type Severity = 'error' | 'warning';

/** One row of the registry in `codes.ts`. `P` are the parameters that its texts need. */
export interface DiagnosticCode<P> {
  /** Permanent: 1xxx syntax refused, 2xxx types, 3xxx modules and C boundary, 4xxx toolchain, 9xxx internal. */
  readonly code: string;
  readonly severity: Severity;
  /** What was found and what the subset wants, one sentence without a final stop. */
  readonly message: (parameters: P) => string;
  /** Why the subset has this rule. */
  readonly reason: string;
  /** What to write instead. */
  readonly fix: (parameters: P) => string;
  /** The text that may stand in place of the wrong one; null where that has another form than the edit knows. */
  readonly edit?: Edit<P> | undefined;
}

export type Edit<P> = (text: string, parameters: P) => string | null;

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  readonly fix: string;
  /** What may be written instead; null where nobody can say. */
  readonly edit: TextEdit | null;
  /** null where no source place exists (a missing tool, a missing file). */
  readonly span: Span | null;
}

function editOf<P>({ edit }: DiagnosticCode<P>, span: Span | null, parameters: P): TextEdit | null {
  const text = span && edit?.(span.file.text.slice(span.start, span.end), parameters);
  return span === null || text === null || text === undefined ? null : { span, text };
}

/** `text` in place of what stands at `span`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Collects the diagnostics of one run; the same code at the same place is kept once. */
export class DiagnosticSink {
  readonly #items: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  /**
   * `within`: the instantiation of generic code that it was found in; the first that has it is named. `whole`: all that is wrong, where
   * `span` only shows its beginning.
   */
  report<P>(
    code: DiagnosticCode<P>,
    span: Span | null,
    parameters: P,
    within: string | null = null,
    whole: Span | null = span,
  ): void {
    const key = `${code.code}@${span?.file.path}:${span?.start}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const message = code.message(parameters);
    this.#items.push({
      code: code.code,
      severity: code.severity,
      message: within === null ? message : `${message} (in ${within})`,
      reason: code.reason,
      fix: code.fix(parameters),
      edit: editOf(code, whole, parameters),
      span,
    });
  }

  /** How many there are: for `rollBack`. */
  get count(): number {
    return this.#items.length;
  }

  /** Forgets all but the first `count`. */
  rollBack(count: number): void {
    for (const { code, span } of this.#items.splice(count))
      this.#seen.delete(`${code}@${span?.file.path}:${span?.start}`);
  }

  get hasErrors(): boolean {
    return this.#items.some((item) => item.severity === 'error');
  }

  /** In the order of files as first reported, then of source places. */
  sorted(): readonly Diagnostic[] {
    const order = new Map<string, number>();
    for (const { span } of this.#items) {
      const path = span?.file.path ?? '';
      if (!order.has(path)) order.set(path, order.size);
    }
    const rank = (item: Diagnostic): number => order.get(item.span?.file.path ?? '') ?? 0;
    return [...this.#items].sort(
      (a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0),
    );
  }
}
