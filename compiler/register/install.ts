// Installs the import hook in this process. Errors in RTypeScript files end the process with the compiler's report
// alone, unless the program handles them.
import { writeSync } from 'node:fs';
import { register } from 'node:module';
import { keepLedger, leakReport, liveThings } from '../../runtime/lltype/leaks.ts';
import { traceCrashes } from './crash-trace.ts';
import type { HookData } from './hooks.ts';
import { isWatched, swapWhenChanged } from './hot-swap.ts';
import { IMPORT_ERROR } from './import-error.ts';
import type { RunMode } from './mode.ts';

export function install(mode: RunMode): void {
  // Stacks name the places in TypeScript files.
  process.setSourceMapsEnabled(true);
  const watcher = isWatched() ? swapWhenChanged() : null;
  const data: HookData = { mode, watcher };
  const transferList = watcher ? [watcher] : [];
  register('./hooks.js', { parentURL: import.meta.url, data, transferList });
  if (mode !== 'untranslated') traceCrashes(process.env);
  if (mode === 'untranslated') {
    keepLedger();
    process.on('exit', reportLeaks);
  }
  process.on('uncaughtExceptionMonitor', (error: Error & { readonly code?: unknown }) => {
    if (error.code !== IMPORT_ERROR || process.listenerCount('uncaughtException') > 0) return;
    writeSync(process.stderr.fd, error.message.trimStart());
    process.exit(1);
  });
}

function reportLeaks(): void {
  const text = leakReport(liveThings());
  if (text !== '') writeSync(process.stderr.fd, `${text}\n`);
}
