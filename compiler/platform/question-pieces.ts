// One question → the C that makes an object answer it, or what is wrong with the question itself.
import type { Piece } from './ask-compiler.ts';
import { constantPiece } from './constant-piece.ts';
import { incompleteness } from './header/tokens.ts';
import type { Question } from './questions.ts';

/** Those that one object answers together; the others are linked or run. */
export type ObjectQuestion = Exclude<Question, { readonly kind: 'Has' | 'Works' }>;

/** null for a piece that can stand between others. */
export function wrongQuestion(question: Question): string | null {
  for (const text of textsOf(question)) {
    if (text.trim() === '') return 'the question is empty';
    const reason = incompleteness(text);
    if (reason !== null) return `${text}: ${reason}`;
  }
  for (const macro of macrosOf(question))
    if (!/^[A-Za-z_$][\w$]*$/.test(macro)) return `${macro} is no name of a macro`;
  return null;
}

function textsOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'ConstantInteger':
    case 'Has':
      return [question.expression];
    case 'DefinedConstantString':
      return question.expression === undefined ? [] : [question.expression];
    case 'IntegerFunctionResult':
      return [question.name, ...question.args];
    case 'Struct':
      return [question.name, ...(question.fields ?? [])];
    case 'DefinedConstantInteger':
    case 'DefinedConstantDouble':
    case 'Defined':
    case 'Works':
      return [];
    default:
      return [question.name];
  }
}

function macrosOf(question: Question): readonly string[] {
  if ('macro' in question) return [question.macro];
  return 'ifdef' in question && question.ifdef !== undefined ? [question.ifdef] : [];
}

export function pieceOf(question: ObjectQuestion, index: number): Piece {
  const text = textOf(question, index);
  const [macro] = macrosOf(question);
  return macro === undefined ? { text } : { text, before: `#ifdef ${macro}`, after: '#endif' };
}

export const callOf = (name: string, args: readonly string[]): string =>
  `${name}(${args.join(', ')})`;

function textOf(question: ObjectQuestion, index: number): string {
  const number = (value: string) => `const unsigned long long mixmod_n${index} = ${value};`;
  const type = (name: string) => `__typeof__(${name}) *mixmod_t${index};`;
  switch (question.kind) {
    case 'Struct':
      return `${type(question.name)} ${number(`_Alignof(${question.name})`)} ${fieldChecks(question, index)}`;
    case 'SimpleType':
      return `${type(question.name)} ${number(`sizeof(${question.name})`)}`;
    case 'Enum':
    case 'FunctionSignature':
      return type(question.name);
    case 'SizeOf':
      return number(`sizeof(${question.name})`);
    case 'AlignOf':
      return number(`_Alignof(${question.name})`);
    case 'Defined':
      return number('1');
    case 'ConstantInteger':
      return constantPiece(question.expression, index);
    case 'DefinedConstantInteger':
    case 'DefinedConstantDouble':
      return constantPiece(question.macro, index);
    case 'DefinedConstantString':
      return constantPiece(question.expression ?? question.macro, index);
    case 'IntegerFunctionResult':
      return constantPiece(callOf(question.name, question.args), index);
  }
}

/** The compiler says it of a field that is not there; the comma makes a value of a bit-field, which has no size. */
function fieldChecks(
  { name, fields = [] }: Extract<Question, { kind: 'Struct' }>,
  index: number,
): string {
  const checks = fields.map((field) => `sizeof((((${name} *)0)->${field}, 0))`);
  return checks.length > 0 ? `enum { mixmod_f${index} = (${checks.join(' + ')}) > 0 };` : '';
}
