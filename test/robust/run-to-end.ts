// Scripts that come to their end: each in a process of its own, with the path of a module and a number. MIXMOD_ROBUST=full takes the full
// counts, which take longer.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule } from '../harness/build-module.ts';

export const full = process.env.MIXMOD_ROBUST === 'full';
export const TIMEOUT = full ? 1_200_000 : 120_000;

/** The native module of a program under `programs/`. */
export async function builtProgram(name: string, folder: string): Promise<string> {
  const source = fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));
  const { node } = await buildModule(source, folder, RELEASE);
  return node;
}

/** What the script has printed, as JSON. */
export function runToEnd(
  script: string,
  node: string,
  argument: number,
  env: Record<string, string> = {},
): unknown {
  const path = fileURLToPath(new URL(`scripts/${script}.mjs`, import.meta.url));
  const words = ['--expose-gc', path, node, String(argument)];
  const ended = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    timeout: TIMEOUT,
    env: { ...process.env, ...env },
  });
  const { status, signal, stderr, stdout } = ended;
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  return JSON.parse(stdout);
}
