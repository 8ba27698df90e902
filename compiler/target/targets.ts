// The platforms that addons are built for, each described once: LLVM's names, the machine in objects, what the system brings.

export type Architecture = 'x64' | 'arm64';
export type CLibrary = 'glibc' | 'musl';
export type TargetName = 'linux-x64' | 'linux-x64-musl' | 'linux-arm64' | 'linux-arm64-musl';

/** What can be compiled and linked with from another machine, in the folders that Debian's packages have. */
export interface CrossFiles {
  readonly include: string;
  readonly lib: string;
  /** How to get them. */
  readonly install: string;
}

export interface Target {
  readonly name: TargetName;
  readonly architecture: Architecture;
  readonly libc: CLibrary;
  /** LLVM's name. */
  readonly triple: string;
  readonly dataLayout: string;
  /** Of the linker. */
  readonly emulation: string;
  /** Of the C compiler. */
  readonly cArguments: readonly string[];
  /**
   * Libraries that every module may need beside C's own, which every host has loaded: the unwinder, and C's mathematics where that is
   * another library.
   */
  readonly libraries: readonly string[];
  /** Not to be trusted to be there. */
  readonly crossFiles: CrossFiles;
}

type Machine = Pick<Target, 'architecture' | 'dataLayout' | 'emulation' | 'cArguments'>;

const X64: Machine = {
  architecture: 'x64',
  dataLayout: 'e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-n8:16:32:64-S128',
  emulation: 'elf_x86_64',
  cArguments: [],
};

const ARM64: Machine = {
  architecture: 'arm64',
  dataLayout: 'e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128',
  emulation: 'aarch64linux',
  // Atomic operations inline: the functions that would be called are in no shared library.
  cArguments: ['-mno-outline-atomics'],
};

const GLIBC = { libc: 'glibc', libraries: ['libgcc_s.so.1', 'libm.so.6'] } as const;
const MUSL = { libc: 'musl', libraries: ['libgcc_s.so.1'] } as const;

export const TARGETS: { readonly [N in TargetName]: Target } = {
  'linux-x64': {
    name: 'linux-x64',
    ...X64,
    ...GLIBC,
    triple: 'x86_64-pc-linux-gnu',
    crossFiles: {
      include: '/usr/x86_64-linux-gnu/include',
      lib: '/usr/x86_64-linux-gnu/lib',
      install: 'apt-get install libc6-dev-amd64-cross',
    },
  },
  'linux-x64-musl': {
    name: 'linux-x64-musl',
    ...X64,
    ...MUSL,
    triple: 'x86_64-pc-linux-musl',
    crossFiles: {
      include: '/usr/include/x86_64-linux-musl',
      lib: '/usr/lib/x86_64-linux-musl',
      install: 'apt-get install musl-dev',
    },
  },
  'linux-arm64': {
    name: 'linux-arm64',
    ...ARM64,
    ...GLIBC,
    triple: 'aarch64-unknown-linux-gnu',
    crossFiles: {
      include: '/usr/aarch64-linux-gnu/include',
      lib: '/usr/aarch64-linux-gnu/lib',
      install: 'apt-get install libc6-dev-arm64-cross',
    },
  },
  'linux-arm64-musl': {
    name: 'linux-arm64-musl',
    ...ARM64,
    ...MUSL,
    triple: 'aarch64-unknown-linux-musl',
    crossFiles: {
      include: '/usr/include/aarch64-linux-musl',
      lib: '/usr/lib/aarch64-linux-musl',
      install: 'dpkg --add-architecture arm64 && apt-get update && apt-get install musl-dev:arm64',
    },
  },
};

export const TARGET_NAMES = Object.keys(TARGETS) as readonly TargetName[];

export const isTargetName = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);

/** Why a name is no target; null for one that is. */
export function targetProblem(name: string): string | null {
  if (isTargetName(name)) return null;
  const known = `Targets: ${TARGET_NAMES.join(', ')}.`;
  const system = /^(darwin|win32)-/.exec(name)?.[1];
  if (system === undefined) return `"${name}" is no target. ${known}`;
  const called = system === 'darwin' ? 'macOS' : 'Windows';
  return `mixmod does not build for ${called} yet: docs/targets.md says what is missing. ${known}`;
}
