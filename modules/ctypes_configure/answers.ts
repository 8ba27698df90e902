// Answers as JSON has them, and the file that keeps them: it can be shipped, so that who installs a binding needs no compiler.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:process';
import { type Entry, questionOf } from './entries.ts';

export interface FieldPlace {
  readonly name: string;
  readonly offset: number;
  /** null where it has none: `T[]`. */
  readonly size: number | null;
  /** Of integers; null for other fields. */
  readonly signed: boolean | null;
  readonly bits?: { readonly offset: number; readonly width: number };
}

export type Answer =
  | {
      readonly kind: 'struct';
      readonly size: number;
      readonly alignment: number;
      readonly union: boolean;
      readonly fields: readonly FieldPlace[];
    }
  | {
      readonly kind: 'simple-type';
      readonly size: number;
      readonly signed: boolean;
      readonly isInteger: boolean;
    }
  | { readonly kind: 'value'; readonly value: unknown; readonly why?: string }
  | { readonly kind: 'error'; readonly message: string };

/** The lists of `rffi.ExternalCompilationInfo`. */
export type CompilationInfo = { readonly [list: string]: readonly string[] };

let target: string | undefined;

/** What an answer depends on besides the question: the machine, its system and its C library. A report takes long: one is made. */
export const hostTarget = (): string => (target ??= findTarget());

function findTarget(): string {
  const header = (
    process.report?.getReport() as unknown as
      { readonly header: { readonly glibcVersionRuntime?: string } } | undefined
  )?.header;
  return `${platform}-${arch}-${header?.glibcVersionRuntime ? 'glibc' : 'musl'}`;
}

/** The whole question, so that one that has changed is another one. */
export function keyOf(info: CompilationInfo, entry: Entry): string {
  return JSON.stringify([info, questionOf(entry)]);
}

type Targets = Record<string, Record<string, Answer>>;
const FORMAT = 'mixmod ctypes_configure 1';

export class AnswersFile {
  readonly path: string;
  readonly #targets: Targets;

  /** SyntaxError where it is another kind of file; one that is missing is empty. */
  constructor(path: string) {
    this.path = path;
    this.#targets = readTargets(path);
  }

  get(target: string, key: string): Answer | undefined {
    return this.#targets[target]?.[key];
  }

  /** Writes what is new beside what others have written meanwhile; all of it or nothing. False where it cannot be written. */
  add(target: string, answers: ReadonlyMap<string, Answer>): boolean {
    const targets = readTargets(this.path);
    const all = { ...targets[target], ...Object.fromEntries(answers) };
    const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const text = JSON.stringify(
      { format: FORMAT, targets: { ...targets, [target]: sorted } },
      null,
      2,
    );
    const temporary = `${this.path}.${process.pid}.new`;
    try {
      writeFileSync(temporary, `${text}\n`);
      renameSync(temporary, this.path);
      return true;
    } catch {
      rmSync(temporary, { force: true });
      return false;
    }
  }
}

function readTargets(path: string): Targets {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  const wrong = (): never => {
    throw new SyntaxError(
      `${path} is no file of answers of ctypes_configure; delete it to have it made again`,
    );
  };
  try {
    const { format, targets } = JSON.parse(text) as { format?: unknown; targets?: Targets };
    return format === FORMAT && typeof targets === 'object' ? targets : wrong();
  } catch {
    return wrong();
  }
}
