// The files beside a native module: what JavaScript loads by `import` and by `require`, and what TypeScript reads.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../compiler/build.ts';
import { nodeHost } from '../../compiler/host.ts';
import { DEBUG, RELEASE } from '../../compiler/options.ts';

const SOURCE = join(import.meta.dirname, 'exports-of-all-kinds.ts');
const NAME = 'exports-of-all-kinds';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-outputs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function buildAs(type: 'module' | 'commonjs'): Promise<void> {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
  const { diagnostics } = await build(
    { path: SOURCE, out: folder, options: RELEASE, cache: null },
    nodeHost,
  );
  expect(diagnostics).toEqual([]);
}

const node = (...args: readonly string[]): string =>
  execFileSync('node', args, { cwd: folder, encoding: 'utf8' });

const USES = `console.log(JSON.stringify([
  m.native(1), m.createRequire(1), m.createRequire(1, 0.5), String(m.wide(1n, 2)), m.texts('é', true),
  [...m.memory(new Uint8Array(1), new ArrayBuffer(2), new DataView(new ArrayBuffer(3)))],
  m.total(m.branch([1, 2, 3])), [...m.names([{ kind: 'circle', r: 1 }], 'x').keys()], m.pair([1, null]),
  m.absent(1, 'x'), m.absent(1, undefined), m.class(1), m['with-dash'](2), m.Level.Low, m.Level[9], m.e,
]));`;
const RESULTS =
  '[2,1,1.5,"3","é",[1,2,3],6,["circle","x"],["1",true],1,null,4,5,1,"very high",2.5]\n';

describe.each(['module', 'commonjs'] as const)('"type": "%s"', (type) => {
  beforeAll(() => buildAs(type));

  test('import gives every export by its name', () => {
    const text = `import * as m from './${NAME}.js'; import { native, e, class as c } from './${NAME}.js';
if (native !== m.native || e !== m.e || c !== m.class) throw new Error('names');
${USES}`;
    expect(node('--input-type=module', '-e', text)).toBe(RESULTS);
  });
});

test('require gives every export by its name', () => {
  expect(node('-e', `const m = require('./${NAME}.js'); ${USES}`)).toBe(RESULTS);
});

/** What C calls is a function of the module, but no other module's. */
const CALLBACK = `'use mixmod';
import { i32, rffi } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  separate_module_sources: ['int apply(int (*f)(int), int n) { return f(n); }'],
});
const STEP = rffi.CCallback([rffi.INT], rffi.INT);
const apply = rffi.llexternal('apply', [STEP, rffi.INT], rffi.INT, { compilation_info: info });
export function applied(n: i32): i32 { return apply((x) => x + n, 1); }
`;

test('a module has the symbols that Node-API looks for, and no others', async () => {
  const path = join(folder, 'symbols.ts');
  writeFileSync(path, CALLBACK);
  for (const options of [RELEASE, DEBUG]) {
    const { diagnostics } = await build({ path, out: folder, options, cache: null }, nodeHost);
    expect(diagnostics).toEqual([]);
    const list = ['-D', '--defined-only', '--format=posix', join(folder, 'symbols.node')];
    const lines = execFileSync('nm', list, { encoding: 'utf8' }).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'napi_register_module_v1',
      'node_api_module_get_api_version_v1',
    ]);
  }
});

const RIGHT = `import * as m from './${NAME}.js';
import { class as c, 'with-dash' as d, Level } from './${NAME}.js';
const uses: [number, number, number, bigint, string, Float64Array, number | null, number, number, Level, number] = [
  m.native(1), m.createRequire(1), m.createRequire(1, 2), m.wide(1n, 2), m.texts('', true),
  m.memory(new Uint8Array(1), new ArrayBuffer(2), new DataView(new ArrayBuffer(3))),
  m.absent(null, undefined), c(1), d(2), Level.Low, m.e,
];
export default uses;
const frozen: readonly [1, null] = [1, null];
export const copied: readonly [number, Map<string, Set<number>>, [string, boolean]] = [
  m.total({ value: 1, children: [{ value: 2, children: [] }] as const }),
  m.names([{ kind: 'circle', r: 1 }, { kind: 'square', side: 1n }] as const, 'a', 'b'),
  m.pair(frozen, 'x'),
];
m.branch([1]).children[0]?.children.push(m.branch([]));
`;
/** One error a line. */
const WRONG = `import * as m from './${NAME}.js';
m.native('1');
m.wide(1, 2);
m.memory(new Int8Array(1));
m.missing;
m.total({ value: 1 });
m.names([{ kind: 'square', side: 1 }]);
m.pair([1]);
m.names([]).get('a')?.add('b');
`;

test('the declarations accept right calls and refuse wrong ones', () => {
  writeFileSync(join(folder, 'right.ts'), RIGHT);
  writeFileSync(join(folder, 'wrong.ts'), WRONG);
  const program = ts.createProgram(
    ['right.ts', 'wrong.ts', `${NAME}.d.ts`].map((name) => join(folder, name)),
    {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    },
  );
  const places = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
    const name = file?.fileName.split('/').at(-1) ?? '';
    return `${name}:${line + 1}${name === 'wrong.ts' ? '' : ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(places).toEqual([
    'wrong.ts:2',
    'wrong.ts:3',
    'wrong.ts:4',
    'wrong.ts:5',
    'wrong.ts:6',
    'wrong.ts:7',
    'wrong.ts:8',
    'wrong.ts:9',
  ]);
});

test('comments of the source are carried over', () => {
  const text = readFileSync(join(folder, `${NAME}.d.ts`), 'utf8');
  expect(text).toContain(
    ' * The next number.\n * @param a any i32\n */\nexport declare function native',
  );
  expect(text).toContain(
    '/**\n * The base of natural logarithms, nearly.\n */\nexport declare const e',
  );
});

test('declarations have the documentation of constants, of objects too', async () => {
  const source = join(folder, 'constants.ts');
  const text = `'use mixmod';
/** All of them. */
export const table: number[] = [1, 2];
/** One. */
export const one: number = 1;
`;
  writeFileSync(source, text);
  const { diagnostics } = await build(
    { path: source, out: folder, options: RELEASE, cache: null },
    nodeHost,
  );
  expect(diagnostics).toEqual([]);
  const declared = readFileSync(join(folder, 'constants.d.ts'), 'utf8');
  expect(declared).toContain(
    '/**\n * All of them.\n */\nexport declare const table: readonly number[];\n',
  );
  expect(declared).toContain('/**\n * One.\n */\nexport declare const one: number;\n');
});
