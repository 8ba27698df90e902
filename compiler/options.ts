// What a build is asked for. Made by the command line, read by the stages from `optimize` on.
import { portableCpu } from './target/cpus.ts';
import { TARGETS, type TargetName } from './target/targets.ts';
import { thisMachine } from './target/this-machine.ts';

export interface BuildOptions {
  /** The platform that the addon is for. */
  readonly target: TargetName;
  /** 0: no optimisation of ours or LLVM's, debug information. 3: everything. */
  readonly level: 0 | 3;
  /** Instruction set: `x86-64` (portable, the default of x64), `x86-64-v3`, `armv8-a`, `native`. */
  readonly cpu: string;
  /** Emit DWARF: lines and variables. It changes no machine code. */
  readonly debug: boolean;
  /** Each use of raw memory is checked. */
  readonly checked: boolean;
  /** Also produce the assembly text. */
  readonly assembly: boolean;
}

/** The command line says where the machine is no target. */
const target = thisMachine() ?? 'linux-x64';
const machine = { target, cpu: portableCpu(TARGETS[target]) };

export const RELEASE: BuildOptions = {
  ...machine,
  level: 3,
  debug: false,
  checked: false,
  assembly: false,
};
/** While a program is written: nothing is optimised, nor described for debuggers. */
export const WATCH: BuildOptions = {
  ...machine,
  level: 0,
  debug: false,
  checked: false,
  assembly: false,
};
export const DEBUG: BuildOptions = {
  ...machine,
  level: 0,
  debug: true,
  checked: false,
  assembly: false,
};

export const targetOf = (options: Pick<BuildOptions, 'target'>) => TARGETS[options.target];

/** The same build for another platform, for all of its machines. */
export const optionsFor = (options: BuildOptions, name: TargetName): BuildOptions => ({
  ...options,
  target: name,
  cpu: portableCpu(TARGETS[name]),
});
