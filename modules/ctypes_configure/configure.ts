// The entries of a configuration → their types and values: from the file of answers where that knows them, else from the C compiler.
import { fileURLToPath } from 'node:url';
import { type Answer, AnswersFile, type CompilationInfo, hostTarget, keyOf } from './answers.ts';
import { askCompiler, ConfigureError } from './ask.ts';
import type { Entry } from './entries.ts';
import { valueOf, WrongAnswer } from './types-of.ts';

export interface Config {
  /** Headers, libraries and what else the compiler has to know, as `rffi.ExternalCompilationInfo` takes it. */
  readonly _compilation_info_?: CompilationInfo;
  readonly [name: string]: Entry | CompilationInfo | undefined;
}

export interface ConfigureOptions {
  /** Where answers are kept, for all machines that have asked. Ship it with the binding. */
  readonly answers?: string | URL;
}

type ValueOf<E> = E extends Entry<infer T> ? T : never;
export type Configured<C extends Config> = {
  readonly [K in Exclude<keyof C, '_compilation_info_'>]: ValueOf<C[K]>;
};

/** Throws ConfigureError, which names every entry that C does not have, or what to install. */
export function configure<const C extends Config>(
  config: C,
  { answers }: ConfigureOptions = {},
): Configured<C> {
  const { _compilation_info_: info = {}, ...rest } = config;
  const entries = rest as Readonly<Record<string, Entry>>;
  for (const [name, entry] of Object.entries(entries))
    if (typeof entry?.kind !== 'string')
      throw new TypeError(
        `configure() ${name} must be an entry, such as ConstantInteger('EAGAIN')`,
      );
  const file = answers === undefined ? null : new AnswersFile(pathOf(answers));
  const found = answersTo(info, Object.values(entries), file);
  return Object.freeze(named(Object.entries(entries), found)) as Configured<C>;
}

const pathOf = (answers: string | URL): string =>
  answers instanceof URL ? fileURLToPath(answers) : answers;

function answersTo(
  info: CompilationInfo,
  entries: readonly Entry[],
  file: AnswersFile | null,
): readonly Answer[] {
  const target = hostTarget();
  const keys = entries.map((entry) => keyOf(info, entry));
  const known = keys.map((key) => file?.get(target, key));
  const missing = entries.filter((_, index) => known[index] === undefined);
  if (missing.length === 0) return known as readonly Answer[];
  const asked = new Map(missing.map((entry, index) => [entry, index]));
  const answers = ask(info, missing, file);
  const all = entries.map(
    (entry, index) => known[index] ?? (answers[asked.get(entry) ?? 0] as Answer),
  );
  // What is wrong is asked again the next time.
  const right = all.flatMap((answer, index): [string, Answer][] =>
    answer.kind === 'error' || known[index] !== undefined ? [] : [[keys[index] ?? '', answer]],
  );
  if (right.length > 0) file?.add(target, new Map(right));
  return all;
}

function ask(
  info: CompilationInfo,
  missing: readonly Entry[],
  file: AnswersFile | null,
): readonly Answer[] {
  try {
    return askCompiler(info, missing);
  } catch (error) {
    if (!(error instanceof ConfigureError) || !file) throw error;
    const what = `${missing.length} ${missing.length === 1 ? 'answer' : 'answers'}`;
    throw new ConfigureError(
      `${error.message}\n${file.path} lacks ${what} for ${hostTarget()}; it is completed on a machine like this that has a C compiler`,
    );
  }
}

function named(
  entries: readonly (readonly [string, Entry])[],
  answers: readonly Answer[],
): Record<string, unknown> {
  const failures: string[] = [];
  const values = entries.map(([name, entry], index): [string, unknown] => {
    try {
      return [name, valueOf(entry, answers[index] as Answer)];
    } catch (error) {
      if (!(error instanceof WrongAnswer)) throw error;
      failures.push(`${name}: ${describe(entry)}: ${error.message}`);
      return [name, null];
    }
  });
  if (failures.length > 0) throw new ConfigureError(`configure():\n  ${failures.join('\n  ')}`);
  return Object.fromEntries(values);
}

function describe(entry: Entry): string {
  const { kind, ...rest } = entry;
  const about = rest as { name?: string; macro?: string; expression?: string };
  return `${kind} of ${about.name ?? about.macro ?? about.expression ?? 'the compilation info'}`;
}
