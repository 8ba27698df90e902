// The LLVM module of one part of a program → its object, and those of the C that it brings, through LLVM's tools in a folder that is
// removed at the end.
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { BuildOptions } from '../options.ts';
import { checkSignatures } from './c-checks.ts';
import { compileMacros } from './c-macros.ts';
import { compileC } from './c-sources.ts';
import type { LinkInput } from './link.ts';
import { startObject } from './object.ts';
import type { ToolRuns } from '../toolchain/run-tool.ts';

export interface PartObjects {
  /** null after an error. */
  readonly object: Uint8Array | null;
  /** Of the C that it brings. */
  readonly cObjects: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function partObjects(
  input: LinkInput,
  options: BuildOptions,
  host: Host,
): Promise<PartObjects> {
  const sink = new DiagnosticSink();
  const folder = host.makeTemporary();
  try {
    const paths = (await objectsIn(folder, input, options, { host, sink, timings: {} })) ?? [];
    const made = paths.flatMap((path) => host.readBytes(path) ?? []);
    const [object = null, ...cObjects] = sink.hasErrors ? [] : made;
    return { object, cObjects, diagnostics: sink.sorted() };
  } finally {
    host.remove(folder);
  }
}

/** Paths, the part's own first. */
async function objectsIn(
  folder: string,
  input: LinkInput,
  options: BuildOptions,
  runs: ToolRuns,
): Promise<readonly string[] | null> {
  const { host } = runs;
  const path = (file: string): string => host.resolve(folder, file);
  const called = input.cFunctions.filter(({ use }) => use === 'call');
  if (!checkSignatures(folder, called, options, runs)) return null;
  const sources = compileC(folder, input, options, runs);
  const macros = sources && compileMacros(folder, input.cFunctions, options, runs);
  if (!macros) return null;
  const files = {
    bitcode: path('module.bc'),
    optimized: path('optimized.bc'),
    object: path('module.o'),
    assembly: path('module.s'),
  };
  host.writeAtomic(files.bitcode, input.bitcode);
  if (!(await startObject(files, { ...options, assembly: false }, runs))) return null;
  return [files.object, ...sources, ...macros];
}
