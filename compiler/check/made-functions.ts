// Functions that no declaration of a module stands for: instances of generic functions, closures, library functions.
// They are found while bodies are checked, and join the module of the file that they are written in.
import type { CheckedFunction } from '../program/nodes.ts';
import type { SourceFile } from '../source/source-file.ts';

export class MadeFunctions {
  readonly #byFile = new Map<SourceFile, CheckedFunction[]>();
  readonly #pending: (() => void)[] = [];

  add(file: SourceFile, made: CheckedFunction): void {
    const functions = this.#byFile.get(file);
    if (functions) functions.push(made);
    else this.#byFile.set(file, [made]);
  }

  /** What has to be checked before the program is complete, and need not be now. */
  later(check: () => void): void {
    this.#pending.push(check);
  }

  /** Until nothing new is found. */
  checkPending(): void {
    for (let check = this.#pending.shift(); check; check = this.#pending.shift()) check();
  }

  of(file: SourceFile): readonly CheckedFunction[] {
    return this.#byFile.get(file) ?? [];
  }

  get files(): readonly SourceFile[] {
    return [...this.#byFile.keys()];
  }
}
