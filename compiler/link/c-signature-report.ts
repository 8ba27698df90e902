// What the C compiler says about the questions of `c-signatures.ts` → diagnostics at the declarations.
import { E } from '../diagnostics/codes.ts';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { describeType } from '../../runtime/lltype/constructors.ts';
import { sizeOf, offsetOf } from '../../runtime/lltype/layout.ts';
import type { CFunction, SourceRange } from '../../runtime/lltype/types.ts';
import {
  cFieldName,
  PROBE,
  type Question,
  QUESTIONS_FILE,
  signatureQuestions,
} from './c-signatures.ts';
import { agrees, describeDeclared, readCType, rffiType } from './c-type-text.ts';
import { withoutOwnFile } from '../toolchain/run-tool.ts';

/** The type as written in the header and, where that is a typedef, what it stands for. */
interface CType {
  readonly written: string;
  readonly resolved: string;
}

/** What the compiler answered to one question. */
type Answer =
  | { readonly kind: 'type'; readonly type: CType }
  | { readonly kind: 'count' }
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'layout' };

interface Line {
  readonly file: string;
  readonly line: number;
  readonly level: string;
  readonly message: string;
}

/** Reports what `functions` (the ones that the sources were made of) declare otherwise than C. */
export function reportSignatures(
  functions: readonly CFunction[],
  outputs: readonly string[],
  sink: DiagnosticSink,
): void {
  const questions = signatureQuestions(functions);
  const read = outputs.map(readAnswers);
  const foreign = read.map((one) => one.foreign).find((message) => message !== null) ?? null;
  const [first] = functions;
  if (first && foreign !== null) return sink.report(E.cHeader, siteOf(first), { message: foreign });
  const done = new Set<CFunction>();
  questions.forEach((question, index) => {
    // Of several C sources, the one that declares the function answers.
    const given = read.map(({ answers }) => answers.get(index + 1));
    const answer = given.every((one) => one?.kind === 'undeclared')
      ? given[0]
      : given.find((one) => one && one.kind !== 'undeclared');
    // One error is enough for a function whose arguments are counted wrong or that does not exist.
    if (!answer || done.has(question.function)) return;
    if (reportAnswer(question, answer, sink)) done.add(question.function);
  });
}

/** True where nothing more is to be said about the function. */
function reportAnswer(question: Question, answer: Answer, sink: DiagnosticSink): boolean {
  const callee = question.function;
  const { name, args, result } = callee;
  if (answer.kind === 'undeclared') {
    const { includes } = callee.compilation_info;
    const headers = includes.length > 0 ? includes.join(', ') : 'its C source';
    sink.report(E.cUndeclared, siteOf(callee), { function: name, headers });
    return true;
  }
  if (answer.kind === 'count') {
    sink.report(E.cArgumentCount, siteOf(callee), { function: name, got: args.length });
    return true;
  }
  if (answer.kind === 'layout') {
    reportLayout(question, sink);
    return false;
  }
  if (question.kind !== 'result' && question.kind !== 'argument') return false;
  const role = question.kind;
  const declared = role === 'result' ? result : args[question.index];
  if (!declared || agrees(declared, readCType(answer.type.resolved), role)) return false;
  const where = question.kind === 'result' ? 'the result' : `argument ${question.index + 1}`;
  const part =
    question.kind === 'result'
      ? callee.declaredAt?.result
      : callee.declaredAt?.arguments[question.index];
  const { written, resolved } = answer.type;
  sink.report(E.cSignature, siteOf(callee, part ?? null), {
    function: name,
    where,
    expected: written === resolved ? written : `${written} (${resolved})`,
    got: describeDeclared(declared, describeType),
    type: rffiType(readCType(resolved)),
  });
  return false;
}

function reportLayout(question: Question, sink: DiagnosticSink): void {
  if (question.kind === 'result' || question.kind === 'argument') return;
  const { type } = question;
  const struct = type.kind === 'struct' ? (type.c ?? type.name) : type.name;
  const site = siteOf(question.function);
  if (question.kind === 'size' || type.kind !== 'struct') {
    sink.report(E.cLayout, site, { struct, what: 'its size', got: `${sizeOf(type)} bytes` });
    return;
  }
  const field = cFieldName(question.field);
  const declared = type.fields.find((one) => one.name === question.field);
  const offset = question.kind === 'offset';
  const got = offset ? offsetOf(type, question.field) : declared ? sizeOf(declared.type) : 0;
  sink.report(E.cLayout, site, {
    struct,
    what: offset ? `the offset of ${field}` : `the size of ${field}`,
    got: `${got}${offset ? '' : ' bytes'}`,
  });
}

function siteOf({ declaredAt }: CFunction, part: SourceRange | null = null): Span | null {
  if (!declaredAt) return null;
  const { start, end } = part ?? declaredAt;
  return { file: declaredAt.file, start, end };
}

// ---- reading gcc's and clang's messages (in the C locale) ----

function readAnswers(stderr: string): { answers: Map<number, Answer>; foreign: string | null } {
  const answers = new Map<number, Answer>();
  let foreign: string | null = null;
  let asked = 0;
  for (const text of stderr.split('\n')) {
    const line = readLine(text);
    if (!line) continue;
    const ours = line.file === QUESTIONS_FILE;
    if (line.level === 'note') {
      // gcc says the type in a note, placed in the header, behind the error at our line.
      const type = expectedType(line.message);
      if (type) answers.set(asked, { kind: 'type', type });
      continue;
    }
    if (!line.level.endsWith('error')) continue;
    if (!ours) foreign ??= withoutOwnFile(`${line.file}:${line.line}: ${line.message}`);
    asked = ours ? line.line : 0;
    const answer = ours ? readError(line.message) : null;
    if (answer && !answers.has(asked)) answers.set(asked, answer);
  }
  return { answers, foreign };
}

const readLine = (text: string): Line | null => {
  const match = /^(.*?):(\d+):(?:\d+:)? (note|warning|error|fatal error): (.*)$/.exec(text);
  if (!match) return null;
  const [, file = '', line = '', level = '', message = ''] = match;
  return { file, line: Number(line), level, message: message.replaceAll(/[‘’]/g, "'") };
};

function readError(message: string): Answer | null {
  if (/^too (few|many) arguments/.test(message)) return { kind: 'count' };
  if (/undeclared/.test(message)) return { kind: 'undeclared' };
  if (/^static.assert|sizeof|has no member|no member named|bit-field/.test(message))
    return { kind: 'layout' };
  if (message.startsWith('void value not ignored'))
    return { kind: 'type', type: { written: 'void', resolved: 'void' } };
  const type = clangType(message) ?? gccResult(message);
  return type && { kind: 'type', type };
}

/** `'uLong' {aka 'long unsigned int'}`, and clang's form with round brackets. */
const TYPE = `'([^']*)'(?: [({]aka '([^']*)'[)}])?`;
const EXPECTED = new RegExp(`^expected ${TYPE} but argument is of type 'struct ${PROBE}'`);
const GCC_RESULT = new RegExp(
  `^incompatible types when assigning to type 'struct ${PROBE}' from type ${TYPE}`,
);
const CLANG = new RegExp(
  `^(?:passing 'struct ${PROBE}' to parameter of incompatible type|assigning to 'struct ${PROBE}' from incompatible type) ${TYPE}`,
);

const expectedType = (message: string): CType | null => typeIn(EXPECTED.exec(message));
const gccResult = (message: string): CType | null => typeIn(GCC_RESULT.exec(message));
const clangType = (message: string): CType | null => typeIn(CLANG.exec(message));

function typeIn(match: RegExpExecArray | null): CType | null {
  const written = match?.[1];
  return written === undefined ? null : { written, resolved: match?.[2] ?? written };
}
