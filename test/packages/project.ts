// Projects with the packed mixmod and without it, and what npm does with them. Nothing is asked of a registry.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installMixmod } from '../harness/packed-package.ts';
import { Workspace, type Outcome } from '../cli/command.ts';

export class NpmProject extends Workspace {
  /** Installs the packed mixmod in a folder of the project. */
  install(folder: string): void {
    installMixmod(this.path(folder));
  }

  /** The installed command. */
  installed(folder: string, ...args: readonly string[]): Outcome {
    return this.run(folder, this.path(folder, 'node_modules/.bin/mixmod'), ...args);
  }

  /** Throws unless it ends well; the result is what it says. */
  expectRun(folder: string, program: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = this.run(folder, program, ...args);
    if (status !== 0)
      throw new Error(`${program} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
    return stdout;
  }

  /** A project that has nothing but the tarballs, which are paths in this one. */
  consumer(folder: string, tarballs: readonly string[]): void {
    mkdirSync(this.path(folder));
    writeFileSync(
      this.path(folder, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
    );
    const paths = tarballs.map((tarball) => this.path(tarball));
    const options = ['--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
    this.expectRun(folder, 'npm', 'install', ...options, ...paths);
  }

  run(folder: string, program: string, ...args: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.path(folder),
      encoding: 'utf8',
      timeout: 100_000,
      env: {
        ...withoutNpm(process.env),
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        MIXMOD_CACHE: join(this.folder, 'cache'),
      },
    });
    return { status, stdout, stderr };
  }
}

/** What npm and the runner of these tests say to their own children. */
const withoutNpm = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(?:npm_|NODE_OPTIONS|NODE_TEST|VITEST)/.test(name),
    ),
  );
