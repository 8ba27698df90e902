// A target → what npm installs a package for.
import { TARGETS, type TargetName } from '../target/targets.ts';

export interface NpmPlatform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
}

export function npmPlatform(name: TargetName): NpmPlatform {
  const { architecture, libc } = TARGETS[name];
  return { os: ['linux'], cpu: [architecture], libc: [libc] };
}
