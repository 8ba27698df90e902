// Macros and inline functions are called through compiled wrappers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { macroError, macroGroups, macroSource } from '../../compiler/link/c-macros.ts';
import { lltype } from '../../runtime/lltype/lltype.ts';
import type { CFunction, LowLevelType } from '../../runtime/lltype/types.ts';
import { cFunctionOf } from '../../runtime/rffi/c-function.ts';
import { rffi } from '../../runtime/rffi/rffi.ts';

function macro(
  header: string,
  name: string,
  args: readonly LowLevelType[],
  result: LowLevelType,
): readonly CFunction[] {
  const compilation_info = rffi.ExternalCompilationInfo({ post_include_bits: [header] });
  const callee = cFunctionOf(
    rffi.llexternal(name, args, result, { compilation_info, macro: true }),
  );
  return callee ? [callee] : [];
}

/** Compiles the wrappers of the group with `main` behind them: the exit code, or the compiler's complaint. */
function run(functions: readonly CFunction[], main: string): number | string | null {
  const folder = mkdtempSync(join(tmpdir(), 'macros-'));
  try {
    const [source, program] = [join(folder, 'macros.c'), join(folder, 'program')];
    writeFileSync(source, `${macroSource(functions)}#line 1 "main"\n${main}\n`);
    const { status, stderr } = spawnSync('gcc', ['-Wall', '-Werror', source, '-o', program], {
      encoding: 'utf8',
    });
    return status === 0 ? spawnSync(program).status : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const symbolOf = ([first]: readonly CFunction[]): string => first?.symbol ?? '';

test('a macro is called with its arguments', () => {
  const functions = macro('#define TWICE(x) ((x) + (x))', 'TWICE', [rffi.INT], rffi.INT);
  expect(run(functions, `int main(void) { return ${symbolOf(functions)}(21); }`)).toBe(42);
});

test('a macro may be a statement', () => {
  const functions = macro(
    'static int n; \n#define COUNT() do { n++; } while (0)',
    'COUNT',
    [],
    lltype.Void,
  );
  expect(run(functions, `int main(void) { ${symbolOf(functions)}(); return n; }`)).toBe(1);
});

test('a macro reads the fields of a C structure', () => {
  const point = rffi.CStruct('point', ['x', rffi.INT]);
  const functions = macro(
    'struct point { int x; };\n#define X_OF(p) ((p)->x)',
    'X_OF',
    [lltype.Ptr(point)],
    rffi.INT,
  );
  expect(
    run(functions, `int main(void) { struct point p = {7}; return ${symbolOf(functions)}(&p); }`),
  ).toBe(7);
});

test('a pointer to const is returned', () => {
  const functions = macro(
    'static inline const char *name_of(void) { return "x"; }',
    'name_of',
    [],
    rffi.CCHARP,
  );
  expect(
    run(functions, `int main(void) { return ${symbolOf(functions)}()[0] == 'x' ? 0 : 1; }`),
  ).toBe(0);
});

test('an error is found at its function', () => {
  const functions = macro('#define BROKEN(x) ((x)->nothing)', 'BROKEN', [rffi.INT], rffi.INT);
  const stderr = run(functions, 'int main(void) { return 0; }');
  expect(macroError(functions, String(stderr))).toMatchObject({ function: functions[0] });
});

test('an error inside of a header is found at the function that uses the macro', () => {
  const functions = [
    ...macro('', 'ONE', [rffi.INT], rffi.INT),
    ...macro('', 'TWO', [rffi.INT], rffi.INT),
  ];
  const stderr = `folder/h.h:1:22: error: invalid type argument of '->' (have 'int')
mixmod:macros:2:40: note: in expansion of macro 'TWO'
`;
  expect(macroError(functions, stderr)).toEqual({
    function: functions[1],
    message: "invalid type argument of '->' (have 'int')",
  });
});

test('functions are grouped by what they include', () => {
  const functions = [...macro('', 'A', [], rffi.INT), ...macro('', 'B', [], rffi.INT)];
  expect(macroGroups(functions)).toHaveLength(2);
});
