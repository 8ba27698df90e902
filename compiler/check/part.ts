// One module of a program that is checked on its own: of the others only what it uses of their declarations is looked at,
// when it is first used. Bodies of theirs are checked where a declaration needs them (an inferred type, a generic function).
import type ts from 'typescript';
import { isLibrary } from './typescript.ts';

export class ModulePart {
  readonly file: ts.SourceFile;
  readonly #bind: (file: ts.SourceFile) => void;
  readonly #open = new Set<ts.SourceFile>();

  /** `bind` makes the names of a file known; called once for each file that is used. */
  constructor(file: ts.SourceFile, bind: (file: ts.SourceFile) => void) {
    this.file = file;
    this.#bind = bind;
  }

  isForeign(node: ts.Node): boolean {
    return node.getSourceFile() !== this.file;
  }

  /** Before the symbol's binding is asked for. */
  open({ valueDeclaration, declarations }: ts.Symbol): void {
    const file = (valueDeclaration ?? declarations?.[0])?.getSourceFile();
    if (!file || file === this.file || this.#open.has(file) || isLibrary(file)) return;
    this.#open.add(file);
    this.#bind(file);
  }
}
