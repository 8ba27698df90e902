// The `mixmod` command: its subcommands and options. Each command's code is loaded only when it is called.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { packageRoot } from '../package-root.ts';
import { cpuNames } from '../target/cpus.ts';
import { TARGET_NAMES, targetProblem } from '../target/targets.ts';
import { EXIT } from './exit-codes.ts';
import { EMIT_KINDS, GRAPH_KINDS } from './emit-kinds.ts';
import { machineOptions } from './machine-options.ts';
import { parseAge, parseSize } from './quantities.ts';

/** What `--emit` knows beside the stages; it stands alone. */
const NINJA = 'ninja';
const CPU_HELP = `instruction set (default: the portable one); ${cpuNames()}`;
const TARGET_HELP = `the platform the module is for (default: this machine): ${TARGET_NAMES.join(', ')}`;

/** Runs one command line; the result is the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const finish = (code: number): void => {
    exitCode = code;
  };
  try {
    await commandLine(finish).parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    process.stderr.write(internalError(error));
    return EXIT.internal;
  }
}

function commandLine(finish: (code: number) => void): Command {
  const program = new Command('mixmod')
    .description(
      'Compiles RTypeScript, a typed subset of TypeScript, to native modules for Node.js, Bun and Deno.',
    )
    .version(version())
    .showHelpAfterError('(see mixmod --help)')
    .enablePositionalOptions()
    .exitOverride();
  addNew(program, finish);
  addCheck(program, finish);
  addBuild(program, finish);
  addPack(program, finish);
  addRun(program, finish);
  addExplain(program, finish);
  addBindings(program, finish);
  addConfigure(program, finish);
  addProbe(program, finish);
  addCache(program, finish);
  addDoctor(program, finish);
  addCrashReport(program, finish);
  const all = program.commands.flatMap((command) => [command, ...command.commands]);
  all.forEach((command) => command.exitOverride());
  return program;
}

function addNew(program: Command, finish: (code: number) => void): void {
  program
    .command('new <folder>')
    .description('begin a package with one RTypeScript module and a test')
    .option('--name <name>', "the package's name for npm (default: the folder's)")
    .option(
      '--mixmod <version>',
      'the mixmod that it uses: a version, or the path of a folder or tarball (default: this one)',
    )
    .action(async (folder: string, options) => {
      const { newCommand } = await import('./new.ts');
      finish(newCommand(folder, options));
    });
}

function addCheck(program: Command, finish: (code: number) => void): void {
  program
    .command('check <files...>')
    .description('report every error of RTypeScript files, without compiling')
    .option('--json', 'print the diagnostics as JSON')
    .option(
      '--emit <kinds>',
      `also write what is known before LLVM is asked: ${GRAPH_KINDS.join(', ')}`,
      parseKinds(GRAPH_KINDS),
      [],
    )
    .option('--out <folder>', 'where what is written goes (default: here)')
    .action(async (files: string[], options) => {
      const { checkCommand } = await import('./check.ts');
      finish(await checkCommand(files, options));
    });
}

function addBuild(program: Command, finish: (code: number) => void): void {
  program
    .command('build <path> [others...]')
    .description(
      'compile a file and all that it imports to FILE.node, FILE.js and FILE.d.ts; or a folder with the manifest of a mixed module; with --emit=ninja several files',
    )
    .option('--out <folder>', 'where the outputs go (default: here; for a folder build/FOLDER)')
    .addOption(new Option('--release', 'optimise fully (the default)').conflicts('debug'))
    .option('--debug', 'no optimisation, with debug information')
    .option('-g, --debug-info', 'debug information, of optimised code too')
    .option('--checked', 'look at each use of raw memory, and report what is never freed')
    .option('--target <platform>', TARGET_HELP, parseTarget)
    .option('--cpu <name>', CPU_HELP)
    .option(
      '--emit <kinds>',
      `also write what stages made: ${EMIT_KINDS.join(', ')}; or ninja: write OUT/build.ninja instead, which builds all files`,
      parseEmit,
      [],
    )
    .option('--no-cache', 'compile even if nothing changed')
    .option('--remote-cache <url>', 'share outputs with others over HTTP, e.g. http://cache:8080/')
    .option('--watch', 'build again when files change; after an error the old outputs stay')
    .option('--stats', 'print the time of each stage and the sizes')
    .option('--json', 'print the result as JSON')
    .option('--depfile <file>', 'write what the module is made from, for make and ninja')
    .action(async (path: string, others: string[], given) => {
      const machine = machineOptions(given);
      if ('problem' in machine) {
        process.stderr.write(`mixmod build: ${machine.problem}\n`);
        finish(EXIT.usage);
        return;
      }
      const isForMachine = given.target === undefined;
      const options = { ...given, ...machine, isForMachine };
      if (options.emit.includes(NINJA)) {
        const { emitNinja } = await import('./emit-ninja.ts');
        finish(emitNinja([path, ...others], options));
      } else if (others.length > 0) {
        process.stderr.write('mixmod build: several files are for --emit=ninja\n');
        finish(EXIT.usage);
      } else {
        const { buildCommand } = await import('./build.ts');
        finish(await buildCommand(path, options));
      }
    });
}

function addPack(program: Command, finish: (code: number) => void): void {
  program
    .command('pack [folder]')
    .description('build a package for npm: prebuilds/ for each target, loaders, declarations')
    .option(
      '--target <names>',
      `targets, e.g. ${TARGET_NAMES.slice(0, 2).join(',')} (default: those of the package.json, else this machine)`,
      parseTargets,
      [],
    )
    .option('--optional', 'a package of its own for each target, as an optional dependency')
    .option('--objects', 'also objects, for programs of RTypeScript that import the package')
    .option('--no-cache', 'compile even if nothing changed')
    .option('--remote-cache <url>', 'share outputs with others over HTTP, e.g. http://cache:8080/')
    .action(async (folder: string | undefined, options) => {
      const { packCommand } = await import('./pack.ts');
      finish(await packCommand(folder ?? '.', options));
    });
}

function addRun(program: Command, finish: (code: number) => void): void {
  program
    .command('run <script> [arguments...]')
    .description(
      'run a TypeScript program; RTypeScript files that it imports are compiled on import',
    )
    .option('--untranslated', 'run the RTypeScript files as JavaScript instead')
    .option('--debug', 'compile them without optimisation, with debug information')
    .addOption(
      new Option('--release', 'optimise fully (the default without --watch)').conflicts('debug'),
    )
    .option('--watch', 'run again when files change; mixed modules are exchanged while it runs')
    .passThroughOptions() // what follows the script is for the script
    .action(async (script: string, args: string[], options) => {
      const { runCommand } = await import('./run.ts');
      finish(await runCommand(script, args, options));
    });
}

function addExplain(program: Command, finish: (code: number) => void): void {
  program
    .command('explain [code]')
    .description('explain a diagnostic, e.g. RTS2001; without a code: list all')
    .option('--json', 'print JSON')
    .action(async (code: string | undefined, options: { json?: boolean }) => {
      const { explainCommand } = await import('./explain.ts');
      finish(explainCommand(code, options));
    });
}

function addBindings(program: Command, finish: (code: number) => void): void {
  program
    .command('bindings <header> [names...]')
    .description("declare what a C header has, e.g. bindings zlib.h 'deflate*' --library z")
    .option('--library <name...>', 'libraries to link, e.g. z')
    .option('--include-dir <folder...>', 'where headers are looked for')
    .option('--define <macro...>', 'macros that are defined before the header, e.g. N=5')
    .option('--out <file>', 'the file to write; else standard output')
    .action(async (header: string, names: string[], options) => {
      const { bindingsCommand } = await import('./bindings.ts');
      finish(bindingsCommand(header, names, options));
    });
}

function addConfigure(program: Command, finish: (code: number) => void): void {
  program
    .command('configure <file>')
    .description('what a program asks of the platform with rffi_platform, and the answers here')
    .option('--json', 'as JSON')
    .action(async (file: string, options) => {
      const { configureCommand } = await import('./configure.ts');
      finish(configureCommand(file, options));
    });
}

/** For `ctypes_configure`. */
function addProbe(program: Command, finish: (code: number) => void): void {
  program
    .command('probe')
    .description('answer questions about C, JSON in and out, for ctypes_configure')
    .action(async () => {
      const { probeCommand } = await import('./probe.ts');
      finish(probeCommand());
    });
}

function addCache(program: Command, finish: (code: number) => void): void {
  const cache = program
    .command('cache')
    .description('show what the cache of builds holds, and how often it helped')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { cacheCommand } = await import('./cache.ts');
      finish(cacheCommand(options));
    });
  cache
    .command('prune')
    .description('remove what was used longest ago; without a limit, what was not used for 30 days')
    .option('--max-size <size>', 'what may stay, e.g. 500M', parseSize)
    .option('--older-than <time>', 'remove what was not used for so long, e.g. 30d', parseAge)
    .option('--json', 'print JSON')
    .action(async (options) => {
      const { cachePruneCommand } = await import('./cache.ts');
      finish(cachePruneCommand(options));
    });
  cache
    .command('verify')
    .description('remove what is damaged; the exit code is 1 where something was')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { cacheVerifyCommand } = await import('./cache.ts');
      finish(cacheVerifyCommand(options));
    });
}

function addDoctor(program: Command, finish: (code: number) => void): void {
  program
    .command('doctor')
    .description('show what of the toolchain is found, and how to get the rest')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { doctorCommand } = await import('./doctor.ts');
      finish(await doctorCommand(options));
    });
}

/** For `runtime/crash/trace.c`. */
function addCrashReport(program: Command, finish: (code: number) => void): void {
  program
    .command('crash-report <numbers...>', { hidden: true })
    .action(async (numbers: readonly string[]) => {
      const { crashReportCommand } = await import('./crash-report.ts');
      finish(crashReportCommand(numbers));
    });
}

function parseTargets(value: string): readonly string[] {
  return parseKinds(TARGET_NAMES)(value);
}

function parseTarget(value: string): string {
  const problem = targetProblem(value);
  if (problem !== null) throw new InvalidArgumentError(problem);
  return value;
}

function parseEmit(value: string): readonly string[] {
  return value.trim() === NINJA ? [NINJA] : parseKinds(EMIT_KINDS)(value);
}

function parseKinds(known: readonly string[]): (value: string) => readonly string[] {
  return (value) => {
    const kinds = value.split(',').map((kind) => kind.trim());
    const wrong = kinds.find((kind) => !known.includes(kind));
    if (wrong !== undefined)
      throw new InvalidArgumentError(`"${wrong}" is none of ${known.join(', ')}.`);
    return kinds;
  };
}

function version(): string {
  const text = readFileSync(`${packageRoot}/package.json`, 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function internalError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `mixmod: internal error, please report it together with the program:\n${text}\n`;
}
