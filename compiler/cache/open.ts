// The caches that a command uses → the memory of its builds.
import type { Host } from '../host.ts';
import { BuildCache } from './build-cache.ts';
import { buildIdentity } from './identity.ts';
import { localCache } from './local.ts';
import { RemoteClient } from './remote-client.ts';
import type { RemoteSettings } from './remote-settings.ts';
import { withRemote } from './remote.ts';
import type { Cache } from './store.ts';
import { tallyIn } from './tally.ts';

export interface CachePlaces {
  /** Absolute. */
  readonly folder: string;
  readonly remote: RemoteSettings | null;
  /** Is told once what is wrong with the remote cache; a line without its end. */
  readonly warn: (text: string) => void;
}

export function openCache({ folder, remote, warn }: CachePlaces, host: Host): Cache {
  const local = localCache(folder, host);
  if (!remote) return local;
  const count = tallyIn(folder);
  return withRemote(local, new RemoteClient(remote, warn), () => count('fetched'));
}

/** `cpu`: as in the options of the builds. */
export function openBuildCache(places: CachePlaces, cpu: string, host: Host): BuildCache {
  let identity: string | undefined;
  const identify = (): string => (identity ??= buildIdentity(cpu, host));
  return new BuildCache(openCache(places, host).actions, identify, host, tallyIn(places.folder));
}

/** The cache in `folder` alone. */
export const openLocal = (folder: string, cpu: string, host: Host): BuildCache =>
  openBuildCache({ folder, remote: null, warn: () => {} }, cpu, host);
