// Questions about C → their answers (rffi_platform's `configure`). All of one compilation info are one object, which is
// compiled and read; what is wrong about one question is its own answer.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { isCross, type CPlatform } from '../toolchain/c-compiler.ts';
import { runsHere } from '../toolchain/machine.ts';
import { withAlignments } from './alignments.ts';
import {
  type Asked,
  askCompiler,
  type Compiler,
  findCompiler,
  reading,
  type Trouble,
} from './ask-compiler.ts';
import { remembered } from './answer-cache.ts';
import { answerOf, type LateAnswer } from './answers.ts';
import type { CTypes } from './c-types.ts';
import { readConstant } from './constant-piece.ts';
import { hasAnswer, runAnswer, worksAnswer } from './link-checks.ts';
import { callOf, type ObjectQuestion, pieceOf, wrongQuestion } from './question-pieces.ts';
import type { Answer, ProbeResult, Question } from './questions.ts';
import { readObject } from './read-object.ts';

/** What may know the answers without `ask`, which asks the compiler. */
export type AnswerStore = (
  questions: readonly Question[],
  compiler: Compiler,
  ask: () => ProbeResult,
) => ProbeResult;

/** Answers are remembered for as long as the process lives (see `forgetAnswers`); `store` is looked into before the compiler is asked. */
export function probe(
  questions: readonly Question[],
  info: ExternalCompilationInfo,
  platform: CPlatform,
  store: AnswerStore = (_questions, _compiler, asked) => asked(),
): ProbeResult {
  const compiler = findCompiler(info, platform);
  if (!('path' in compiler)) return compiler;
  return remembered(['probe', compiler.path, platform.target, info, questions], () =>
    store(questions, compiler, () => reading(() => ask(questions, compiler))),
  );
}

function ask(questions: readonly Question[], compiler: Compiler): ProbeResult {
  const wrong = questions.map(wrongQuestion);
  const objectAnswers = askObject(questions, wrong, compiler);
  if ('kind' in objectAnswers) return objectAnswers;
  const answers = questions.map((question, index): Answer => {
    const message = wrong[index] ?? null;
    if (message !== null) return { kind: 'error', message };
    if (question.kind === 'Has') return hasAnswer(question.expression, compiler);
    if (question.kind === 'Works') return worksAnswer(compiler);
    return objectAnswers.answers[index] ?? { kind: 'error', message: 'it was not asked' };
  });
  return { kind: 'answers', answers, types: objectAnswers.types };
}

interface ObjectAnswers {
  /** undefined for what was not asked of the object. */
  readonly answers: readonly (Answer | undefined)[];
  readonly types: CTypes;
}

const isOfObject = (question: Question): question is ObjectQuestion =>
  question.kind !== 'Has' && question.kind !== 'Works';

function askObject(
  questions: readonly Question[],
  wrong: readonly (string | null)[],
  compiler: Compiler,
): ObjectAnswers | Trouble {
  const wanted = questions.map((question, index) =>
    isOfObject(question) && wrong[index] === null ? question : null,
  );
  if (wanted.every((question) => question === null))
    return { answers: [], types: { structs: {}, enums: {}, typedefs: {} } };
  const pieces = wanted.map((question, index) =>
    question ? pieceOf(question, index) : { text: '' },
  );
  const asked = askCompiler(pieces, compiler, { debug: true, careful: true });
  return asked.kind === 'asked' ? readAnswers(wanted, asked, compiler) : asked;
}

function readAnswers(
  wanted: readonly (ObjectQuestion | null)[],
  { object, refused }: Asked,
  compiler: Compiler,
): ObjectAnswers {
  const read = readObject(object);
  const late = wanted.map((question, index): LateAnswer | undefined => {
    if (!question) return undefined;
    const message = refused.get(index);
    return message === undefined
      ? answerOf(question, index, read)
      : () => ({ kind: 'error', message });
  });
  const types = withAlignments(read.types, compiler);
  const runs = runsHere(object.machine) && !isCross(compiler.target);
  const answers = late.map((answer, index) => {
    const question = wanted[index];
    const isLeft =
      question?.kind === 'IntegerFunctionResult' &&
      !refused.has(index) &&
      readConstant(read, index)?.kind === 'no-constant';
    if (!isLeft) return answer?.(types, object.pointerSize);
    return runAnswer(callOf(question.name, question.args), runs, compiler);
  });
  return { answers, types };
}
