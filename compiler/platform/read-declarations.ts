// The object that was made of a header's names → its declarations.
import { withAlignments } from './alignments.ts';
import type { Asked, Compiler } from './ask-compiler.ts';
import { type CType, type CTypes, isConst, resolve } from './c-types.ts';
import { readConstant } from './constant-piece.ts';
import type { CConstant, CFunctionDeclaration, CVariable, Declarations } from './declared.ts';
import type { Candidate, Skipped } from './header/patterns.ts';
import type { Scanned } from './header/scan.ts';
import type { HeaderText } from './header/tokens.ts';
import { readObject } from './read-object.ts';

export interface HeaderContext {
  readonly scanned: Scanned;
  readonly header: HeaderText;
  readonly compiler: Compiler;
  readonly skipped: readonly Skipped[];
}

/** Gathers what an object says of the candidates. */
export class DeclarationReader {
  readonly #candidates: readonly Candidate[];
  readonly #context: HeaderContext;
  readonly #functions: CFunctionDeclaration[] = [];
  readonly #variables: CVariable[] = [];
  readonly #constants: CConstant[] = [];
  readonly #skipped: Skipped[];

  constructor(candidates: readonly Candidate[], context: HeaderContext) {
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
    const isFunction = resolve(type, types).kind === 'function';
    if (isFunction || scanned.variables.has(target)) this.#addValue(name, target, type, types);
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
      symbol: !known || known.internal ? null : (known.symbol ?? target),
    });
  }
}
