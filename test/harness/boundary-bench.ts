// `make bench-boundary`: calls of compiled exports from JavaScript, beside the same functions written by hand in C with Node-API and in plain
// JavaScript, each in processes of their own on Node 20 to 26. `make bench-boundary ONLY='int Uint8Array'` chooses rows.
import { spawnSync } from 'node:child_process';
import { arch, cpus, release } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';
import { compileLibrary } from './ffi-library.ts';
import type { Figures } from './ffi-peers.ts';
import { obtainRuntimes, type Runtime, runtimeVersion } from './host-runtimes.ts';
import { left, right, table } from './table.ts';

const sources = join(packageRoot, 'test', 'bench', 'boundary');
const out = join(packageRoot, 'build', 'bench-boundary');
/** Of the functions that the module has. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  'noop add dadd mix add10 add64 first sum'.split(' '),
);

interface Row {
  readonly name: string;
  readonly needs: string;
  readonly index: number;
}

/** What is compared: paths of modules. */
interface Modules {
  readonly addon: string;
  readonly own: string;
  readonly plain: string;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function chosenRows(): Promise<readonly Row[]> {
  const file = join(packageRoot, 'test', 'bench', 'ffi', 'rows.js');
  const { ROWS } = (await import(pathToFileURL(file).href)) as {
    readonly ROWS: readonly Omit<Row, 'index'>[];
  };
  const only = process.argv.slice(2);
  return ROWS.map(({ name, needs }, index) => ({ name, needs, index })).filter(
    ({ name, needs }) =>
      FUNCTIONS.has(needs) && (only.length === 0 || only.some((part) => name.includes(part))),
  );
}

/** Nanoseconds: the best sample of two processes, since when a host optimizes what differs between them. */
function measure(row: Row, { command }: Runtime, module: string, addon: string): number {
  const [program, ...options] = command;
  const args = [...options, join(sources, 'measure.js'), String(row.index), module, addon];
  const once = (): number => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as Figures).best;
  };
  return Math.min(once(), once());
}

function compare(row: Row, runtime: Runtime, { addon, own, plain }: Modules): readonly string[] {
  const [c, mixmod, javascript] = [addon, own, plain].map((module) =>
    measure(row, runtime, module, addon),
  );
  if (c === undefined || mixmod === undefined || javascript === undefined) return [];
  const figures = [c, mixmod, javascript].map((figure) => figure.toFixed(1));
  return [runtime.name, row.name, ...figures, (c / mixmod).toFixed(1)];
}

async function main(): Promise<void> {
  const runtimes = obtainRuntimes(say).filter(({ name }) => name.includes('Node'));
  const [, addon] = compileLibrary(out);
  const { node } = await buildModule(join(sources, 'boundary.ts'), out, RELEASE);
  const modules: Modules = { addon, own: node, plain: join(sources, 'plain.cjs') };
  const rows = await chosenRows();
  const lines = runtimes.flatMap((runtime) => rows.map((row) => compare(row, runtime, modules)));
  const columns = [left('host'), left('call'), right('C'), right('mixmod'), right('JavaScript')];
  for (const line of table([...columns, right('C/mixmod')], lines)) say(line);
  say('\nNanoseconds of the thread’s time: the best of 15 samples in the better of 2 processes.');
  const versions = runtimes.map(runtimeVersion).join(', ');
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${arch()}, Linux ${release()}; Node ${versions}.`,
  );
}

await main();
