// The objects of all parts of a program → its addon.
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { purposeOf } from '../toolchain/find-tool.ts';
import type { ToolRuns } from '../toolchain/run-tool.ts';
import { makeAddon } from './addon.ts';
import type { LinkResult } from './link.ts';

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

export function linkParts(parts: PartsToLink, host: Host): LinkResult {
  const sink = new DiagnosticSink();
  const folder = host.makeTemporary();
  const runs = { host, sink, timings: {} };
  try {
    const node = linkIn(folder, parts, runs);
    const linked = node && { node, timings: runs.timings };
    return { linked: sink.hasErrors ? null : linked, diagnostics: sink.sorted() };
  } finally {
    host.remove(folder);
  }
}

function linkIn(
  folder: string,
  { name, objects, cObjects, libraries, compilationInfos }: PartsToLink,
  runs: ToolRuns,
): Uint8Array | null {
  const { host } = runs;
  const write = (kind: string) => (bytes: Uint8Array, index: number) => {
    const path = host.resolve(folder, `${kind}${index}.o`);
    host.writeAtomic(path, bytes);
    return path;
  };
  const [first = '', ...others] = objects.map(write('part'));
  const out = host.resolve(folder, 'module.node');
  const given = {
    name,
    folder,
    object: first,
    objects: [...others, ...libraries],
    cObjects: cObjects.map(write('c')),
    compilationInfos,
    out,
    isOfParts: true,
  };
  if (!makeAddon(given, runs)) return null;
  const node = host.readBytes(out);
  if (node) return node;
  const message = 'it wrote no module';
  runs.sink.report(E.toolFailed, null, { tool: purposeOf('ld'), step: 'link', message });
  return null;
}
