// The lexical blocks of one function: where which of the names of its variables means what.
import type llvm from 'llvm-bindings';
import type { SourceLocal } from '../../graph/graph.ts';
import { lineColumn, type SourceFile, type Span } from '../../source/source-file.ts';

interface LexicalBlock {
  readonly extent: Span;
  readonly scope: llvm.DIScope;
}

export class Scopes {
  readonly #function: llvm.DIScope;
  readonly #file: SourceFile;
  readonly #blocks: LexicalBlock[] = [];
  readonly #elsewhere = new Map<SourceFile, llvm.DIScope>();
  readonly #make: (parent: llvm.DIScope, file: SourceFile, start: number) => llvm.DIScope;

  /** `scope`: of the function, which stands in `file`. */
  constructor(
    debug: llvm.DIBuilder,
    fileOf: (file: SourceFile) => llvm.DIFile,
    { scope, file }: { readonly scope: llvm.DIScope; readonly file: SourceFile },
    locals: readonly SourceLocal[],
  ) {
    this.#function = scope;
    this.#file = file;
    this.#make = (parent, of, start) => {
      const { line, column } = lineColumn(of, start);
      return debug.createLexicalBlock(parent, fileOf(of), line, column);
    };
    const extents = locals.flatMap(({ extent }) => (extent?.file === file ? [extent] : []));
    // Outer blocks before those in them.
    extents.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const extent of extents) this.#add(extent);
  }

  /** Of the variable itself. */
  of({ extent }: SourceLocal): llvm.DIScope {
    const block = this.#blocks.find((one) => same(one.extent, extent));
    return block?.scope ?? this.#function;
  }

  /** Of code that belongs to a place. Inlined code of another file is in a block of that file. */
  at({ file, start }: Span): llvm.DIScope {
    if (file === this.#file) return this.#innermost(start, start)?.scope ?? this.#function;
    let scope = this.#elsewhere.get(file);
    if (!scope) this.#elsewhere.set(file, (scope = this.#make(this.#function, file, start)));
    return scope;
  }

  #add(extent: Span): void {
    if (this.#blocks.some((one) => same(one.extent, extent))) return;
    const parent = this.#innermost(extent.start, extent.end)?.scope ?? this.#function;
    this.#blocks.push({ extent, scope: this.#make(parent, this.#file, extent.start) });
  }

  #innermost(start: number, end: number): LexicalBlock | undefined {
    return this.#blocks.findLast(({ extent }) => extent.start <= start && end <= extent.end);
  }
}

const same = (a: Span, b: Span | null): boolean =>
  b !== null && a.file === b.file && a.start === b.start && a.end === b.end;
