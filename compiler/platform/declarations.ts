// A header and names with wildcards → what it declares by them: functions, types, variables, constants. The compiler
// runs three times: it preprocesses, it makes an object with everything in it, it says the alignments.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import type { Host } from '../host.ts';
import { cPreamble } from '../toolchain/compilation-info.ts';
import { relevantLine } from '../toolchain/run-tool.ts';
import { remembered } from './answer-cache.ts';
import { withAlignments } from './alignments.ts';
import {
  askCompiler,
  type Asked,
  cArguments,
  type Compiler,
  findCompiler,
  type Piece,
  type Trouble,
} from './ask-compiler.ts';
import { readErrors } from './c-messages.ts';
import { type CType, type CTypes, isConst, resolve } from './c-types.ts';
import { type CConstantValue, constantPiece, readConstant } from './constant-piece.ts';
import { isDeclarationWord } from './header/declarators.ts';
import {
  type Candidate,
  candidatesOf,
  finalBody,
  missingNames,
  type Skipped,
} from './header/patterns.ts';
import { type Scanned, scanHeader } from './header/scan.ts';
import {
  type HeaderText,
  incompleteness,
  type Macro,
  readHeaderText,
  tokensOf,
} from './header/tokens.ts';
import { readObject } from './read-object.ts';

export interface DeclarationRequest {
  readonly info: ExternalCompilationInfo;
  /** `*` stands for any characters: `sqlite3_*`, `z_stream`. */
  readonly names: readonly string[];
}

export interface CFunctionDeclaration {
  readonly name: string;
  readonly parameters: readonly { readonly name: string | null; readonly type: CType }[];
  readonly result: CType;
  readonly variadic: boolean;
  /** False for `f()`, of whose parameters nothing is known. */
  readonly prototyped: boolean;
  /** The linker's name; null for a `static` function, which has none. */
  readonly symbol: string | null;
}

export interface CVariable {
  readonly name: string;
  readonly type: CType;
  readonly const: boolean;
}

export interface CConstant {
  readonly name: string;
  readonly from: 'macro' | 'enum';
  readonly constant: CConstantValue;
}

export interface Declarations {
  readonly kind: 'declarations';
  readonly functions: readonly CFunctionDeclaration[];
  readonly variables: readonly CVariable[];
  readonly constants: readonly CConstant[];
  /** All that are mentioned. */
  readonly types: CTypes;
  /** What matches and is none of these, e.g. macros that are no constants. */
  readonly skipped: readonly Skipped[];
}

/** Answers are remembered for as long as the process lives: see `forgetAnswers`. */
export function readDeclarations(
  { info, names }: DeclarationRequest,
  host: Host,
): Declarations | Trouble {
  const compiler = findCompiler(info, host);
  if (!('path' in compiler)) return compiler;
  return remembered(['declarations', compiler.path, info, names], () => read(names, compiler));
}

function read(names: readonly string[], compiler: Compiler): Declarations | Trouble {
  const header = preprocess(compiler);
  if ('kind' in header) return header;
  const scanned = scanHeader(header.tokens);
  const { candidates, skipped } = chooseCandidates(names, scanned, header);
  const asked = askCompiler(candidates.map(pieceOf), compiler, { debug: true, careful: false });
  if (asked.kind !== 'asked') return asked;
  return new Answers(candidates, { scanned, header, compiler, skipped }).read(asked);
}

function preprocess({ path, host, info }: Compiler): HeaderText | Trouble {
  const args = [...cArguments(info), '-E', '-dD', '-'];
  const { status, stdout, stderr } = host.run(path, args, `${cPreamble(info)}\n`);
  if (status === 0) return readHeaderText(stdout);
  const { foreign } = readErrors(stderr);
  if (!foreign) return { kind: 'compiler-failed', message: relevantLine(stderr) };
  return { kind: 'header', header: foreign.missingHeader, message: foreign.message };
}

interface Choice {
  readonly candidates: readonly Candidate[];
  readonly skipped: readonly Skipped[];
}

function chooseCandidates(
  names: readonly string[],
  scanned: Scanned,
  { macros }: HeaderText,
): Choice {
  const skipped: Skipped[] = [];
  const found = candidatesOf(names, scanned, macros);
  const candidates = found.flatMap((candidate): readonly Candidate[] => {
    const { name, kind } = candidate;
    const macro = kind === 'constant' ? macros.get(name) : undefined;
    const reason = macro && reasonAgainst(macro, finalBody(macro, macros));
    if (reason == null) return [candidate];
    if (scanned.functions.has(name)) return [{ name, kind: 'value' }];
    skipped.push({ name, reason });
    return [];
  });
  const known = new Set(found.map(({ name }) => name));
  const missing = missingNames(names, known).filter((name) => {
    const wrong = /^(struct |union |enum )?[A-Za-z_]\w*$/.test(name) ? null : 'it is no name of C';
    if (wrong !== null) skipped.push({ name, reason: wrong });
    return wrong === null;
  });
  const last = missing.map((name): Candidate => ({ name, kind: 'value' }));
  return { candidates: [...candidates, ...last], skipped };
}

function reasonAgainst({ takesArguments }: Macro, body: string): string | null {
  if (takesArguments) return 'it takes arguments';
  const [first] = tokensOf(body);
  if (first && isDeclarationWord(first.text)) return 'it is no expression';
  return body === '' ? 'it is empty' : incompleteness(body);
}

function pieceOf({ name, kind }: Candidate, index: number): Piece {
  if (kind === 'constant') return { text: constantPiece(name, index) };
  return { text: `__typeof__(${name}) *mixmod_t${index};` };
}

interface Context {
  readonly scanned: Scanned;
  readonly header: HeaderText;
  readonly compiler: Compiler;
  readonly skipped: readonly Skipped[];
}

/** Gathers what an object says of the candidates. */
class Answers {
  readonly #candidates: readonly Candidate[];
  readonly #context: Context;
  readonly #functions: CFunctionDeclaration[] = [];
  readonly #variables: CVariable[] = [];
  readonly #constants: CConstant[] = [];
  readonly #skipped: Skipped[];

  constructor(candidates: readonly Candidate[], context: Context) {
    this.#candidates = candidates;
    this.#context = context;
    this.#skipped = [...context.skipped];
  }

  read({ object, refused }: Asked): Declarations {
    const answers = readObject(object);
    const { types } = answers;
    this.#candidates.forEach(({ name, kind }, index) => {
      const refusal = refused.get(index);
      const entry = answers.target(`mixmod_t${index}`);
      if (refusal !== undefined || entry === undefined)
        this.#skipped.push({ name, reason: refusal ?? 'it is not declared' });
      else if (kind === 'constant') {
        const constant = readConstant(answers, index);
        if (constant?.kind === 'no-constant')
          this.#addAlias(name, constant.type, constant.reason, types);
        else if (constant) this.#constants.push({ name, from: this.#origin(name), constant });
      } else {
        const type = types.read(entry);
        if (kind === 'type' && this.#context.header.macros.has(name)) types.addTypedef(name, type);
        if (kind === 'value') this.#addValue(name, name, type, types);
      }
    });
    return {
      kind: 'declarations',
      functions: this.#functions,
      variables: this.#variables,
      constants: this.#constants,
      types: withAlignments(answers.types, this.#context.compiler),
      skipped: this.#skipped,
    };
  }

  #origin(name: string): 'macro' | 'enum' {
    return this.#context.header.macros.has(name) ? 'macro' : 'enum';
  }

  /** A macro may be another name of a function or variable. */
  #addAlias(name: string, type: CType, reason: string, types: Pick<CTypes, 'typedefs'>): void {
    const { scanned, header } = this.#context;
    const target = header.macros.get(name)?.body ?? '';
    if (scanned.functions.has(target) || scanned.variables.has(target))
      this.#addValue(name, target, type, types);
    else this.#skipped.push({ name, reason });
  }

  #addValue(name: string, target: string, type: CType, types: Pick<CTypes, 'typedefs'>): void {
    // `typedef`s that the scan has not found are types, and in the table already.
    if (type.kind === 'typedef' && type.name === name) return;
    if (['struct', 'union', 'enum'].some((word) => name.startsWith(`${word} `))) return;
    const bare = resolve(type, types);
    if (bare.kind !== 'function') {
      this.#variables.push({ name, type, const: isConst(type, types) });
      return;
    }
    const known = this.#context.scanned.functions.get(target);
    const { parameters, result, variadic, prototyped } = bare;
    this.#functions.push({
      name,
      parameters: parameters.map((one, index) => ({
        name: known?.parameters[index] ?? null,
        type: one,
      })),
      result,
      variadic,
      prototyped,
      symbol: known?.internal === true ? null : (known?.symbol ?? target),
    });
  }
}
