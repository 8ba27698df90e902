// A block of host code → what it prints, run with the import hook (as `mixmod run` does) of the sources as they are now.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, sourceSnapshot } from '../harness/source-snapshot.ts';
import type { Example } from './examples.ts';

const PRINTED = /\/\/ →(?: (.*))?$/gm;

/** What the comments `// → …` say that it prints. */
export function expectedOutput({ text }: Example): string {
  return [...text.matchAll(PRINTED)].map((match) => `${match[1] ?? ''}\n`).join('');
}

/** The text with what it printed, a line for each comment. */
export function withOutput({ text }: Example, output: string): string {
  const lines = output.split('\n');
  return text.replace(PRINTED, () => `// → ${lines.shift() ?? ''}`);
}

/** What the process reports of leaks when it ends, without the folders of the files. */
function leaksReported(stderr: string): string {
  const [report = ''] =
    /^mixmod: \d+ allocations? w\S+ never freed:\n(?: {2}.*\n)+/m.exec(stderr) ?? [];
  return report.replaceAll(/(allocated at )\S*\//g, '$1');
}

/** Milliseconds: what waits for ever fails alone. */
const LONGEST = 100_000;

/** Standard output, and what is leaked; throws what it writes to standard error where it fails. */
export function runHost(path: string, { text }: Example): string {
  const mode = text.startsWith('// host, untranslated') ? 'untranslated' : 'release';
  const hook = join(sourceSnapshot(), 'dist/compiler/register/register.js');
  const environment = { MIXMOD_RUN: mode, MIXMOD_CACHE: join(CACHE, 'docs-builds') };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(hook).href, path],
    { encoding: 'utf8', env: { ...process.env, ...environment }, timeout: LONGEST },
  );
  if (status !== 0) throw new Error(stderr || `ended with code ${status}`);
  return stdout + leaksReported(stderr);
}
