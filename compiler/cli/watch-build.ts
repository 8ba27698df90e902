// `mixmod build --watch`: builds, and again whenever a file that the build has read changes.
import type { BuildResult } from '../build.ts';
import { nodeHost } from '../host.ts';
import { WatchedFiles } from './watch-files.ts';

/** Never ends by itself; a signal ends the process. Outputs of a failed build stay as they are. */
export async function watchBuild(path: string, build: () => Promise<BuildResult>): Promise<number> {
  let isBuilding = false;
  let isOutdated = false;
  const files = new WatchedFiles(() => void rebuild());
  await rebuild();
  return new Promise(() => {});

  async function rebuild(): Promise<void> {
    isOutdated = true;
    if (isBuilding) return;
    isBuilding = true;
    while (isOutdated) {
      isOutdated = false;
      const start = Date.now();
      const { inputs, outcome } = await build();
      files.add([nodeHost.resolve(path), ...inputs], start);
      process.stderr.write(`mixmod build: ${outcome}; waiting for changes\n`);
    }
    isBuilding = false;
  }
}
