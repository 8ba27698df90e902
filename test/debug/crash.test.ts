// A crash in C that compiled code has called prints the TypeScript lines of the stack, and ends the process as it would have.
import { afterAll, expect, test } from 'vitest';
import { Workspace } from '../cli/command.ts';
import { documented } from './documented.ts';

const space = new Workspace({
  'crash.ts': `'use mixmod';
import { rffi, lltype, type i32 } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  separate_module_sources: ['int deref(int *p) { return *p; }'],
  post_include_bits: ['int deref(int *p);'],
});
const INTS = lltype.Array(rffi.INT, { hints: { nolength: true } });
const deref = rffi.llexternal('deref', [lltype.Ptr(INTS)], rffi.INT, { compilation_info: info });
class Reader {
  read(): i32 {
    const nowhere = lltype.nullptr(INTS);
    return deref(nowhere);
  }
}
function inner(reader: Reader): i32 {
  return reader.read() + 1;
}
export function outer(): i32 {
  return inner(new Reader());
}
export function deep(n: i32): i32 {
  return n === 0 ? 0 : 1 + deep(n - 1);
}
`,
  'app.ts': "import { outer } from './crash.ts';\nconsole.log('before');\nconsole.log(outer());\n",
  'others.ts': `import { deep } from './crash.ts';
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 102, 0, 0,
  10, 11, 1, 9, 0, 65, 160, 141, 6, 40, 2, 0, 11];
const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
for (let i = 0; i < 3; i++) {
  try {
    (f as () => number)();
  } catch (error) {
    console.log((error as Error).name);
  }
}
try {
  deep(100_000_000);
} catch (error) {
  console.log((error as Error).message);
}
process.kill(process.pid, 'SIGSEGV');
setTimeout(() => {}, 10_000);
`,
});
afterAll(() => space.remove());

test('the lines of the stack, innermost first', () => {
  const { status, stdout, stderr } = space.mixmod(['run', '--debug', 'app.ts']);
  expect([status, stdout]).toEqual([139, 'before\n']);
  expect(stderr.replace(/\(\/\S*\/source0\.c/, '(source0.c')).toBe(documented('crash'));
});

test('optimised code names the function, and says how to see lines', () => {
  const { status, stderr } = space.mixmod(['run', 'app.ts']);
  expect(status).toBe(139);
  expect(stderr).toMatch(
    /^mixmod: SIGSEGV at address 0x0\n( {4}at .*\n)+Build with --debug or -g to see lines\.\n/,
  );
});

test('not where it is turned off', () => {
  const environment = { MIXMOD_CRASH_TRACE: '0' };
  const { status, stderr } = space.mixmod(['run', '--debug', 'app.ts'], { environment });
  expect([status, stderr]).toEqual([139, 'mixmod run: ended by SIGSEGV\n']);
});

test('faults that V8 handles, a full stack and signals that somebody sends are as without it', () => {
  expect(space.mixmod(['run', '--debug', 'others.ts'])).toEqual({
    status: 139,
    stdout: 'RuntimeError\nRuntimeError\nRuntimeError\nMaximum call stack size exceeded\n',
    stderr: 'mixmod run: ended by SIGSEGV\n',
  });
});
