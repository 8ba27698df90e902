// The name of an instruction set, as `--cpu` has it → what LLVM's tools and the C compiler call it.
import type { Architecture, Target } from './targets.ts';

/** As LLVM has it. */
export interface LlvmCpu {
  readonly name: string;
  /** `+v8.2a`; '' for what the name alone says. */
  readonly features: string;
}

interface CpuArguments {
  readonly llvm: LlvmCpu;
  readonly c: readonly string[];
}

interface CpuFamily {
  /** What every machine of the architecture has. */
  readonly portable: string;
  /** For messages. */
  readonly names: string;
  /** Names of another architecture are none of this one. */
  readonly isForeign: RegExp;
  readonly arguments: (cpu: string) => CpuArguments;
}

const named = (name: string): LlvmCpu => ({ name, features: '' });
const same = (cpu: string): CpuArguments => ({ llvm: named(cpu), c: [`-march=${cpu}`] });

/** `armv8.2-a` is a set of features to LLVM's tools. */
const ARM_VERSION = /^armv(\d+(?:\.\d+)?)-a$/;

const FAMILIES: { readonly [A in Architecture]: CpuFamily } = {
  x64: {
    portable: 'x86-64',
    names: 'x86-64 (portable), x86-64-v2, x86-64-v3, x86-64-v4 or native',
    isForeign: /^(armv\d|cortex-|neoverse-)/,
    arguments: same,
  },
  arm64: {
    portable: 'armv8-a',
    names: 'armv8-a (portable), armv8.1-a to armv8.7-a, armv9-a, a core as neoverse-n1, or native',
    isForeign: /^(x86-64|i\d86|znver|skylake|haswell)/,
    arguments(cpu) {
      const version = ARM_VERSION.exec(cpu)?.[1];
      if (version === undefined) return { llvm: named(cpu), c: [`-mcpu=${cpu}`] };
      const features = version === '8' ? '' : `+v${version}a`;
      return { llvm: { name: 'generic', features }, c: [`-march=${cpu}`] };
    },
  },
};

export const portableCpu = ({ architecture }: Target): string => FAMILIES[architecture].portable;

export const cpuArguments = (cpu: string, { architecture }: Target): CpuArguments =>
  FAMILIES[architecture].arguments(cpu);

/** For LLVM's tools. */
export const llvmArguments = ({ name, features }: LlvmCpu): readonly string[] => [
  `-mcpu=${name}`,
  ...(features === '' ? [] : [`-mattr=${features}`]),
];

/** For the list of options. */
export const cpuNames = (): string =>
  `of x64: ${FAMILIES.x64.names}; of arm64: ${FAMILIES.arm64.names}`;

/** Why code for the target cannot be made for the instruction set; null where it can. `isCross`: this machine is another one. */
export function cpuProblem(cpu: string, target: Target, isCross: boolean): string | null {
  const { isForeign, names } = FAMILIES[target.architecture];
  if (!/^[a-z0-9][a-z0-9_.-]*$/i.test(cpu) || isForeign.test(cpu))
    return `"${cpu}" is no instruction set of ${target.name}. There are: ${names}.`;
  if (cpu === 'native' && isCross)
    return `--cpu native is this machine, which is no ${target.name}: name an instruction set. There are: ${names}.`;
  return null;
}
