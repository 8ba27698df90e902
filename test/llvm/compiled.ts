// A low unit's text → its addon, and what expressions on its exports give in a process of their own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUnit, type ParseTables } from '../../compiler/graph/parse.ts';
import type { Unit } from '../../compiler/graph/unit.ts';
import { verifyUnit } from '../../compiler/graph/verify.ts';
import { nodeHost } from '../../compiler/host.ts';
import { link } from '../../compiler/link/link.ts';
import { emitModule, type EmittedModule } from '../../compiler/llvm/module.ts';
import { RELEASE, type BuildOptions } from '../../compiler/options.ts';

export function emitText(
  text: string,
  options: BuildOptions = RELEASE,
  tables: ParseTables = {},
): EmittedModule {
  return emitModule(parseLow(text, tables), options, nodeHost);
}

export function parseLow(text: string, tables: ParseTables = {}): Unit {
  const unit = parseUnit(text, tables);
  const problems = verifyUnit(unit);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return unit;
}

/** `script` sees the exports as `m` and gives its answer by `out(value)`, in order; `first` runs before the addon is loaded. */
export function runCompiled(
  text: string,
  script: string,
  options: BuildOptions = RELEASE,
  tables: ParseTables = {},
  first = '',
): readonly unknown[] {
  return runAddon(addonOf(text, options, tables), script, [process.execPath], first);
}

export function addonOf(
  text: string,
  options: BuildOptions = RELEASE,
  tables: ParseTables = {},
): Uint8Array {
  const { linked, diagnostics } = link(emitText(text, options, tables), options, nodeHost);
  if (!linked) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return linked.node;
}

/** Values come back as text, so that -0, NaN, bigints and typed arrays stay apart. */
const PRELUDE = `
const { inspect } = require('node:util');
const { Worker, isMainThread } = require('node:worker_threads');
const file = __dirname + '/module.node';
const answers = [];
const out = (value) => answers.push(typeof value === 'string' ? value : inspect(value, { depth: 4, breakLength: Infinity, maxArrayLength: 20 }));
const error = (action) => { try { return action(); } catch (e) { return e.name + ': ' + e.message; } };
process.on('exit', (code) => { if (code === 0) require('node:fs').writeFileSync(__dirname + '/answers.json', JSON.stringify(answers)); });
`;

export function runAddon(
  node: Uint8Array,
  script: string,
  program: readonly string[] = [process.execPath],
  first = '',
): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'mixmod-test-'));
  try {
    writeFileSync(join(folder, 'module.node'), node);
    writeFileSync(
      join(folder, 'script.cjs'),
      `${PRELUDE}${first}\nconst m = require(file);\n${script}\n`,
    );
    const [command = '', ...args] = program;
    const { status, signal, stdout, stderr } = spawnSync(
      command,
      [...args, join(folder, 'script.cjs')],
      {
        encoding: 'utf8',
        timeout: 60_000,
      },
    );
    if (status !== 0) throw new Error(`exit ${status} ${signal}\n${stdout}${stderr}`);
    return JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as unknown[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
