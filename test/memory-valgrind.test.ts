// The mended programs of test/errors/memory/ as release builds, under valgrind: no use of memory that is not theirs, and nothing lost.
// Mistakes of one more program in the same process show that valgrind would say so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { errorsReported, memcheckCommand, whyNoValgrind } from './harness/memcheck.ts';
import { callAll, memoryPrograms, nameInAll, writeModuleOfAll } from './harness/memory-programs.ts';
import { REPOSITORY } from './harness/source-snapshot.ts';

const out = mkdtempSync(join(tmpdir(), 'memory-valgrind-'));
afterAll(() => rmSync(out, { recursive: true }));

/** Its memory goes to C, or the optimiser would do without it. */
const SEEDED = `'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const eci = rffi.ExternalCompilationInfo({
  separate_module_sources: ['int seeded_item(const int *p, int i) { return p[i] + 1; }'],
});
const seeded_item = rffi.llexternal('seeded_item', [rffi.INTP, rffi.INT], rffi.INT, {
  compilation_info: eci,
});
const INTS = rffi.CArray(rffi.INT);
export function behind(): i32 {
  const a = lltype.malloc(INTS, 4, { flavor: 'raw', zero: true });
  const item = seeded_item(a, 4);
  lltype.free(a, { flavor: 'raw' });
  return item;
}
export function freed(): i32 {
  const a = lltype.malloc(INTS, 4, { flavor: 'raw', zero: true });
  lltype.free(a, { flavor: 'raw' });
  return seeded_item(a, 0);
}
export function leak(): i32 {
  const a = lltype.malloc(INTS, 1000, { flavor: 'raw', zero: true });
  return seeded_item(a, 7);
}
`;
/** What valgrind says of each. */
const MISTAKES: Readonly<Record<string, RegExp>> = {
  behind: /^Invalid read of size 4\n[^]*\.behind[^]*is 0 bytes after a block of size 16 alloc'd/,
  freed: /^Invalid read of size 4\n[^]*\.freed[^]*is 0 bytes inside a block of size 16 free'd/,
  leak: /^4,000 bytes in 1 blocks are definitely lost[^]*\.leak /,
};

test('mended programs run clean under valgrind, and seeded mistakes do not', ({ skip }) => {
  const missing = whyNoValgrind();
  if (missing) skip(missing);
  const programs = memoryPrograms();
  const seeded = Object.keys(MISTAKES);
  writeFileSync(join(out, 'seeded.ts'), SEEDED);
  const more = `export { ${seeded.join(', ')} } from './seeded.ts';\n`;
  build(writeModuleOfAll(programs, out, more));

  const log = join(out, 'memcheck.log');
  const command = memcheckCommand(log, ['--leak-check=full', '--show-leak-kinds=definite']);
  const mended = programs.flatMap((program) =>
    program.cases.map(({ name }) => nameInAll(program, `${name}_mended`)),
  );
  const { results } = callAll(command, join(out, 'all.node'), [...mended, ...seeded]);
  for (const name of mended) expect(results.get(name), name).toMatch(/^gave -?\d+$/);

  const errors = errorsReported(log);
  for (const [name, message] of Object.entries(MISTAKES))
    expect(
      errors.filter((error) => message.test(error)),
      name,
    ).toHaveLength(1);
  const others = errors.filter((error) => !Object.values(MISTAKES).some((one) => one.test(error)));
  expect(others).toEqual([]);
}, 600_000);

function build(path: string): void {
  const main = join(REPOSITORY, 'dist/command/main.js');
  const command = [main, 'build', '--no-cache', '--out', out, path];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
