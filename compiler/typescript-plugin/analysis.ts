// The programs of RTypeScript that the files of an editor's project make up, checked as the editor has them. A program
// is checked again when one of its files has changed; several questions about one state cost one check.
import type ts from 'typescript';
import { check, type CheckResult } from '../check/check.ts';
import { nodeHost, type Host } from '../host.ts';
import { isMarked } from '../source/directive.ts';
import { entriesOf } from './entries.ts';

interface Known {
  readonly result: CheckResult;
  /** Of each of its files, as it was. */
  readonly versions: ReadonlyMap<string, string>;
}

export class Analysis {
  readonly #service: ts.LanguageService;
  readonly #files: ts.LanguageServiceHost;
  readonly #typescript: typeof ts;
  readonly #host: Host;
  readonly #known = new Map<string, Known>();

  constructor(service: ts.LanguageService, files: ts.LanguageServiceHost, typescript: typeof ts) {
    this.#service = service;
    this.#files = files;
    this.#typescript = typescript;
    const readText = (path: string): string | undefined => this.#text(path);
    this.#host = { ...nodeHost, readText };
  }

  /** The file as the editor has it; undefined where it is no RTypeScript. */
  sourceFile(fileName: string): ts.SourceFile | undefined {
    const file = this.#service.getProgram()?.getSourceFile(fileName);
    return file && isMarked(file.text) ? file : undefined;
  }

  /** What is known of the programs that a file is part of. */
  results(fileName: string): readonly CheckResult[] {
    const program = this.#service.getProgram();
    const file = this.sourceFile(fileName);
    if (!program || !file) return [];
    return entriesOf(file, program, this.#typescript).map((entry) => this.#result(entry));
  }

  /** Of a path as diagnostics and spans have it. */
  isFile(path: string, fileName: string): boolean {
    return nodeHost.resolve(path) === nodeHost.resolve(fileName);
  }

  #result(entry: string): CheckResult {
    const known = this.#known.get(entry);
    if (known && [...known.versions].every(([path, then]) => this.#version(path) === then))
      return known.result;
    const result = check(entry, this.#host);
    const paths = new Set([entry, ...result.files.map((file) => nodeHost.resolve(file.path))]);
    const versions = new Map([...paths].map((path) => [path, this.#version(path)]));
    this.#known.set(entry, { result, versions });
    return result;
  }

  #version(path: string): string {
    return this.#isOpen(path)
      ? `edited ${this.#files.getScriptVersion(path)}`
      : `on disk ${nodeHost.modified(path) ?? 'no more'}`;
  }

  #text(path: string): string | undefined {
    const snapshot = this.#isOpen(path) ? this.#files.getScriptSnapshot(path) : undefined;
    return snapshot ? snapshot.getText(0, snapshot.getLength()) : nodeHost.readText(path);
  }

  /** A file of the project: the editor knows its text. */
  #isOpen(path: string): boolean {
    return this.#service.getProgram()?.getSourceFile(path) !== undefined;
  }
}
