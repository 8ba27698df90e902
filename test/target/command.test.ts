// `--target` and `--cpu` of the command: what is refused, and with which words; what follows the target.
import { afterAll, expect, test } from 'vitest';
import { TARGET_NAMES } from '../../compiler/target/targets.ts';
import { ADD, Workspace } from '../cli/command.ts';

const FAST = `'use mixmod';
import { rffi } from 'mixmod';
const next = rffi.llexternal('next', [rffi.INT_FAST32_T], rffi.INT);
export function f(): number { return next(1); }
`;
const OWN_C = `'use mixmod';
import { i32, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({ separate_module_sources: ['int own(void) { return 1; }'], link_extra: ['-Wl,-z,now', '-pthread'] });
const c_own = rffi.llexternal('own', [], rffi.INT, { compilation_info: own });
export function f(): i32 { return c_own(); }
`;

const ZLIB = `'use mixmod';
import { rffi } from 'mixmod';
const zlib = rffi.ExternalCompilationInfo.from_pkg_config('zlib');
const crc = rffi.llexternal('crc32', [rffi.ULONG, rffi.VOIDP, rffi.UINT], rffi.ULONG, { compilation_info: zlib });
export function f(): number { return crc(0, null, 0); }
`;

const space = new Workspace({
  'add.ts': ADD,
  'fast.ts': FAST,
  'own.ts': OWN_C,
  'zlib.ts': ZLIB,
  'use.ts': "import { add } from './add.ts';\nconsole.log(add(1, 2));\n",
  'elsewhere.cjs': "Object.defineProperty(process, 'arch', { value: 'riscv64' });\n",
});
afterAll(() => space.remove());

const build = (...args: readonly string[]) => space.mixmod(['build', 'add.ts', ...args]);
const listed = TARGET_NAMES.join(', ');

test.each([
  [['--target=linux-mips'], `"linux-mips" is no target. Targets: ${listed}.`],
  [['--target=linux-x64-gnu'], '"linux-x64-gnu" is no target.'],
  [['--target=toString'], '"toString" is no target.'],
  [
    ['--target=darwin-arm64'],
    'does not build for macOS yet: docs/targets.md says what is missing.',
  ],
  [['--target=win32-x64'], 'does not build for Windows yet: docs/targets.md says what is missing.'],
  [['--target=linux-arm64', '--cpu=x86-64-v3'], '"x86-64-v3" is no instruction set of linux-arm64'],
  [['--target=linux-x64', '--cpu=armv8-a'], '"armv8-a" is no instruction set of linux-x64'],
  [
    ['--target=linux-arm64', '--cpu=native'],
    '--cpu native is this machine, which is no linux-arm64',
  ],
  [
    ['--target=linux-arm64', '--cpu=armv8.99-a'],
    '"armv8.99-a" is no instruction set of linux-arm64',
  ],
  [['--cpu=nonsense'], '"nonsense" is no instruction set of'],
])('%j is wrong use', (args, message) => {
  const { status, stdout, stderr } = build(...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(space.list('.')).not.toContain('add.node');
});

test('assembly is that of the target, and of the instruction set', () => {
  const outcome = build('--target=linux-arm64', '--cpu=armv8.2-a', '--emit=asm,ll', '--out=arm');
  expect(outcome).toMatchObject({ status: 0, stderr: '' });
  const [assembly, ll] = ['add.s', 'add.ll'].map((name) => space.text(`arm/${name}`));
  expect(assembly).toMatch(/add\s+w\d+, w\d+, w\d+/);
  expect(ll).toContain('target triple = "aarch64-unknown-linux-gnu"');
});

test('the cache keeps the targets apart', () => {
  const elf = (folder: string): number => space.readBytes(`${folder}/add.node`)[18] ?? 0;
  for (const round of [1, 2])
    for (const [target, machine] of [
      ['linux-x64', 62],
      ['linux-arm64', 183],
    ] as const) {
      expect(build(`--target=${target}`, `--out=${target}`).stderr).toBe('');
      expect([round, elf(target)]).toEqual([round, machine]);
    }
});

test('types of C that are others there', () => {
  const { status, stderr } = space.mixmod(['build', 'fast.ts', '--target=linux-x64-musl']);
  expect(status).toBe(1);
  expect(stderr).toContain('fast.ts:3:14 - error RTS4003');
  expect(stderr).toContain(
    "next: C's type of rffi.INT_FAST32_T has another size on linux-x64-musl",
  );
  expect(stderr).toContain('Declare rffi.INT');
});

test('C of its own needs the C library of the target, or another system that has it', () => {
  const environment = { MIXMOD_SYSROOT: '/nowhere' };
  const args = ['build', 'own.ts', '--target=linux-arm64', '--out=own'];
  const compiled = space.mixmod(args, { environment });
  expect(compiled).toMatchObject({ status: 0 });
  const without = space.mixmod(args, { environment: { MIXMOD_CROSS_CC: '/nowhere' } });
  expect(without.status).toBe(3);
  expect(without.stderr).toContain('MIXMOD_CROSS_CC is /nowhere');
  expect(without.stderr).toContain('apt-get install clang-14');
});

/** What `process` says of itself is set before the command runs. */
const elsewhere = (): Record<string, string> => ({
  NODE_OPTIONS: `--require ${space.path('elsewhere.cjs')}`,
});

test('a machine that is no target builds for others only', () => {
  const environment = elsewhere();
  const own = space.mixmod(['build', 'add.ts', '--out=elsewhere'], { environment });
  expect([own.status, own.stdout]).toEqual([1, '']);
  expect(own.stderr).toContain(
    'error RTS4004: mixmod does not build for this machine, linux-riscv64',
  );
  expect(own.stderr).toContain(`one of ${listed}`);
  const hook = space.mixmod(['run', 'use.ts'], { environment });
  expect(hook.stderr).toContain('RTS4004');
  const other = space.mixmod(['build', 'add.ts', '--target=linux-arm64', '--out=elsewhere'], {
    environment,
  });
  expect(other).toMatchObject({ status: 0, stderr: '' });
});

test('tools that know this machine only are not asked for another one', () => {
  const build = (environment: Record<string, string | undefined>) =>
    space.mixmod(['build', 'zlib.ts', '--target=linux-arm64'], { environment });
  const unset = { PKG_CONFIG_LIBDIR: undefined, PKG_CONFIG_SYSROOT_DIR: undefined };
  const { status, stderr } = build(unset);
  expect(status).toBe(1);
  expect(stderr).toContain('pkg-config tells what this machine has, which is no linux-arm64');
  const told = build({ ...unset, PKG_CONFIG_LIBDIR: space.folder });
  expect(told.stderr).not.toContain('pkg-config tells');
});

test('doctor says which targets there are', () => {
  const { stdout } = space.mixmod(['doctor', '--json']);
  const rows = JSON.parse(stdout) as { name: string; found: boolean; detail: string }[];
  for (const name of TARGET_NAMES)
    expect(rows.filter((row) => row.name === name)).toMatchObject([{ found: true }]);
  const without = space.mixmod(['doctor'], { environment: { MIXMOD_LLD: '/nowhere' } });
  expect(without.stdout).toMatch(/^no +linux-arm64 +install: apt-get install lld-14$/m);
});
