// The caches that a command uses → the memory of its builds.
import type { Host } from '../host.ts';
import { BuildCache } from './build-cache.ts';
import { buildIdentity } from './identity.ts';
import { localCache } from './local.ts';
import type { Cache } from './store.ts';

/** `cpu`: as in the options of the builds. */
export const openBuildCache = (cpu: string, cache: Cache, host: Host): BuildCache =>
  new BuildCache(cache.actions, buildIdentity(cpu, host), host);

/** The one in `folder` alone. */
export const openLocal = (folder: string, cpu: string, host: Host): BuildCache =>
  openBuildCache(cpu, localCache(folder, host), host);
