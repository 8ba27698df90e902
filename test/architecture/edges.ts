// The allowed-import table, as data: imports.test.ts enforces it, ARCHITECTURE.md shows it.
// A row is a folder or a file; a file belongs to the longest row that is a prefix of its path.

export type Kind = 'data' | 'stage' | 'driver' | 'runtime' | 'modules';

export interface Row {
  /** Path from the repository root. */
  readonly path: string;
  readonly kind: Kind;
  readonly purpose: string;
  /** Rows that may be imported. A row may always import itself. */
  readonly imports: readonly string[];
  /** Rows of which only types may be imported (`import type`). */
  readonly types: readonly string[];
  /** npm packages that may be imported, also for their types. */
  readonly packages: readonly string[];
  /** May touch files, processes and the rest of the outside world. */
  readonly effects: boolean;
}

/** Node's modules that compute and nothing else: every file may import them. */
export const PURE_NODE_MODULES: readonly string[] = [
  'node:assert',
  'node:buffer',
  'node:crypto',
  'node:path',
  'node:url',
  'node:util',
];

/** Read from the process. */
const THIS_MACHINE = 'compiler/target/this-machine.ts';

const DATA = [
  'compiler/source',
  'compiler/diagnostics',
  'compiler/program',
  'compiler/graph',
  'compiler/builtins',
  'compiler/options.ts',
  'compiler/target',
  THIS_MACHINE,
];

/** The package's own files. */
const PACKAGE = 'compiler/package-root.ts';

const STAGES = [
  'compiler/check',
  'compiler/flow',
  'compiler/lower',
  'compiler/optimize',
  'compiler/llvm',
  'compiler/link',
  'compiler/untranslated',
  'compiler/report',
];

/** What compiles whole files, and what it needs. */
const BUILD = [
  'compiler/build.ts',
  'compiler/build-mixed.ts',
  'compiler/build-tools.ts',
  'compiler/cache',
  'compiler/compile.ts',
  'compiler/front-end.ts',
  'compiler/host.ts',
  'compiler/package-root.ts',
  'compiler/parts',
];

function data(path: string, purpose: string): Row {
  return {
    path,
    kind: 'data',
    purpose,
    imports: DATA,
    types: ['runtime/lltype'],
    packages: [],
    effects: false,
  };
}

function stage(path: string, purpose: string, packages: readonly string[] = []): Row {
  return {
    path,
    kind: 'stage',
    purpose,
    imports: DATA,
    // The host is handed to a stage as a value; only the drivers know which host it is.
    types: ['runtime/lltype', 'compiler/host.ts'],
    packages,
    effects: path === 'compiler/link',
  };
}

export const ROWS: readonly Row[] = [
  { ...data('compiler/source', 'source files, positions, line tables'), imports: [] },
  data('compiler/diagnostics', 'the registry of codes, diagnostic values, their rendering'),
  data('compiler/program', 'the checked tree and its types'),
  {
    ...data('compiler/graph', 'flow graphs: ops, printer, parser, verifier, interpreter'),
    // The interpreter lays C memory out as `runtime/lltype/layout.ts` says.
    imports: [...DATA, 'runtime/lltype'],
  },
  {
    ...data('compiler/builtins', 'which name of the language or of mixmod is which operation'),
    // C symbols are those that the untranslated execution looks for; modules carry the text of `v8Version`.
    imports: [...DATA, 'runtime/lltype', 'runtime/v8-version.ts'],
  },
  data('compiler/options.ts', 'what a build is asked for'),
  data('compiler/target', 'the platforms that addons are for: names of tools, machines, libraries'),
  {
    ...data(THIS_MACHINE, 'the process → the target whose addons it loads'),
    imports: ['compiler/target'],
    effects: true,
  },
  {
    ...stage('compiler/check', 'TypeScript program → checked program', ['typescript']),
    // Module-level declarations made from lltype and rffi run here, with the real runtime.
    imports: [
      ...DATA,
      PACKAGE,
      'compiler/check/tsc.ts',
      // What the platform is like, the C compiler is asked, or was.
      'compiler/platform',
      'compiler/cache',
      'runtime',
      'runtime/lltype',
    ],
  },
  {
    path: 'compiler/check/tsc.ts',
    kind: 'driver',
    purpose: "TypeScript, loaded from V8's compiled form",
    imports: ['compiler/host.ts'],
    types: [],
    packages: ['typescript'],
    effects: true,
  },
  {
    ...stage('compiler/flow', 'checked program → flow graphs'),
    // What a use of C memory may reach is where `runtime/lltype/layout.ts` says.
    imports: [...DATA, 'runtime/lltype'],
  },
  {
    ...stage('compiler/lower', 'high-level ops → low-level ops'),
    // Fields and items of C memory lie where `runtime/lltype/layout.ts` says.
    imports: [...DATA, 'runtime/lltype'],
  },
  stage('compiler/optimize', 'low graph → better low graph, one pass a file'),
  {
    ...stage('compiler/llvm', 'low graphs → LLVM module', ['llvm-bindings']),
    // Structures are passed to C as `runtime/lltype/classify.ts` says.
    imports: [...DATA, PACKAGE, 'runtime/lltype'],
  },
  {
    ...stage('compiler/link', 'LLVM module → object → addon'),
    // Declarations are compared with what C says of layouts.
    imports: [...DATA, 'compiler/toolchain', 'runtime/lltype'],
  },
  {
    ...stage('compiler/untranslated', 'checked program → JavaScript of the same meaning'),
    // What it prints makes types again: each primitive by its name there.
    imports: [...DATA, 'runtime/lltype'],
  },
  stage('compiler/report', 'low graphs → a page that says what each line costs'),
  {
    path: 'compiler/beside',
    kind: 'driver',
    purpose: 'processes beside this one: what starts tools, and what has LLVM loaded',
    imports: [],
    types: ['compiler/host.ts'],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/code-generator',
    kind: 'driver',
    purpose: "LLVM's code generator as an addon, in RTypeScript: bitcode → an object",
    imports: [],
    types: [],
    packages: ['mixmod'],
    effects: true,
  },
  {
    path: 'compiler/host.ts',
    kind: 'driver',
    purpose: 'every outside effect behind one interface',
    imports: ['compiler/beside', 'compiler/package-root.ts'],
    types: DATA,
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/toolchain',
    kind: 'driver',
    purpose: 'where the tools of a build are, and how one is run',
    imports: [...DATA],
    types: ['compiler/host.ts', 'runtime/lltype'],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/platform',
    kind: 'driver',
    purpose: 'questions about C → answers, read from objects that never run',
    imports: [...DATA, 'compiler/toolchain', 'runtime', 'runtime/lltype'],
    types: ['compiler/host.ts'],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/package-root.ts',
    kind: 'driver',
    purpose: 'where this package is installed, and the files that come with it',
    imports: [],
    types: ['compiler/host.ts'],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/stage-times.ts',
    kind: 'driver',
    purpose: 'how long the stages of a compilation take',
    imports: [],
    types: [],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/front-end.ts',
    kind: 'driver',
    purpose: 'the stages before LLVM, in order',
    imports: [...DATA, ...STAGES, 'compiler/stage-times.ts'],
    types: ['compiler/host.ts'],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/build-tools.ts',
    kind: 'driver',
    purpose: 'what a build needs of the machine, and what of it is missing',
    imports: [...DATA, 'compiler/llvm', 'compiler/toolchain'],
    types: ['compiler/host.ts'],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/compile.ts',
    kind: 'driver',
    purpose: 'the pipeline: one call for each stage, in order',
    imports: [...DATA, ...STAGES, 'compiler/front-end.ts', 'compiler/stage-times.ts'],
    types: ['compiler/host.ts'],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/cache',
    kind: 'driver',
    purpose:
      'outputs of earlier builds and answers about the platform, by the hash of what they were made from',
    imports: [
      ...DATA,
      'compiler/host.ts',
      'compiler/package-root.ts',
      'compiler/platform',
      'compiler/toolchain',
    ],
    types: ['runtime/lltype'],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/parts',
    kind: 'driver',
    purpose: 'a program module by module: what has changed → objects → one addon',
    imports: [
      ...DATA,
      ...STAGES,
      'compiler/beside',
      'compiler/cache',
      'compiler/host.ts',
      'compiler/stage-times.ts',
    ],
    types: ['runtime/lltype'],
    packages: [],
    // Its workers are processes.
    effects: true,
  },
  {
    path: 'compiler/target-core.ts',
    kind: 'driver',
    purpose: 'a target → the runtime core that its modules are linked with',
    imports: [...DATA, 'compiler/cache', 'compiler/package-root.ts'],
    types: ['compiler/compile.ts', 'compiler/host.ts'],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/build.ts',
    kind: 'driver',
    purpose: 'one entry file → its outputs, from the cache or through the pipeline',
    imports: [
      ...DATA,
      ...STAGES,
      'compiler/build-tools.ts',
      'compiler/cache',
      'compiler/compile.ts',
      'compiler/host.ts',
      'compiler/parts',
      'compiler/target-core.ts',
    ],
    types: [],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/build-mixed.ts',
    kind: 'driver',
    purpose: 'a folder with a manifest → a folder that runs without mixmod',
    imports: [...DATA, 'compiler/check', 'compiler/build.ts', 'compiler/cache', 'compiler/host.ts'],
    types: [],
    packages: [],
    effects: false,
  },
  {
    path: 'compiler/build-core.ts',
    kind: 'driver',
    purpose: 'the runtime core → the library that comes with the package',
    imports: [...DATA, 'compiler/compile.ts', 'compiler/host.ts', 'compiler/package-root.ts'],
    types: [],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/register',
    kind: 'driver',
    purpose: 'the import hook: compiles a program when it is imported',
    imports: [...DATA, ...STAGES, ...BUILD, 'runtime', 'runtime/lltype'],
    types: [],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/vitest',
    kind: 'driver',
    purpose: 'the plugin for Vitest: runs the programs that tests import',
    imports: [...DATA, ...STAGES, ...BUILD, 'compiler/register', 'runtime/lltype'],
    types: [],
    packages: ['vite', 'vitest'],
    effects: true,
  },
  {
    path: 'compiler/typescript-plugin',
    kind: 'driver',
    purpose: "the plugin for TypeScript's language service: diagnostics, types, fixes in editors",
    imports: [...DATA, 'compiler/check', 'compiler/register', 'compiler/host.ts'],
    types: [],
    // The server's own, for its types; what runs is given by the server.
    packages: ['typescript'],
    effects: true,
  },
  {
    path: 'compiler/packages',
    kind: 'driver',
    purpose: 'npm packages of RTypeScript: a new one, and what is packed into one',
    imports: [...DATA, ...STAGES, ...BUILD],
    types: [],
    packages: [],
    effects: true,
  },
  {
    path: 'compiler/cli',
    kind: 'driver',
    purpose: 'the commands, one a file',
    imports: [
      ...DATA,
      ...STAGES,
      ...BUILD,
      'compiler/packages',
      'compiler/platform',
      'compiler/register',
      'compiler/toolchain',
      'runtime',
      'runtime/lltype',
    ],
    types: [],
    packages: ['commander', 'validate-npm-package-name'],
    effects: true,
  },
  {
    path: 'compiler/main.ts',
    kind: 'driver',
    purpose: 'arguments in, exit code out',
    imports: [...DATA, 'compiler/cli', 'compiler/host.ts'],
    types: [],
    packages: ['commander'],
    effects: true,
  },
  {
    path: 'runtime',
    kind: 'runtime',
    purpose: 'what programs import; the compiled runtime; the loader',
    imports: ['runtime/lltype'],
    types: [],
    packages: ['mixmod'],
    effects: true,
  },
  {
    path: 'runtime/v8-version.ts',
    kind: 'runtime',
    purpose: "the host → the version of V8's interface that fast calls are made for",
    imports: [],
    types: [],
    packages: [],
    effects: true,
  },
  {
    path: 'runtime/lltype',
    kind: 'runtime',
    purpose: 'low-level types and checked memory; the compiler shares its types',
    imports: ['runtime'],
    types: [],
    packages: ['mixmod'],
    effects: true,
  },
  {
    path: 'modules',
    kind: 'modules',
    purpose: 'builtin mixed modules, one folder each',
    imports: ['runtime', 'runtime/lltype', 'runtime/v8-version.ts'],
    types: [],
    packages: ['mixmod'],
    effects: true,
  },
  {
    path: 'modules/ctypes',
    kind: 'modules',
    purpose: "CPython's ctypes, ordinary TypeScript on top of `_ffi`",
    imports: ['modules', 'runtime/lltype'],
    types: [],
    packages: [],
    effects: true,
  },
  {
    path: 'modules/ctypes_configure',
    kind: 'modules',
    purpose:
      'questions about C → types and values of ctypes, from a file or by the command `mixmod probe`',
    imports: ['modules', 'modules/ctypes'],
    types: [],
    packages: [],
    effects: true,
  },
];
