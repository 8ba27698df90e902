// `mixmod build --emit=ninja`: entry files → a build.ninja that builds each by a command of its own. What an entry
// depends on comes from the build itself, in a depfile; outputs whose content stays the same keep their time, so that
// what depends on them is not built again.
import { basename, join, relative } from 'node:path';
import { writeFailure } from '../build.ts';
import { report } from '../diagnostics/report.ts';
import { E } from '../diagnostics/codes.ts';
import { nodeHost } from '../host.ts';
import type { BuildCommandOptions } from './build.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { reportDiagnostics } from './report.ts';

/** Ninja is run in the folder that this is run in. */
export function emitNinja(paths: readonly string[], command: BuildCommandOptions): number {
  const missing = paths.filter((path) => nodeHost.readText(path) === undefined);
  const twice = paths.find(
    (path, index) => paths.findIndex((one) => nameOf(one) === nameOf(path)) < index,
  );
  if (twice !== undefined) {
    process.stderr.write(`mixmod build: two of the files would become ${nameOf(twice)}.node\n`);
    return EXIT.usage;
  }
  if (missing.length > 0) {
    const diagnostics = missing.map((path) => report(E.fileNotFound, { path }));
    reportDiagnostics(diagnostics, command.json ?? false);
    return exitCodeOf(diagnostics);
  }
  const out = command.out ?? '.';
  try {
    nodeHost.writeAtomic(join(out, 'build.ninja'), ninjaText(paths, out, command));
    return EXIT.ok;
  } catch (error) {
    const diagnostics = [writeFailure(error)];
    reportDiagnostics(diagnostics, command.json ?? false);
    return exitCodeOf(diagnostics);
  }
}

const nameOf = (path: string): string => basename(path).replace(/\.[cm]?ts$/, '');

function ninjaText(paths: readonly string[], out: string, command: BuildCommandOptions): string {
  const folder = relative('', out) || '.';
  const edges = paths.map((path) => {
    const name = join(folder, nameOf(path));
    const outputs = ['.node', '.js', '.d.ts'].map((ending) => escaped(name + ending));
    return `build ${outputs.join(' ')}: mixmod ${escaped(path)}\n  depfile = ${escaped(`${name}.d`)}\n`;
  });
  // Words of the shell, which ninja gives the command to.
  const program = [process.execPath, ...process.execArgv, process.argv[1] ?? ''].map(quoted);
  const options = optionsOf(command).map(quoted);
  return [
    '# Written by mixmod build --emit=ninja. Run ninja where that was run; what MIXMOD_LAUNCHER says stands before each command.\n',
    'ninja_required_version = 1.7\n',
    `builddir = ${escaped(folder)}\n\n`,
    'rule mixmod\n',
    `  command = $$MIXMOD_LAUNCHER ${dollars([...program, 'build'].join(' '))} $in --out ${dollars(quoted(folder))} --depfile $depfile ${dollars(options.join(' '))}\n`,
    '  description = mixmod $in\n',
    // It knows which file has changed; ninja sees that an output did not.
    '  restat = 1\n\n',
    ...edges,
  ].join('');
}

function optionsOf({
  debug,
  checked,
  target,
  cpu,
  cache,
  remoteCache,
}: BuildCommandOptions): string[] {
  return [
    debug ? '--debug' : '--release',
    ...(checked ? ['--checked'] : []),
    '--target',
    target,
    '--cpu',
    cpu,
    ...(cache ? [] : ['--no-cache']),
    ...(remoteCache === undefined ? [] : ['--remote-cache', remoteCache]),
  ];
}

const dollars = (text: string): string => text.replaceAll('$', '$$$$');

/** A path in a build line. */
const escaped = (path: string): string => path.replaceAll(/[$ :]/g, (character) => `$${character}`);

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
