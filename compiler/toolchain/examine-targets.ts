// For `mixmod doctor`: which targets can be built for here, and what the others need.
import type { Host } from '../host.ts';
import { TARGET_NAMES, TARGETS, type TargetName } from '../target/targets.ts';
import { cProblem, cTool, isCross } from './c-compiler.ts';
import { findTool, installHint, type ToolName } from './find-tool.ts';

export interface TargetReport {
  readonly name: TargetName;
  readonly required: false;
  /** Modules can be built, those with C of their own perhaps not. */
  readonly found: boolean;
  readonly detail: string;
  readonly install: string;
}

export function examineTargets(host: Host): readonly TargetReport[] {
  const machines = machinesOfLlvm(host);
  return TARGET_NAMES.map((name) => examine(name, machines, host));
}

function examine(name: TargetName, machines: string, host: Host): TargetReport {
  const report = { name, required: false, install: '' } as const;
  if (!isCross(name)) return { ...report, found: true, detail: 'this machine' };
  const needed: readonly ToolName[] = ['opt', 'llc', 'lld'];
  const missing = needed.filter((tool) => findTool(tool, host) === undefined).map(installHint);
  if (missing.length > 0)
    return { ...report, found: false, detail: '', install: [...new Set(missing)].join(', ') };
  const machine = TARGETS[name].triple.split('-')[0] ?? '';
  if (!new RegExp(`^\\s+${machine.replace('_', '[-_]')}\\s`, 'm').test(machines))
    return { ...report, found: false, detail: '', install: `an LLVM with the target ${machine}` };
  const compiler = cTool(name);
  const problem = cProblem(name, host);
  const forC = [
    ...(findTool(compiler, host) === undefined ? [installHint(compiler)] : []),
    ...(problem ? [problem.install] : []),
  ];
  const detail =
    forC.length === 0
      ? 'modules, with C of theirs too'
      : `modules without C of theirs; for that: ${forC.join(', ')}`;
  return { ...report, found: true, detail };
}

/** What LLVM's code generator says of itself. */
function machinesOfLlvm(host: Host): string {
  const llc = findTool('llc', host);
  return llc === undefined ? '' : host.run(llc, ['--version']).stdout;
}
