// The LLVM module of one part of a program → its object, and those of the C that it brings.
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
    const runs = { host, sink, timings: {} };
    const cObjects = ofC(folder, input, options, runs);
    const object = cObjects && (await startObject(folder, input.bitcode, options, runs));
    const diagnostics = sink.sorted();
    return { object: sink.hasErrors ? null : object, cObjects: cObjects ?? [], diagnostics };
  } finally {
    host.remove(folder);
  }
}

/** null after an error. */
function ofC(
  folder: string,
  input: LinkInput,
  options: BuildOptions,
  runs: ToolRuns,
): readonly Uint8Array[] | null {
  const called = input.cFunctions.filter(({ use }) => use === 'call');
  if (!checkSignatures(folder, called, options, runs)) return null;
  const sources = compileC(folder, input, options, runs);
  const macros = sources && compileMacros(folder, input.cFunctions, options, runs);
  return macros && [...sources, ...macros].flatMap((path) => runs.host.readBytes(path) ?? []);
}
