// The platforms that a package may have builds for, as npm calls them, and what a build for one is asked for.
import { RELEASE, type BuildOptions } from '../options.ts';

/** As `prebuilds/` has them. */
export const TARGETS = ['linux-x64', 'linux-x64-musl', 'linux-arm64', 'linux-arm64-musl'] as const;
export type PackageTarget = (typeof TARGETS)[number];

export const isTarget = (name: string): name is PackageTarget =>
  TARGETS.some((target) => target === name);

/** What npm installs a package for. */
export interface NpmPlatform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
}

export function npmPlatform(target: PackageTarget): NpmPlatform {
  const [os = '', cpu = '', libc = 'glibc'] = target.split('-');
  return { os: [os], cpu: [cpu], libc: [libc] };
}

/** null where nothing is built for this machine. */
export function thisTarget(): PackageTarget | null {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const libc = header?.glibcVersionRuntime === undefined ? '-musl' : '';
  const name = `${process.platform}-${process.arch}${libc}`;
  return isTarget(name) ? name : null;
}

export function targetOptions(target: PackageTarget): BuildOptions | { readonly problem: string } {
  if (target === thisTarget()) return RELEASE;
  return { problem: `${target} cannot be built on this machine, which is ${thisTarget()}` };
}
