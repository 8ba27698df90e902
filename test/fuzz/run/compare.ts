// Programs → what differs between their executions. One module holds them all, so that a compilation is paid once; where
// the whole fails, halves tell which of them it was.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXECUTIONS, type Execution } from '../../harness/executions.ts';
import { RunPool, type RunOutcome } from '../../harness/run-pool.ts';
import type { FuzzProgram } from '../declarations/program.ts';
import { moduleText } from './module-text.ts';
import { runPlain } from './run-plain.ts';

export interface Difference {
  readonly programs: readonly FuzzProgram[];
  /** What the shrinker must keep: the kind of the failure, or the executions that differ. */
  readonly signature: string;
  readonly executions: readonly string[];
  /** Texts for a person: what each execution gave. */
  readonly outputs: ReadonlyMap<string, string>;
}

/** Of a whole module, on a busy machine. */
const TIMEOUT_MS = 300_000;
/** Modules stay in the process that loaded them. */
const REQUESTS_PER_POOL = 24;

export class Comparison {
  readonly folder: string;
  #pool: RunPool | null = null;
  #requests = 0;
  #files = 0;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** All differences; `executions` may be fewer than all. */
  async differences(
    programs: readonly FuzzProgram[],
    executions: readonly Execution[] = EXECUTIONS,
  ): Promise<readonly Difference[]> {
    const expected = runPlain(programs);
    if (expected.includes(null))
      return [
        ...programs.filter((_, index) => expected[index] === null).map(endless),
        ...(await this.differences(
          programs.filter((_, index) => expected[index] !== null),
          executions,
        )),
      ];
    if (programs.length === 0) return [];
    const outcome = await this.#run(programs, executions);
    if (outcome.failures.length === 0) return wrongResults(programs, expected, outcome);
    if (programs.length === 1) return [failure(programs, outcome)];
    const middle = programs.length >> 1;
    const halves = [
      ...(await this.differences(programs.slice(0, middle), executions)),
      ...(await this.differences(programs.slice(middle), executions)),
    ];
    return halves.length > 0 ? halves : [failure(programs, outcome)];
  }

  close(): void {
    this.#pool?.close();
    this.#pool = null;
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #run(
    programs: readonly FuzzProgram[],
    executions: readonly Execution[],
  ): Promise<RunOutcome> {
    const path = join(this.folder, `module-${process.pid}-${this.#files++}.ts`);
    writeFileSync(path, moduleText(programs, 'rts'));
    try {
      const expressions = programs.map(({ name }) => `${name}()`);
      return await this.#freshPool().run({ path, expressions, executions });
    } finally {
      rmSync(path);
    }
  }

  #freshPool(): RunPool {
    if (this.#requests++ % REQUESTS_PER_POOL === 0) {
      this.#pool?.close();
      this.#pool = new RunPool({ folder: this.folder, timeout: TIMEOUT_MS });
      rmSync(join(this.folder, 'addons'), { recursive: true, force: true });
      rmSync(join(this.folder, 'untranslated'), { recursive: true, force: true });
    }
    return this.#pool as RunPool;
  }
}

const endless = (program: FuzzProgram): Difference => ({
  programs: [program],
  signature: 'plain: does not end',
  executions: [],
  outputs: new Map(),
});

function failure(programs: readonly FuzzProgram[], { failures }: RunOutcome): Difference {
  const [first] = failures;
  return {
    programs,
    signature: `${first?.execution}: ${kindOf(first?.reason ?? '')}`,
    executions: [first?.execution ?? ''],
    outputs: new Map(failures.map(({ execution, reason }) => [execution, reason])),
  };
}

/** The codes of diagnostics, with TypeScript's own; else the first line without what differs between programs. */
function kindOf(reason: string): string {
  const codes = [...reason.matchAll(/ (RTS\d+): (?:TypeScript: .*\((TS\d+)\))?/g)];
  const names = codes.map(([, code, own]) => own ?? code ?? '');
  if (names.length > 0) return [...new Set(names)].sort().join(' ');
  return (reason.split('\n')[0] ?? '').replace(/[\w./]*\d[\w./]*/g, '#').slice(0, 120);
}

function wrongResults(
  programs: readonly FuzzProgram[],
  expected: readonly (string | null)[],
  { results }: RunOutcome,
): readonly Difference[] {
  return programs.flatMap((program, index) => {
    const wrong = [...results].filter(([, traces]) => traces[index] !== expected[index]);
    if (wrong.length === 0) return [];
    const outputs = wrong.map(([execution, traces]) => [execution, traces[index] ?? ''] as const);
    return [
      {
        programs: [program],
        signature: `results of ${wrong.map(([execution]) => execution).join(', ')}`,
        executions: wrong.map(([execution]) => execution),
        outputs: new Map([['plain', expected[index] ?? ''], ...outputs]),
      },
    ];
  });
}
