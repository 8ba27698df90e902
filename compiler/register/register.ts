// `node --import mixmod/register app.ts`: installs the hook that compiles RTypeScript files when they are imported.
// Errors in them end the process with the compiler's report alone, unless the program handles them.
import { writeSync } from 'node:fs';
import { register } from 'node:module';
import { IMPORT_ERROR } from './import-error.ts';

register('./hooks.js', import.meta.url);

process.on('uncaughtExceptionMonitor', (error: Error & { readonly code?: unknown }) => {
  if (error.code !== IMPORT_ERROR || process.listenerCount('uncaughtException') > 0) return;
  writeSync(process.stderr.fd, error.message.trimStart());
  process.exit(1);
});
