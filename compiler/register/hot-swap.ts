// A process of `mixmod run --watch`: tells the command which files it is made from, and takes over mixed modules that have
// changed. What is not of a mixed module needs a new process.
import { basename, dirname, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { nodeHost } from '../host.ts';
import { newVersion } from './hot-version.ts';
import { isMixedModule } from './resolve-mixed.ts';

/** From the process to the command, and back. */
export type FromProcess = { readonly files: readonly string[] } | { readonly restart: true };
export interface ToProcess {
  readonly changed: readonly string[];
}

export const isWatched = (): boolean =>
  process.env['MIXMOD_WATCH'] === '1' && process.send !== undefined;

/** The port is for the hooks: what they load is sent there. */
export function swapWhenChanged(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  Reflect.set(globalThis, Symbol.for('mixmod.hotModules'), new Map());
  const manifests = new Set<string>();
  port1.on('message', (files: readonly string[]) => {
    for (const file of files)
      if (basename(file) === 'index.ts' && isMixedModule(nodeHost.readText(file)))
        manifests.add(file);
    tell({ files });
  });
  port1.unref();
  process.on('message', (message: ToProcess) => void takeOver(message.changed, [...manifests]));
  // Neither keeps a program alive that has come to its end.
  process.channel?.unref();
  return port2;
}

const tell = (message: FromProcess): void => void process.send?.(message);

let version = 0;

async function takeOver(changed: readonly string[], manifests: readonly string[]): Promise<void> {
  const isIn = (file: string, manifest: string): boolean =>
    file.startsWith(dirname(manifest) + sep);
  // Submodules come with the module that they are in.
  const outer = manifests.filter(
    (one) => !manifests.some((other) => other !== one && isIn(one, other)),
  );
  const hit = outer.filter((manifest) => changed.some((file) => isIn(file, manifest)));
  if (!changed.every((file) => hit.some((manifest) => isIn(file, manifest)))) {
    tell({ restart: true });
    process.exit(0);
  }
  version++;
  for (const manifest of hit) {
    const name = basename(dirname(manifest));
    try {
      await import(newVersion(pathToFileURL(manifest).href, version));
      process.stderr.write(`mixmod: ${name} is exchanged\n`);
    } catch (error) {
      const text = error instanceof Error ? error.message.trim() : String(error);
      process.stderr.write(`${text}\nmixmod: ${name} stays as it was\n`);
    }
  }
}
