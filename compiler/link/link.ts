// The LLVM module → the bytes of the addon, through LLVM's tools and the linker, in a folder that is removed at the end.
import { E } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { BuildOptions } from '../options.ts';
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { makeAddon } from './addon.ts';
import { checkSignatures } from './c-checks.ts';
import { compileMacros } from './c-macros.ts';
import { compileC } from './c-sources.ts';
import { makeObject, objectFiles } from './object.ts';
import type { ToolRuns } from '../toolchain/run-tool.ts';
import { purposeOf } from '../toolchain/find-tool.ts';

/** What `llvm` hands over. */
export interface LinkInput {
  readonly name: string;
  readonly bitcode: Uint8Array;
  /** Paths of compiled objects that belong to it. */
  readonly objects: readonly string[];
  readonly cFunctions: readonly CFunction[];
  readonly compilationInfos: readonly ExternalCompilationInfo[];
}

export interface LinkedModule {
  readonly node: Uint8Array;
  /** The assembly text, where the options ask for it. */
  readonly assembly?: string;
  /** Milliseconds of each tool. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface LinkResult {
  /** null after an error. */
  readonly linked: LinkedModule | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function link(input: LinkInput, options: BuildOptions, host: Host): LinkResult {
  const sink = new DiagnosticSink();
  const folder = host.makeTemporary();
  try {
    const linked = linkIn(folder, input, options, { host, sink, timings: {} });
    return { linked: sink.hasErrors ? null : linked, diagnostics: sink.sorted() };
  } finally {
    host.remove(folder);
  }
}

function linkIn(
  folder: string,
  input: LinkInput,
  options: BuildOptions,
  runs: ToolRuns,
): LinkedModule | null {
  const { host, timings } = runs;
  const files = objectFiles(folder, host);
  if (
    !checkSignatures(
      folder,
      input.cFunctions.filter(({ use }) => use === 'call'),
      options,
      runs,
    )
  )
    return null;
  const sources = compileC(folder, input, options, runs);
  const macros = sources && compileMacros(folder, input.cFunctions, options, runs);
  if (!macros) return null;
  const cObjects = [...sources, ...macros];
  host.writeTemporary(files.bitcode, input.bitcode);
  if (!makeObject(files, options, runs)) return null;
  const out = host.resolve(folder, 'module.node');
  const { name, objects, compilationInfos } = input;
  const parts = { name, folder, object: files.object, objects, cObjects, compilationInfos, out };
  if (!makeAddon(parts, options, runs)) return null;
  const node = host.readBytes(out);
  const assembly = options.assembly ? host.readText(files.assembly) : undefined;
  if (!node) {
    const message = 'it wrote no module';
    runs.sink.report(E.toolFailed, null, { tool: purposeOf('ld'), step: 'link', message });
    return null;
  }
  return { node, timings, ...(assembly === undefined ? {} : { assembly }) };
}
