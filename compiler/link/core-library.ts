// The LLVM module of the runtime core → the object that modules with a heap are linked with.
import { CORE_PREFIX } from '../builtins/core-library.ts';
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { BuildOptions } from '../options.ts';
import { codeOptions, llvmCpu } from './object.ts';
import { runTool, type ToolRuns } from '../toolchain/run-tool.ts';
import { purposeOf } from '../toolchain/find-tool.ts';

/** `library` is null after an error. */
export interface CoreLibrary {
  readonly library: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The start of the definition of an export, of default visibility. */
const EXPORT = new RegExp(`^define (?=[^@]*@${CORE_PREFIX.replaceAll('.', '\\.')})`, 'gm');
/** Every function that does not unwind has a group of attributes, since that is one. */
const ATTRIBUTES = /^attributes #\d+ = \{/gm;

export function linkCoreLibrary(
  { bitcode }: { bitcode: Uint8Array },
  options: BuildOptions,
  host: Host,
): CoreLibrary {
  const sink = new DiagnosticSink();
  const folder = host.makeTemporary();
  try {
    const library = libraryIn(folder, bitcode, options, { host, sink, timings: {} });
    return { library: sink.hasErrors ? null : library, diagnostics: sink.sorted() };
  } finally {
    host.remove(folder);
  }
}

function libraryIn(
  folder: string,
  bitcode: Uint8Array,
  options: BuildOptions,
  runs: ToolRuns,
): Uint8Array | null {
  const { host } = runs;
  const path = (file: string): string => host.resolve(folder, file);
  host.writeTemporary(path('core.bc'), bitcode);
  const optimize = ['-passes=default<O3>', ...llvmCpu(options), '-S', path('core.bc')];
  if (!runTool('opt', 'opt', [...optimize, '-o', path('core.ll')], runs)) return null;
  // What the binding cannot say: addons export nothing of this, and debuggers and profilers see whole stacks.
  const text = (host.readText(path('core.ll')) ?? '')
    .replaceAll(EXPORT, 'define hidden ')
    .replaceAll(ATTRIBUTES, '$& uwtable');
  host.writeTemporary(path('core.ll'), text);
  const translate = [...codeOptions(options), '-filetype=obj', path('core.ll')];
  if (!runTool('llc', 'llc', [...translate, '-o', path('core.o')], runs)) return null;
  const library = host.readBytes(path('core.o'));
  if (library) return library;
  runs.sink.report(E.toolFailed, null, {
    tool: purposeOf('llc'),
    step: 'llc',
    message: 'it wrote no library',
  });
  return null;
}
