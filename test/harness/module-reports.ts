// What builtin mixed modules give in a runtime (`host-modules.mjs`), beside what they give in this Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import type { Failure } from './built-programs.ts';

const script = join(packageRoot, 'test/harness/host-modules.mjs');

interface ModuleReport {
  readonly name: string;
  /** What the module has given. */
  readonly result: string;
}

/** Results by module. Throws where the process ends in another way than it should. */
function reportsOf([program, ...args]: readonly [string, ...string[]]): ReadonlyMap<
  string,
  string
> {
  const { stdout, stderr, status, signal } = spawnSync(program, [...args, script], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0)
    throw new Error(`the process ended with ${signal ?? `code ${status}`}\n${stderr.trim()}`);
  const reports = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ModuleReport);
  return new Map(reports.map(({ name, result }) => [name, result]));
}

export interface ModuleResults {
  /** Modules that give what they give in this Node. */
  readonly same: number;
  readonly failures: readonly Failure[];
}

/** `command` is followed by a script. */
export function compareModules(command: readonly [string, ...string[]]): ModuleResults {
  const expected = reportsOf([process.execPath]);
  const what = (name: string): string => `modules/${name}`;
  let reports: ReadonlyMap<string, string>;
  try {
    reports = reportsOf(command);
  } catch (error) {
    return { same: 0, failures: [{ what: what('*'), problem: String(error) }] };
  }
  const failures = [...expected].flatMap(([name, result]): readonly Failure[] => {
    const problem = `gives ${reports.get(name)}, here ${result}`;
    return reports.get(name) === result ? [] : [{ what: what(name), problem }];
  });
  return { same: expected.size - failures.length, failures };
}
