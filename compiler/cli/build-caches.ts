// `--no-cache`, `--remote-cache` and the environment → what a build remembers with.
import type { BuildCache } from '../cache/build-cache.ts';
import { cacheFolder } from '../cache/location.ts';
import { openBuildCache } from '../cache/open.ts';
import { remoteSettings, type WrongSettings } from '../cache/remote-settings.ts';
import { nodeHost } from '../host.ts';

export interface CacheCommandOptions {
  readonly cache: boolean;
  readonly remoteCache?: string;
  readonly cpu: string;
}

/** null: nothing is remembered. */
export function cacheOf(command: CacheCommandOptions): BuildCache | WrongSettings | null {
  if (!command.cache) return null;
  const remote = remoteSettings(command.remoteCache, process.env, nodeHost);
  if (remote && 'problem' in remote) return remote;
  const folder = cacheFolder(process.env);
  const warn = (text: string): void => void process.stderr.write(`mixmod: warning: ${text}\n`);
  return openBuildCache({ folder, remote, warn }, command.cpu, nodeHost);
}
