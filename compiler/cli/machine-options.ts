// `--target` and `--cpu`, as given → the machines that a build is for, or what is wrong.
import { nodeHost } from '../host.ts';
import { RELEASE } from '../options.ts';
import { cpuArguments, cpuProblem, llvmArguments, portableCpu } from '../target/cpus.ts';
import { TARGETS, type Target, type TargetName } from '../target/targets.ts';
import { thisMachine } from '../target/this-machine.ts';
import { isCross } from '../toolchain/c-compiler.ts';
import { findTool } from '../toolchain/find-tool.ts';

export interface MachineOptions {
  readonly target: TargetName;
  readonly cpu: string;
}

/** `target` is one, where it is given. */
export function machineOptions(given: {
  readonly target?: TargetName;
  readonly cpu?: string;
}): MachineOptions | { readonly problem: string } {
  const name = given.target ?? thisMachine();
  // What is wrong then, the build says.
  if (name === null) return { target: RELEASE.target, cpu: RELEASE.cpu };
  const target = TARGETS[name];
  const cpu = given.cpu ?? portableCpu(target);
  const problem = cpuProblem(cpu, target, isCross(name)) ?? unknownCpu(cpu, target);
  return problem === null ? { target: name, cpu } : { problem };
}

/** What only LLVM's code generator knows, it is asked. */
function unknownCpu(cpu: string, target: Target): string | null {
  if (cpu === portableCpu(target) || cpu === 'native') return null;
  const llc = findTool('llc', nodeHost);
  // The build says that it is missing.
  if (llc === undefined) return null;
  const args = [
    `-mtriple=${target.triple}`,
    ...llvmArguments(cpuArguments(cpu, target).llvm),
    '-filetype=null',
  ];
  const { stderr } = nodeHost.run(llc, [...args, '-'], '');
  return /is not a recognized (processor|feature)/.test(stderr)
    ? `"${cpu}" is no instruction set of ${target.name}: \`llc-14 -mtriple=${target.triple} -mcpu=help\` lists them.`
    : null;
}
