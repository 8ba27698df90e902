// Answers of the C compiler that outlive the process: those of questions about headers. They count as long as the compiler, this program
// and every header that was read are the files that they were.
import { compilerIdentity } from './identity.ts';
import { cacheFolder } from './location.ts';
import { headersOf } from './c-inputs.ts';
import { digestOf, keyOf } from './digest.ts';
import { CannotWrite, type Host } from '../host.ts';
import { answersFromJson, answersToJson } from '../platform/answer-cache.ts';
import type { Compiler } from '../platform/ask-compiler.ts';
import type { AnswerStore } from '../platform/probe.ts';
import type { Answers, Question } from '../platform/questions.ts';

interface Kept {
  /** Paths with the digests of what was in them. */
  readonly files: readonly (readonly [path: string, digest: string])[];
  readonly result: Answers;
}

export const answersOnDisk: AnswerStore = (questions, compiler, ask) => {
  if (!questions.every(asksHeaders)) return ask();
  const path = placeOf(questions, compiler);
  const kept = read(path, compiler.host);
  if (kept) return kept;
  const result = ask();
  if (result.kind === 'answers') keep(path, result, compiler);
  return result;
};

/** The others depend on libraries too, or on what a program prints. */
const asksHeaders = ({ kind }: Question): boolean =>
  kind !== 'Has' && kind !== 'Works' && kind !== 'IntegerFunctionResult';

function placeOf(questions: readonly Question[], { path, host, target, info }: Compiler): string {
  const asked = JSON.stringify([
    path,
    target,
    info,
    questions,
    process.cwd(),
    process.env['MIXMOD_SYSROOT'],
  ]);
  const folder = host.resolve(cacheFolder(process.env), 'platform');
  return host.resolve(folder, `${keyOf(asked, compilerIdentity())}.json`);
}

function read(path: string, host: Host): Answers | undefined {
  const text = host.readText(path);
  if (text === undefined) return undefined;
  try {
    const { files, result } = answersFromJson(text) as Kept;
    return files.every(([file, digest]) => digestIn(file, host) === digest) ? result : undefined;
  } catch {
    // Damaged: ask again.
    return undefined;
  }
}

/** What cannot be kept is asked again the next time. */
function keep(path: string, result: Answers, compiler: Compiler): void {
  const { host } = compiler;
  const files = headersOf(compiler, null)?.map((file) => [file, digestIn(file, host)] as const);
  if (!files || files.some(([, digest]) => digest === undefined)) return;
  try {
    host.writeAtomic(path, answersToJson({ files, result }));
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
  }
}

function digestIn(file: string, host: Host): string | undefined {
  const bytes = host.readBytes(file);
  return bytes && digestOf(bytes);
}
