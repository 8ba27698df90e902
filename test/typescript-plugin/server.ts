// TypeScript's server as a process of its own, as editors run it, on a project that has this package (the sources as
// they are now) and names its plugin.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type ts from 'typescript';
import { REPOSITORY, sourceSnapshot } from '../harness/source-snapshot.ts';

const MODULES = join(REPOSITORY, 'node_modules');

const CONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'preserve',
    allowImportingTsExtensions: true,
    types: [],
    plugins: [{ name: 'mixmod/typescript-plugin' }],
  },
};

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

export interface EditorDiagnostic {
  readonly code: number;
  readonly source?: string;
  readonly text: string;
  readonly start: ts.server.protocol.Location;
  readonly end: ts.server.protocol.Location;
}

export class EditorServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixmod-editor-'));
  readonly #process: ChildProcess;
  readonly #waiting: {
    readonly takes: (one: Message) => boolean;
    readonly give: (one: Message) => void;
  }[] = [];
  #sequence = 0;
  #input = '';

  constructor(files: Readonly<Record<string, string>>) {
    this.#write('tsconfig.json', JSON.stringify(CONFIG));
    for (const [name, text] of Object.entries(files)) this.#write(name, text);
    installPackage(join(this.folder, 'node_modules/mixmod'));
    const server = join(MODULES, 'typescript/lib/tsserver.js');
    // The TypeScript of a project looks beside itself; this one lies elsewhere.
    const options = ['--disableAutomaticTypingAcquisition', '--pluginProbeLocations', this.folder];
    this.#process = spawn(process.execPath, [server, ...options], {
      cwd: this.folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  open(name: string): void {
    this.#send('open', { file: this.path(name) });
  }

  change(name: string, change: Omit<ts.server.protocol.ChangeRequestArgs, 'file'>): void {
    this.#send('change', { file: this.path(name), ...change });
  }

  /** Of `geterr`, when it has come to its end. */
  async diagnostics(name: string): Promise<readonly EditorDiagnostic[]> {
    const file = this.path(name);
    const result = this.#message((one) => {
      const body = one.body as { file?: string } | undefined;
      return one.event === 'semanticDiag' && body?.file === file;
    });
    this.#send('geterr', { files: [file], delay: 0 });
    return ((await result).body as { diagnostics: readonly EditorDiagnostic[] }).diagnostics;
  }

  async ask<T>(command: string, name: string, rest: object): Promise<T> {
    const sequence = this.#send(command, { file: this.path(name), ...rest });
    const answer = await this.#message((one) => one.request_seq === sequence);
    if (!answer.success) throw new Error(answer.message);
    return answer.body as T;
  }

  close(): void {
    this.#process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #send(command: string, args: object): number {
    const seq = ++this.#sequence;
    this.#process.stdin?.write(
      `${JSON.stringify({ seq, type: 'request', command, arguments: args })}\n`,
    );
    return seq;
  }

  #message(takes: (one: Message) => boolean): Promise<Message> {
    return new Promise((give) => void this.#waiting.push({ takes, give }));
  }

  /** Each message stands in a line of its own, between headers. */
  #receive(text: string): void {
    const lines = (this.#input + text).split('\n');
    this.#input = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('{')) continue;
      const message = JSON.parse(line) as Message;
      const index = this.#waiting.findIndex(({ takes }) => takes(message));
      if (index >= 0) this.#waiting.splice(index, 1)[0]?.give(message);
    }
  }

  #write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }
}

/** As the package is laid out, but with the plugin bundled from the snapshot. */
function installPackage(folder: string): void {
  const snapshot = sourceSnapshot();
  mkdirSync(folder, { recursive: true });
  for (const name of ['dist', 'runtime', 'package.json'])
    symlinkSync(join(snapshot, name), join(folder, name));
  cpSync(join(REPOSITORY, 'typescript-plugin'), join(folder, 'typescript-plugin'), {
    recursive: true,
  });
  const bundle = join(snapshot, 'dist/command/typescript-plugin.cjs');
  if (existsSync(bundle)) return;
  const source = join(snapshot, 'dist/compiler/typescript-plugin/typescript-plugin.js');
  const options = ['--format', 'cjs', '--platform', 'node', '--external', 'typescript'];
  const rolldown = join(MODULES, 'rolldown/bin/cli.mjs');
  const { status, stderr } = spawnSync(process.execPath, [
    rolldown,
    source,
    '--file',
    bundle,
    ...options,
  ]);
  if (status !== 0) throw new Error(stderr.toString());
}
