// A program that calls start_count and end_count of test/bench/c-calls/library.c → the instructions between each two of these calls: one at a
// time, which needs no tool, or by valgrind's callgrind. Both are exact, and the same each time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { run } from './run-program.ts';

export interface Instructions {
  /** Of the object file that was asked for: a caller, without what it calls. */
  readonly own: number;
  readonly all: number;
}

export interface CountedRun {
  readonly stdout: string;
  /** One for each time that was counted, in order. */
  readonly counts: readonly Instructions[];
}

/** Of the code of `object` in the run of a program. */
export interface InstructionCounter {
  readonly name: string;
  readonly count: (
    object: string,
    command: readonly [string, ...string[]],
    environment: NodeJS.ProcessEnv,
  ) => CountedRun;
}

/** `out`: where its program is built. A text: why the system does not let one process watch another. */
export function singleSteps(out: string): InstructionCounter | string {
  const program = join(out, 'count-steps');
  run('gcc', ['-O2', '-o', program, join(packageRoot, 'test/bench/c-calls/count-steps.c')]);
  const { stderr } = spawnSync(program, [process.execPath, 'true'], { encoding: 'utf8' });
  if (stderr.includes('ptrace')) return stderr;
  return {
    name: 'single steps',
    count: (object, command, environment) => {
      const { stdout, stderr } = run(program, [object, ...command], {
        ...environment,
        MARKS_ARE_SIGNALS: '1',
      });
      const counts = stderr.matchAll(/^(\d+) (\d+)$/gm);
      return {
        stdout,
        counts: [...counts].map(([, own, all]) => ({ own: Number(own), all: Number(all) })),
      };
    },
  };
}

export const callgrind: InstructionCounter = {
  name: 'callgrind',
  count: (object, command, environment) => {
    const folder = mkdtempSync(join(tmpdir(), 'callgrind-'));
    try {
      const options = [
        '--tool=callgrind',
        `--callgrind-out-file=${join(folder, 'part')}`,
        '--dump-before=start_count',
        '--dump-before=end_count',
      ];
      const { stdout } = run('valgrind', [...options, ...command], environment);
      // The first part ends where something begins to be counted; the second is that.
      const counts: Instructions[] = [];
      for (let part = 2; ; part += 2) {
        const file = join(folder, `part.${part}`);
        if (!existsSync(file)) return { stdout, counts };
        counts.push(instructionsOf(readFileSync(file, 'utf8'), object));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** https://valgrind.org/docs/manual/cl-format.html: a line of costs belongs to the last `ob=`, but one after `calls=` to what is called. */
function instructionsOf(text: string, object: string): Instructions {
  const names = new Map<string, string>();
  let [own, all] = [0, 0];
  let current = '';
  let isCallee = false;
  for (const line of text.split('\n')) {
    const [, kind, id = '', name = ''] = /^(c?ob)=\((\d+)\) ?(.*)$/.exec(line) ?? [];
    if (name !== '') names.set(id, name);
    if (kind === 'ob') current = names.get(id) ?? '';
    const cost = /^[+\-*\d]\S* (\d+)$/.exec(line)?.[1];
    if (cost !== undefined && !isCallee) {
      all += Number(cost);
      if (current === object) own += Number(cost);
    }
    isCallee = line.startsWith('calls=');
  }
  return { own, all };
}
