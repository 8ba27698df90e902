// A program built with debug information, and what gdb or lldb say of it: each command's answer by itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from '../../compiler/build.ts';
import { nodeHost } from '../../compiler/host.ts';
import { DEBUG, type BuildOptions } from '../../compiler/options.ts';
import { PartsBuilder } from '../../compiler/parts/build-parts.ts';

const DEBUGGER = join(import.meta.dirname, '../../runtime/debugger');

export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixmod-debug-'));
  readonly name: string;
  readonly text: string;

  private constructor(name: string, text: string, script: string) {
    this.name = name;
    this.text = text;
    writeFileSync(join(this.folder, `${name}.ts`), text);
    writeFileSync(
      join(this.folder, 'main.cjs'),
      `const m = require('./${name}.node');\n${script}\n`,
    );
  }

  /**
   * `source`: a file beside the tests, whose ending is not `.ts` so that nobody else compiles it. `script`: what Node runs, with the
   * module as `m`.
   */
  static build(
    source: string,
    script: string,
    options: BuildOptions = DEBUG,
    how: 'together' | 'in parts' = 'together',
  ): Promise<Program> {
    const text = readFileSync(join(import.meta.dirname, source), 'utf8');
    return Program.buildText(basename(source).replace(/\.\w+$/, ''), text, script, options, how);
  }

  static async buildText(
    name: string,
    text: string,
    script: string,
    options: BuildOptions = DEBUG,
    how: 'together' | 'in parts' = 'together',
  ): Promise<Program> {
    const program = new Program(name, text, script);
    const path = join(program.folder, `${name}.ts`);
    const parts = how === 'in parts' ? { parts: new PartsBuilder(nodeHost, null) } : {};
    const { diagnostics } = await build(
      { path, out: program.folder, options, cache: null, ...parts },
      nodeHost,
    );
    parts.parts?.close();
    if (diagnostics.length > 0)
      throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    return program;
  }

  get module(): string {
    return join(this.folder, `${this.name}.node`);
  }

  /** The number of the only line that ends in `// mark`. */
  line(mark: string): number {
    const lines = this.text.split('\n');
    const found = lines.flatMap((line, index) => (line.endsWith(`// ${mark}`) ? [index + 1] : []));
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`${found.length} lines of ${mark}`);
    return only;
  }

  /** The place of a line, for a breakpoint. */
  at(mark: string): string {
    return `${this.name}.ts:${this.line(mark)}`;
  }

  /** What gdb prints for each command. The first ones, until `run`, are common to all sessions. */
  gdb(commands: readonly string[]): readonly string[] {
    const setup = [
      'set pagination off',
      'set confirm off',
      'set width 0',
      'set debuginfod enabled off',
      'set breakpoint pending on',
      `source ${join(DEBUGGER, 'mixmod_gdb.py')}`,
    ];
    const all = [...setup, ...commands.flatMap((command) => [`echo \\n${FENCE}\\n`, command])];
    const script = join(this.folder, 'commands.gdb');
    writeFileSync(script, `${all.join('\n')}\n`);
    const args = ['-q', '-batch', '-nx', '-x', script, '--args', process.execPath, 'main.cjs'];
    return this.#answers('gdb', args, commands.length);
  }

  lldb(commands: readonly string[]): readonly string[] {
    const setup = [
      'settings set auto-confirm true',
      `command script import ${join(DEBUGGER, 'mixmod_lldb.py')}`,
    ];
    const fence = `script print("\\n${FENCE}", flush=True)`;
    const all = [...setup, ...commands.flatMap((command) => [fence, command])];
    const script = join(this.folder, 'commands.lldb');
    writeFileSync(script, `${all.join('\n')}\n`);
    const args = [
      '--no-lldbinit',
      '--batch',
      '--source',
      script,
      '--',
      process.execPath,
      'main.cjs',
    ];
    return this.#answers('lldb-14', args, commands.length);
  }

  #answers(debuggerName: string, args: readonly string[], count: number): readonly string[] {
    const { status, stdout, stderr, error } = spawnSync(debuggerName, args, {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: 100_000,
      env: { ...process.env, LC_ALL: 'C.UTF-8', PYTHONPATH: LLDB_PYTHON },
    });
    if (error) throw error;
    const [, ...answers] = stdout.split(`\n${FENCE}\n`);
    if (answers.length !== count)
      throw new Error(`${debuggerName} ended (${status}):\n${stdout}${stderr}`);
    // lldb shows the commands, too.
    return answers.map((answer) => answer.replace(/^\(lldb\) .*\n?/gm, '').trim());
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Debian's lldb 14 looks for its own module where it is not. */
const LLDB_PYTHON = readdirSync('/usr/lib/llvm-14/lib')
  .filter((folder) => folder.startsWith('python3.'))
  .map((folder) => `/usr/lib/llvm-14/lib/${folder}/dist-packages`)
  .join(':');

const FENCE = '----8<----';
