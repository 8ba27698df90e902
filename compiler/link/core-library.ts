// The LLVM module of the runtime core → optimised bitcode, in which the exports are discardable.
import { CORE_PREFIX } from '../builtins/core-library.ts';
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { runTool, type ToolRuns } from './tool-run.ts';
import { purposeOf } from './toolchain.ts';

/** `library` is null after an error. */
export interface CoreLibrary {
  readonly library: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The start of the definition of an export, of external linkage. */
const EXPORT = new RegExp(`^define (?=[^@]*@${CORE_PREFIX.replaceAll('.', '\\.')})`, 'gm');

export function linkCoreLibrary({ bitcode }: { bitcode: Uint8Array }, host: Host): CoreLibrary {
  const sink = new DiagnosticSink();
  const folder = host.makeTemporary();
  try {
    const library = libraryIn(folder, bitcode, { host, sink, timings: {} });
    return { library: sink.hasErrors ? null : library, diagnostics: sink.sorted() };
  } finally {
    host.remove(folder);
  }
}

function libraryIn(folder: string, bitcode: Uint8Array, runs: ToolRuns): Uint8Array | null {
  const { host } = runs;
  const path = (file: string): string => host.resolve(folder, file);
  const opt = (...args: string[]): boolean => runTool('opt', 'opt', args, runs);
  host.writeAtomic(path('core.bc'), bitcode);
  // Its loops have no counters that the prelude could not have either: what is inlined and optimised now is so for all.
  const options = ['-passes=default<O3>', '-disable-tail-calls', '-mcpu=x86-64', '-S'];
  if (!opt(...options, path('core.bc'), '-o', path('core.ll'))) return null;
  // The binding cannot set a linkage, and before this point discardable functions would have been discarded.
  const text = host.readText(path('core.ll')) ?? '';
  host.writeAtomic(path('core.ll'), text.replaceAll(EXPORT, 'define linkonce_odr hidden '));
  if (!opt('-passes=verify', path('core.ll'), '-o', path('library.bc'))) return null;
  const library = host.readBytes(path('library.bc'));
  if (library) return library;
  runs.sink.report(E.toolFailed, null, {
    tool: purposeOf('opt'),
    step: 'opt',
    message: 'it wrote no library',
  });
  return null;
}
