// `make bench-boundary`: calls of compiled exports from JavaScript, beside the same functions written by hand in C with Node-API, in C++ with
// node-addon-api and in plain JavaScript, each in processes of their own on Node 20 to 26. `make bench-boundary ONLY='i32 callback'` chooses
// rows, `HOSTS='20 24'` versions; `PROCESSES=1` takes half the time.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';
import { findCCompiler } from './c-addon.ts';
import { compileLibrary } from './ffi-library.ts';
import { obtainRuntimes, type Runtime, runtimeVersion } from './host-runtimes.ts';
import { installed } from './modules/peers.ts';
import { run } from './run-program.ts';
import { left, right, table } from './table.ts';

const sources = join(packageRoot, 'test', 'bench', 'boundary');
const out = join(packageRoot, 'build', 'bench-boundary');
const MODULES = ['scalars', 'values', 'objects', 'promises'] as const;
const PEERS = ['C', 'node-addon-api', 'mixmod', 'JavaScript'] as const;
type Peer = (typeof PEERS)[number];
/** Of a runtime's name. */
const NODE = /Node/;

interface Row {
  readonly name: string;
  readonly module: (typeof MODULES)[number];
  /** Nanoseconds of what its figures are shown in. */
  readonly unit: number;
  readonly index: number;
}

interface Measured {
  readonly best: number;
  readonly result: string;
}

/** By the name of a row's module: paths. */
type Modules = Readonly<Record<Peer, (module: Row['module']) => string>>;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function chosenRows(): Promise<readonly Row[]> {
  const { ROWS } = (await import(pathToFileURL(join(sources, 'rows.js')).href)) as {
    readonly ROWS: readonly Omit<Row, 'index'>[];
  };
  const only = process.argv.slice(2).flatMap((argument) => argument.split(' '));
  return ROWS.map((row, index) => ({ ...row, index })).filter(
    ({ name }) => only.length === 0 || only.some((part) => name.includes(part)),
  );
}

function compileC(compiler: string, name: string): string {
  const path = join(out, `${name}-c.node`);
  const headers = join(packageRoot, 'node_modules', 'node-api-headers', 'include');
  const flags = ['-O3', '-shared', '-fPIC', '-I', headers];
  run(compiler, [...flags, '-o', path, join(sources, `${name}.c`)]);
  return path;
}

/** All rows are in one. */
function compileCpp(): string {
  const path = join(out, 'addon-cpp.node');
  const require = installed(['node-addon-api@8.9.2']);
  const include = dirname(require.resolve('node-addon-api'));
  const headers = join(packageRoot, 'node_modules', 'node-api-headers', 'include');
  const flags = ['-O3', '-std=c++17', '-shared', '-fPIC', '-DNAPI_CPP_EXCEPTIONS'];
  const places = ['-I', headers, '-I', include, '-o', path];
  run('c++', [...flags, ...places, join(sources, 'addon.cc')]);
  return path;
}

async function buildAll(): Promise<{ readonly modules: Modules; readonly clock: string }> {
  mkdirSync(out, { recursive: true });
  const [, clock] = compileLibrary(out);
  const { program } = findCCompiler(say);
  const c = new Map<string, string>([['scalars', clock]]);
  const own = new Map<string, string>();
  for (const name of MODULES) {
    if (!c.has(name)) c.set(name, compileC(program, name));
    own.set(name, (await buildModule(join(sources, `${name}.ts`), out, RELEASE)).node);
  }
  const cpp = compileCpp();
  const of = (paths: ReadonlyMap<string, string>) => (module: string) => paths.get(module) ?? '';
  return {
    clock,
    modules: {
      C: of(c),
      'node-addon-api': () => cpp,
      mixmod: of(own),
      JavaScript: () => join(sources, 'plain.cjs'),
    },
  };
}

/** Of each figure: when a host optimizes what differs between them. */
const PROCESSES = Number(process.env['PROCESSES'] ?? 2);

/** The best sample of all processes. */
function measure(row: Row, { command }: Runtime, module: string, clock: string): Measured {
  const [program, ...options] = command;
  const args = [...options, join(sources, 'measure.js'), String(row.index), module, clock];
  const once = (): Measured => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measured;
  };
  let found = once();
  for (let more = 1; more < PROCESSES; more++) {
    const next = once();
    if (next.best < found.best) found = next;
  }
  return found;
}

function compare(row: Row, runtime: Runtime, modules: Modules, clock: string): readonly string[] {
  const measured = PEERS.map((peer) => measure(row, runtime, modules[peer](row.module), clock));
  const [c, cpp, own] = measured;
  if (!c || !cpp || !own) return [];
  if (measured.some(({ result }) => result !== c.result)) throw new Error(`${row.name} differs`);
  const figures = measured.map(({ best }) => (best / row.unit).toFixed(1));
  const times = [c, cpp].map(({ best }) => (best / own.best).toFixed(1));
  return [runtime.name, row.name, ...figures, ...times];
}

async function main(): Promise<void> {
  const hosts = process.env['HOSTS']?.split(' ') ?? [];
  const runtimes = obtainRuntimes(say).filter(
    (one) =>
      NODE.test(one.name) &&
      (hosts.length === 0 || hosts.some((major) => runtimeVersion(one).startsWith(`v${major}.`))),
  );
  const { modules, clock } = await buildAll();
  const rows = await chosenRows();
  const columns = [left('host'), left('call'), ...PEERS.map((peer) => right(peer))];
  const lines = runtimes.flatMap((one) => rows.map((row) => compare(row, one, modules, clock)));
  const headings = [...columns, right('C/mixmod'), right('C++/mixmod')];
  for (const line of table(headings, lines)) say(line);
  say(
    `\nNanoseconds of the thread’s time, of promises microseconds: the best sample of ${PROCESSES} processes.`,
  );
  const versions = runtimes.map(runtimeVersion).join(', ');
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${arch()}, Linux ${release()}; Node ${versions}.`,
  );
}

await main();
