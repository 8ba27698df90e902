// A header and names with wildcards → what it declares by them: functions, types, variables, constants. The compiler
// runs three times: it preprocesses, it makes an object with everything in it, it says the alignments.
import type { CPlatform } from '../toolchain/c-compiler.ts';
import { cPreamble } from '../toolchain/compilation-info.ts';
import { relevantLine } from '../toolchain/run-tool.ts';
import { remembered } from './answer-cache.ts';
import {
  askCompiler,
  cArguments,
  type Compiler,
  findCompiler,
  type Piece,
  reading,
  type Trouble,
} from './ask-compiler.ts';
import { readErrors } from './c-messages.ts';
import { constantPiece } from './constant-piece.ts';
import type { DeclarationRequest, Declarations } from './declared.ts';
import { chooseCandidates } from './header/choose-candidates.ts';
import type { Candidate } from './header/patterns.ts';
import { scanHeader } from './header/scan.ts';
import { type HeaderText, readHeaderText } from './header/tokens.ts';
import { DeclarationReader } from './read-declarations.ts';

/** Answers are remembered for as long as the process lives: see `forgetAnswers`. */
export function readDeclarations(
  { info, names }: DeclarationRequest,
  platform: CPlatform,
): Declarations | Trouble {
  const compiler = findCompiler(info, platform);
  if (!('path' in compiler)) return compiler;
  return remembered(['declarations', compiler.path, platform.target, info, names], () =>
    reading(() => read(names, compiler)),
  );
}

function read(names: readonly string[], compiler: Compiler): Declarations | Trouble {
  const header = preprocess(compiler);
  if ('kind' in header) return header;
  const scanned = scanHeader(header.tokens);
  const { candidates, skipped } = chooseCandidates(names, scanned, header);
  const asked = askCompiler(candidates.map(pieceOf), compiler, { debug: true, careful: false });
  if (asked.kind !== 'asked') return asked;
  return new DeclarationReader(candidates, { scanned, header, compiler, skipped }).read(asked);
}

function preprocess({ path, host, target, info }: Compiler): HeaderText | Trouble {
  const args = [...cArguments(info, target), '-E', '-dD', '-'];
  const { status, stdout, stderr } = host.run(path, args, `${cPreamble(info)}\n`);
  if (status === 0) return readHeaderText(stdout);
  const { foreign } = readErrors(stderr);
  if (!foreign) return { kind: 'compiler-failed', message: relevantLine(stderr) };
  return { kind: 'header', header: foreign.missingHeader, message: foreign.message };
}

function pieceOf({ name, kind }: Candidate, index: number): Piece {
  if (kind === 'constant') return { text: constantPiece(name, index) };
  return { text: `__typeof__(${name}) *mixmod_t${index};` };
}
