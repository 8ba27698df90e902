// The single executable of docs/hosts.md: its files and commands are taken from the page, and run with some Node.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';
import { installPackage } from './host-runtimes.ts';

const page = join(packageRoot, 'docs/hosts.md');

/** The n-th block of a language. */
function block(language: string, index = 0): string {
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))];
  const found = blocks[index]?.[1];
  if (found === undefined) throw new Error(`docs/hosts.md: no block of ${language}`);
  return found;
}

const expected = (): string => /It prints `([^`]+)`/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';

/** The word that says in a Node whether there is something in it. */
const fuse = (): string => /NODE_SEA_FUSE_\w+/.exec(block('sh'))?.[0] ?? '';

/** The page's files with the built module; `out` is emptied. */
export async function prepareExecutable(out: string): Promise<string> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'sum.ts'), block('ts').replace('// file: sum.ts\n', ''));
  writeFileSync(join(out, 'app.cjs'), block('js'));
  writeFileSync(join(out, 'sea.json'), block('json'));
  await buildModule(join(out, 'sum.ts'), out, RELEASE);
  return out;
}

/** What is wrong with the executable that this Node makes; null: nothing. `folder`: from `prepareExecutable`. */
export function executableProblem(
  node: string,
  folder: string,
  progress: (line: string) => void,
): string | null {
  const postject = join(installPackage('postject', progress), 'node_modules/postject/dist/cli.js');
  const app = join(folder, 'app');
  rmSync(app, { force: true });
  rmSync(join(folder, 'app.blob'), { force: true });
  const run = (program: string, ...args: readonly string[]): string => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
    return stdout;
  };
  try {
    run(node, '--experimental-sea-config', 'sea.json');
    if (!existsSync(join(folder, 'app.blob'))) return 'no app.blob';
    copyFileSync(node, app);
    chmodSync(app, 0o755);
    run(process.execPath, postject, app, 'NODE_SEA_BLOB', 'app.blob', '--sentinel-fuse', fuse());
    const printed = run(app).trim();
    return printed === expected() ? null : `it prints ${printed}, expected ${expected()}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    // A hundred megabytes.
    rmSync(app, { force: true });
  }
}
