// Pieces of C, one for each question → one object with the answers of those that compile, and the compiler's words for
// the others. The object is read and never run.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import type { Host, ToolResult } from '../host.ts';
import { cPreamble, includeArguments } from '../toolchain/compilation-info.ts';
import { cProblem, cTargetArguments, cTool, type CPlatform } from '../toolchain/c-compiler.ts';
import type { TargetName } from '../target/targets.ts';
import { findTool, missingTool, namedBy } from '../toolchain/find-tool.ts';
import { relevantLine } from '../toolchain/run-tool.ts';
import { type CErrors, QUESTIONS_FILE, readErrors } from './c-messages.ts';
import { PIECES_PREAMBLE } from './constant-piece.ts';
import { UnknownDebugInfo } from './object/dwarf-forms.ts';
import { NoObjectFile, type ObjectFile, readElf } from './object/elf.ts';

/** Why nothing could be asked. */
export type Trouble =
  | {
      readonly kind: 'no-compiler';
      readonly message: string;
      /** For the diagnostic of a missing tool. */
      readonly missing: { readonly tool: string; readonly install: string };
    }
  /** `header` is the one that is missing; null where one is wrong. */
  | { readonly kind: 'header'; readonly header: string | null; readonly message: string }
  | { readonly kind: 'compiler-failed'; readonly message: string };

export interface Piece {
  /** On one line. */
  readonly text: string;
  /** Lines of the preprocessor around it. */
  readonly before?: string;
  readonly after?: string;
}

export interface Asked {
  readonly kind: 'asked';
  readonly object: ObjectFile;
  readonly refused: ReadonlyMap<number, string>;
}

export interface Compiler {
  readonly path: string;
  readonly host: Host;
  /** Whose C it is. */
  readonly target: TargetName;
  readonly info: ExternalCompilationInfo;
}

export function findCompiler(
  info: ExternalCompilationInfo,
  { host, target }: CPlatform,
): Compiler | Trouble {
  const tool = cTool(target);
  const path = findTool(tool, host);
  const library = cProblem(target, host);
  if (path !== undefined && !library) return { path, host, target, info };
  if (path !== undefined && library) {
    const { tool: name, install } = library;
    const message = `there is no ${name.replace(/^the /, '')}; to install it: ${install}`;
    return { kind: 'no-compiler', message, missing: library };
  }
  const named = namedBy(tool);
  const missing = missingTool(tool);
  const message = `there is no C compiler${named && ` (${named})`}; to install one: ${missing.install}`;
  return { kind: 'no-compiler', message, missing };
}

/** Rounds in which a piece with wrong brackets takes no other one with it. */
const CAREFUL_ROUNDS = 12;
const MOST_ROUNDS = 40;

export interface AskOptions {
  /** Types are read from the object. */
  readonly debug: boolean;
  /** What is asked may have brackets that do not match. */
  readonly careful: boolean;
}

/** `pieces` that are refused are left out, and the others are asked again. */
export function askCompiler(
  pieces: readonly Piece[],
  compiler: Compiler,
  { debug, careful }: AskOptions,
): Asked | Trouble {
  const { host } = compiler;
  const folder = host.makeTemporary();
  try {
    const refused = new Map<number, string>();
    let limit: readonly string[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { result, object } = compileOnce(sourceOf(pieces, refused, compiler), folder, {
        ...compiler,
        extra: [...(debug ? ['-gdwarf-5', '-gz=none'] : []), ...limit],
      });
      if (result.status === 0 && object) return { kind: 'asked', object: readElf(object), refused };
      const errors = readErrors(result.stderr);
      const found = attributed(errors, careful && round < CAREFUL_ROUNDS);
      if (found.size === 0) return troubleOf(errors, result);
      for (const [index, message] of found) refused.set(index, message);
      if (errors.stopped) limit = ['-ferror-limit=0'];
    }
    return { kind: 'compiler-failed', message: 'the questions make one another wrong' };
  } finally {
    host.remove(folder);
  }
}

/** An object that cannot be understood is the compiler's failure, in the words of who reads it. */
export function reading<T>(read: () => T): T | Trouble {
  try {
    return read();
  } catch (error) {
    if (error instanceof NoObjectFile || error instanceof UnknownDebugInfo)
      return { kind: 'compiler-failed', message: error.message };
    throw error;
  }
}

const SYNTAX = /^(expected|unterminated|missing|extraneous)\b/;

/** Behind a piece that is no complete C, what is said of others may be its fault. */
function attributed({ refused, foreign }: CErrors, careful: boolean): ReadonlyMap<number, string> {
  if (typeof foreign?.missingHeader === 'string') return new Map();
  if (!careful || ![...refused.values()].some((words) => SYNTAX.test(words))) return refused;
  const [first] = [...refused].toSorted(([a], [b]) => a - b);
  return new Map(first ? [first] : []);
}

function troubleOf({ foreign }: CErrors, { stderr }: ToolResult): Trouble {
  if (!foreign) return { kind: 'compiler-failed', message: relevantLine(stderr) };
  return { kind: 'header', header: foreign.missingHeader, message: foreign.message };
}

function sourceOf(
  pieces: readonly Piece[],
  refused: ReadonlyMap<number, string>,
  { info }: Compiler,
): string {
  const lines = pieces.flatMap(({ text, before, after }, index) =>
    refused.has(index)
      ? []
      : [
          ...(before === undefined ? [] : [before]),
          `#line ${index + 1} "${QUESTIONS_FILE}"`,
          text,
          ...(after === undefined ? [] : [after]),
        ],
  );
  return ['#line 1 "mixmod:preamble"', cPreamble(info), PIECES_PREAMBLE, ...lines, ''].join('\n');
}

function compileOnce(
  source: string,
  folder: string,
  { path, host, target, info, extra }: Compiler & { readonly extra: readonly string[] },
): { readonly result: ToolResult; readonly object: Uint8Array | undefined } {
  const [file, output] = [host.resolve(folder, 'questions.c'), host.resolve(folder, 'questions.o')];
  host.writeTemporary(file, source);
  const args = [...cArguments(info, target), ...extra, '-c', file, '-o', output];
  const result = host.run(path, args);
  return { result, object: host.readBytes(output) };
}

/** Of every run of the compiler: the language, and what the program says. */
export const cArguments = (
  info: ExternalCompilationInfo,
  target: TargetName,
): readonly string[] => [
  ...cTargetArguments(target),
  '-x',
  'c',
  '-std=gnu11',
  '-w',
  '-O0',
  ...includeArguments(info),
  // Objects with code for later are no ELF that has answers.
  '-fno-lto',
];
