// The types that RTypeScript gives to what stands at a place: exact where TypeScript only knows `number`. Generic code
// has one for each of its instances.
import type ts from 'typescript';
import { typeText } from '../program/type-text.ts';
import { childrenOfExpression, childrenOfStatement } from '../program/children.ts';
import type { CheckedFunction, CheckedProgram, Expression, Statement } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { Analysis } from './analysis.ts';

/** `place` is a name or literal, as the editor marks it. */
export function exactTypes(
  fileName: string,
  { start, length }: ts.TextSpan,
  analysis: Analysis,
): readonly string[] {
  const isHere = ({ file }: Span): boolean => analysis.isFile(file.path, fileName);
  const programs = analysis.results(fileName).map(({ incomplete }) => incomplete);
  const finder = new TypeFinder(start, start + length, isHere);
  for (const program of programs) if (program) finder.visit(program);
  return finder.texts;
}

class TypeFinder {
  readonly #start: number;
  readonly #end: number;
  readonly #isHere: (span: Span) => boolean;
  readonly #found = new Set<string>();

  constructor(start: number, end: number, isHere: (span: Span) => boolean) {
    this.#start = start;
    this.#end = end;
    this.#isHere = isHere;
  }

  get texts(): readonly string[] {
    return [...this.#found];
  }

  visit(program: CheckedProgram): void {
    for (const { functions, globals, initializer } of program.modules) {
      functions.forEach((one) => this.#function(one));
      for (const global of globals) if (this.#isAt(global.span)) this.#add(global.type);
      initializer.forEach((statement) => this.#statement(statement));
    }
  }

  #function(one: CheckedFunction): void {
    const { extent, parameters, body } = one;
    if (!this.#isHere(extent) || extent.start > this.#start || this.#end > extent.end) return;
    for (const { local, type } of parameters)
      if (this.#isParameter(local.name, one)) this.#add(type);
    body.forEach((statement) => this.#statement(statement));
  }

  /** Parameters have no place of their own: a name in front of the body. */
  #isParameter(name: string, { extent, body }: CheckedFunction): boolean {
    const { text } = extent.file;
    if (text.slice(this.#start, this.#end) !== name) return false;
    const first = Math.min(...body.map(({ span }) => span.start), extent.end);
    return this.#end <= first && /^\s*\??\s*[:,)=]/.test(text.slice(this.#end));
  }

  #statement(statement: Statement): void {
    const { span } = statement;
    if (statement.kind === 'declare' && this.#isDeclared(span, statement.local.name))
      this.#add(statement.local.type);
    const { expressions, statements } = childrenOfStatement(statement);
    for (const one of expressions) if (one) this.#expression(one);
    statements.forEach((one) => this.#statement(one));
  }

  #expression(expression: Expression): void {
    const { span, kind, type } = expression;
    if (kind === 'read' || kind === 'builtin') {
      // `.name` ends what is read.
      const ends = span.end === this.#end && span.start <= this.#start;
      if (ends && this.#isHere(span) && this.#isName(span)) this.#add(type);
    }
    if (kind === 'let')
      for (const { local, value } of expression.bindings)
        if (this.#isDeclared(value.span, local.name)) this.#add(local.type);
    childrenOfExpression(expression).forEach((one) => this.#expression(one));
  }

  #isName({ file, start }: Span): boolean {
    return start === this.#start || file.text[this.#start - 1] === '.';
  }

  #isAt(span: Span): boolean {
    return this.#isHere(span) && span.start === this.#start;
  }

  #isDeclared(span: Span, name: string): boolean {
    return this.#isAt(span) && span.file.text.slice(this.#start, this.#end) === name;
  }

  /** Types of errors say nothing. */
  #add(type: RtsType): void {
    if (type.kind !== 'never' && type.kind !== 'void') this.#found.add(typeText(type));
  }
}
