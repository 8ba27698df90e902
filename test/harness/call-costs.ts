// What a call of a C function costs, in instructions for each iteration of a loop: the loops of test/bench/c-calls/caller.c by gcc -O3, and the
// same loops in RTypeScript. Runs of two lengths are compared, so what stands around the loops does not count.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';
import type { InstructionCounter, Instructions } from './instruction-counters.ts';
import { run } from './run-program.ts';

const SOURCES = join(packageRoot, 'test/bench/c-calls');
/** caller.ts and callbacks.ts name it. */
export const OUT = join(packageRoot, 'build', 'bench-calls');

/** The first run of a loop binds the symbols; the others differ in the number of iterations only. */
const WARM = 1;
const SHORT = 16;
const LONG = 32;
const COUNTS = [WARM, SHORT, LONG].map(String);

export const PROGRAMS = ['caller', 'callbacks'] as const;
export type Program = (typeof PROGRAMS)[number];

export interface BuiltCallers {
  readonly c: string;
  readonly modules: Readonly<Record<Program, string>>;
}

export async function buildCallers(): Promise<BuiltCallers> {
  mkdirSync(OUT, { recursive: true });
  const c = join(OUT, 'caller');
  const library = join(OUT, 'libcalls.so');
  run('gcc', ['-O3', '-fPIC', '-shared', '-o', library, join(SOURCES, 'library.c')]);
  run('gcc', ['-O3', '-o', c, join(SOURCES, 'caller.c'), `-L${OUT}`, '-lcalls']);
  const build = async (program: Program): Promise<string> =>
    (await buildModule(join(SOURCES, `${program}.ts`), OUT, RELEASE)).node;
  return { c, modules: { caller: await build('caller'), callbacks: await build('callbacks') } };
}

/** For each iteration of a loop. */
export type Costs = ReadonlyMap<string, Instructions>;

export const costsOfC = ({ c }: BuiltCallers, counter: InstructionCounter): Costs =>
  costs(c, [c, ...COUNTS], counter);

/** In Node. Code that V8 makes while it runs is no matter here, and slow under callgrind. */
export function costsOfProgram(
  program: Program,
  { modules }: BuiltCallers,
  counter: InstructionCounter,
): Costs {
  const module = modules[program];
  const script = join(SOURCES, 'run-loops.mjs');
  const node = [process.execPath, '--jitless', '--single-threaded'] as const;
  return costs(module, [...node, script, module, ...COUNTS], counter);
}

function costs(
  object: string,
  command: readonly [string, ...string[]],
  counter: InstructionCounter,
): Costs {
  const { stdout, counts } = counter.count(object, command, {
    ...process.env,
    LD_LIBRARY_PATH: OUT,
  });
  const names = stdout.trimEnd().split('\n');
  if (counts.length !== names.length)
    throw new Error(`${names.length} loops have run, ${counts.length} were counted`);
  const found = new Map<string, Instructions>();
  for (let i = 0; i < names.length; i += COUNTS.length) {
    const [short, long] = [counts[i + 1], counts[i + 2]];
    const name = /^loop_(\w+) /.exec(names[i] ?? '')?.[1];
    if (name === undefined || !short || !long) throw new Error(`a loop is missing:\n${stdout}`);
    const each = (part: keyof Instructions): number => (long[part] - short[part]) / (LONG - SHORT);
    found.set(name, { own: each('own'), all: each('all') });
  }
  return found;
}
