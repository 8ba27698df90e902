// The objects of all parts of a program → its addon.
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { BuildOptions } from '../options.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { purposeOf } from '../toolchain/find-tool.ts';
import type { ToolRuns } from '../toolchain/run-tool.ts';
import { startAddon } from './addon.ts';
import type { LinkResult } from './link.ts';
import type { ObjectFolder } from './object-folder.ts';

export interface PartsToLink {
  /** Of the entry: the addon is `<name>.node`. */
  readonly name: string;
  readonly objects: readonly Uint8Array[];
  /** Of C: where there are any, the C compiler's driver links. */
  readonly cObjects: readonly Uint8Array[];
  /** Paths of the runtime's objects. */
  readonly libraries: readonly string[];
  readonly compilationInfos: readonly ExternalCompilationInfo[];
}

/** Objects are files of `folder` then. */
export async function linkParts(
  parts: PartsToLink,
  folder: ObjectFolder,
  options: BuildOptions,
  host: Host,
): Promise<LinkResult> {
  const sink = new DiagnosticSink();
  const runs = { host, sink, timings: {} };
  const node = await linkIn(folder, parts, options, runs);
  const linked = node && { node, timings: runs.timings };
  return { linked: sink.hasErrors ? null : linked, diagnostics: sink.sorted() };
}

async function linkIn(
  folder: ObjectFolder,
  { name, objects, cObjects, libraries, compilationInfos }: PartsToLink,
  options: BuildOptions,
  runs: ToolRuns,
): Promise<Uint8Array | null> {
  const { host } = runs;
  const [first = '', ...others] = folder.hold([...objects, ...cObjects]);
  const ofC = others.splice(objects.length - 1);
  const out = host.resolve(folder.path, 'module.node');
  const given = {
    name,
    folder: folder.path,
    object: first,
    objects: [...others, ...libraries],
    cObjects: ofC,
    compilationInfos,
    out,
    isOfParts: true,
  };
  if (!(await startAddon(given, options, runs))) return null;
  const node = host.readBytes(out);
  if (node) return node;
  const message = 'it wrote no module';
  runs.sink.report(E.toolFailed, null, { tool: purposeOf('ld'), step: 'link', message });
  return null;
}
