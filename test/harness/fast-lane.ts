// The functions of test/fast-lane/ with the fast lane and without it: what they give, throw and do must be the same.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RELEASE, type BuildOptions } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';

const FOLDER = join(packageRoot, 'test/fast-lane');

/** The paths of the native modules: one that is given functions of JavaScript, and one that is not. */
export async function buildLanes(
  out: string,
  options: BuildOptions = RELEASE,
): Promise<readonly [lane: string, beside: string]> {
  const build = async (name: string): Promise<string> =>
    (await buildModule(join(FOLDER, `${name}.ts`), out, options)).node;
  return [await build('lane'), await build('beside-callbacks')];
}

export interface LaneReport {
  /** How many calls were compared. */
  readonly calls: number;
  /** null: none differs. */
  readonly problem: string | null;
}

/** `command`: a Node.js and its options. */
export function compareLane(command: readonly [string, ...string[]], node: string): LaneReport {
  const [fast, slow] = [{}, { MIXMOD_FAST_CALLS: '0' }].map((env) => run(command, node, env));
  if (!fast || !slow) return { calls: 0, problem: 'nothing has run' };
  for (const { problem } of [fast, slow]) if (problem !== null) return { calls: 0, problem };
  const index = slow.lines.findIndex((line, i) => line !== fast.lines[i]);
  const problem =
    index < 0
      ? null
      : `line ${index + 1}: without the lane\n${slow.lines[index]}\nwith it\n${fast.lines[index]}`;
  return { calls: slow.lines.length, problem };
}

interface Run {
  readonly lines: readonly string[];
  readonly problem: string | null;
}

function run(
  [program, ...options]: readonly [string, ...string[]],
  node: string,
  env: Readonly<Record<string, string>>,
): Run {
  const args = [...options, '--allow-natives-syntax', join(FOLDER, 'calls.mjs'), node];
  const { status, signal, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  const problem = status === 0 ? null : `it ended with ${signal ?? status}\n${stderr}`;
  return { lines: stdout.split('\n'), problem };
}
