// What a build needs of the machine: LLVM, behind its binding, and tools. All that is missing is told at once.
import { E } from './diagnostics/codes.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { report } from './diagnostics/report.ts';
import type { Host } from './host.ts';
import { missingTool } from './toolchain/find-tool.ts';
import { joinHints, missingTools } from './toolchain/required.ts';

export interface BindingReport {
  readonly found: boolean;
  /** The version of LLVM, or why there is none. */
  readonly detail: string;
  readonly install: string;
}

const SHARED_LIBRARY = 'apt-get install llvm-14';
/** Where none comes with mixmod: the sources are compiled. */
const BINDING =
  'make setup (in a checkout) or npm install llvm-bindings (needs cmake, g++ and llvm-14-dev)';

export async function bindingReport(): Promise<BindingReport> {
  try {
    const { llvmVersion } = await import('./llvm/version.ts');
    return { found: true, detail: llvmVersion(), install: SHARED_LIBRARY };
  } catch (error) {
    // Node adds lines about who has imported it.
    const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { found: false, detail, install: /libLLVM/.test(detail) ? SHARED_LIBRARY : BINDING };
  }
}

/** null where a build can begin. */
export async function missingForBuild(host: Host): Promise<Diagnostic | null> {
  const tools = missingTools(host).map(missingTool);
  const { found, detail, install } = await bindingReport();
  const missing = found ? tools : [{ tool: `LLVM (${detail})`, install }, ...tools];
  if (missing.length === 0) return null;
  const names = missing.map(({ tool }) => tool);
  const list = [...names.slice(0, -2), names.slice(-2).join(' and ')].join(', ');
  const tool = names.length > 1 ? `each of ${list}` : list;
  return report(E.toolMissing, { tool, install: joinHints(missing.map((one) => one.install)) });
}
