// Where the tools of a build are: the one place that knows names, paths and packages. Debian's LLVM 14 by default; an
// environment variable names another program (any LLVM that reads the binding's bitcode).
import { delimiter } from 'node:path';
import type { Host } from '../host.ts';

export type ToolName = 'opt' | 'llc' | 'ld' | 'lld' | 'cc' | 'crossCc' | 'symbolizer';

interface ToolRow {
  /** Tried in order; a name without a slash is looked for in PATH. */
  readonly candidates: readonly string[];
  readonly variable: string;
  readonly install: string;
  /** False for what only some programs need. */
  readonly required: boolean;
  readonly purpose: string;
}

const TOOLS: { readonly [T in ToolName]: ToolRow } = {
  opt: {
    candidates: ['opt-14', '/usr/lib/llvm-14/bin/opt'],
    variable: 'MIXMOD_OPT',
    install: 'apt-get install llvm-14',
    required: true,
    purpose: "LLVM's optimiser",
  },
  llc: {
    candidates: ['llc-14', '/usr/lib/llvm-14/bin/llc'],
    variable: 'MIXMOD_LLC',
    install: 'apt-get install llvm-14',
    required: true,
    purpose: "LLVM's code generator",
  },
  ld: {
    candidates: ['ld', 'ld.bfd'],
    variable: 'MIXMOD_LD',
    install: 'apt-get install binutils',
    required: true,
    purpose: 'the linker',
  },
  lld: {
    candidates: ['ld.lld-14', 'ld.lld', 'mold'],
    variable: 'MIXMOD_LLD',
    install: 'apt-get install lld-14',
    required: false,
    purpose: 'the linker for other machines, fast at the many objects of debug builds',
  },
  cc: {
    candidates: ['cc', 'gcc', 'clang'],
    variable: 'MIXMOD_CC',
    install: 'apt-get install gcc libc6-dev',
    required: false,
    purpose: 'a C compiler, for programs that bring C sources, macros or headers',
  },
  crossCc: {
    candidates: ['clang-14', '/usr/lib/llvm-14/bin/clang', 'clang'],
    variable: 'MIXMOD_CROSS_CC',
    install: 'apt-get install clang-14',
    required: false,
    purpose: 'clang, the C compiler for other machines',
  },
  symbolizer: {
    candidates: ['llvm-symbolizer-14', '/usr/lib/llvm-14/bin/llvm-symbolizer'],
    variable: 'MIXMOD_SYMBOLIZER',
    install: 'apt-get install llvm-14',
    required: false,
    purpose: 'names the lines of a stack after a crash',
  },
};

export const TOOL_NAMES = Object.keys(TOOLS) as readonly ToolName[];
export const isRequired = (tool: ToolName): boolean => TOOLS[tool].required;
export const installHint = (tool: ToolName): string => TOOLS[tool].install;
export const purposeOf = (tool: ToolName): string => TOOLS[tool].purpose;

/** `MIXMOD_OPT is /x/opt` where the variable is set, else ''. */
export function namedBy(tool: ToolName): string {
  const { variable } = TOOLS[tool];
  const named = process.env[variable];
  return named ? `${variable} is ${named}` : '';
}

/** What `E.toolMissing` says. */
export const missingTool = (
  tool: ToolName,
): { readonly tool: string; readonly install: string } => ({
  tool: `${tool} (${[purposeOf(tool), namedBy(tool)].filter((part) => part !== '').join('; ')})`,
  install: installHint(tool),
});

/** The path of a tool; undefined where there is none. */
export function findTool(tool: ToolName, host: Host): string | undefined {
  const { candidates, variable } = TOOLS[tool];
  const named = process.env[variable];
  const wanted = named ? [named] : candidates;
  for (const candidate of wanted) {
    const found = locate(candidate, host);
    if (found !== undefined) return found;
  }
  return undefined;
}

function locate(candidate: string, host: Host): string | undefined {
  if (candidate.includes('/')) return host.exists(candidate) ? candidate : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => host.resolve(folder, candidate)).find((path) => host.exists(path));
}

export interface ToolReport {
  readonly name: ToolName;
  readonly required: boolean;
  readonly found: boolean;
  /** Path and first line of its version; of a missing one, the variable that names it, or ''. */
  readonly detail: string;
  readonly install: string;
}

/** For `mixmod doctor`. */
export function examineToolchain(host: Host): readonly ToolReport[] {
  return TOOL_NAMES.map((name) => {
    const path = findTool(name, host);
    const { required, install } = TOOLS[name];
    return {
      name,
      required,
      install,
      found: path !== undefined,
      detail: path ? describe(path, host) : namedBy(name),
    };
  });
}

function describe(path: string, host: Host): string {
  const { stdout } = host.run(path, ['--version']);
  const lines = stdout.split('\n').map((line) => line.trim());
  // LLVM's tools begin with their project's address.
  const version = lines.find((line) => /\d+\.\d+/.test(line)) ?? '';
  return `${path} (${version})`;
}
