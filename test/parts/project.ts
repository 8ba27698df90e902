// A program of several files in a folder of its own, built module by module and as a whole.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { compile } from '../../compiler/compile.ts';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.ts';
import { nodeHost } from '../../compiler/host.ts';
import { DEBUG } from '../../compiler/options.ts';
import type { PartsCache } from '../../compiler/cache/build-cache.ts';
import { PartsBuilder } from '../../compiler/parts/build-parts.ts';
import type { PartsResult } from '../../compiler/parts/parts-result.ts';

const require = createRequire(import.meta.url);

export type Exports = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixmod-test-'));
  readonly #builder: PartsBuilder;
  #loaded = 0;

  constructor(files: Readonly<Record<string, string>>, cache: PartsCache | null = null) {
    this.#builder = new PartsBuilder(nodeHost, cache);
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `'use mixmod';\nimport type { f64, i32 } from 'mixmod';\n${text}`);
  }

  /** `from` must be there. */
  edit(name: string, from: string, to: string): void {
    const path = join(this.folder, name);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    writeFileSync(path, text.replace(from, to));
  }

  async build(entry = 'main.ts'): Promise<PartsResult> {
    const built = await this.#builder.build(join(this.folder, entry), DEBUG, 'commonjs');
    if (!built) throw new Error(`${entry} is missing`);
    return built;
  }

  /** Names of the files that a build compiles. */
  async compiled(entry?: string): Promise<readonly string[]> {
    const { compiled, diagnostics } = await this.build(entry);
    if (diagnostics.length > 0) throw new Error(texts(diagnostics));
    return compiled.map((path) => basename(path)).sort();
  }

  load({ files, diagnostics }: PartsResult): Exports {
    const node = files && [...files].find(([name]) => name.endsWith('.node'))?.[1];
    if (!node) throw new Error(texts(diagnostics));
    return this.#require(node);
  }

  /** The same program, compiled together. */
  whole(entry = 'main.ts'): Exports {
    const { linked, diagnostics } = compile(join(this.folder, entry), DEBUG, nodeHost);
    if (!linked) throw new Error(texts(diagnostics));
    return this.#require(linked.node);
  }

  /** A name of its own for each: a loaded file stays loaded. */
  #require(node: string | Uint8Array): Exports {
    const path = join(this.folder, `${this.#loaded++}.node`);
    writeFileSync(path, node);
    return require(path) as Exports;
  }

  remove(): void {
    this.#builder.close();
    rmSync(this.folder, { recursive: true });
  }
}

export const texts = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');
