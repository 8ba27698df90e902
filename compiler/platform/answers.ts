// An object and one question → its answer.
import { spell } from './c-spelling.ts';
import { type CType, type CTypes, resolve } from './c-types.ts';
import { readConstant } from './constant-piece.ts';
import type { ObjectQuestion } from './question-pieces.ts';
import type { Answer } from './questions.ts';
import type { ReadObject } from './read-object.ts';
import { structAnswer } from './struct-answer.ts';

const ABSENT: Answer = { kind: 'absent' };
const refuse = (message: string): Answer => ({ kind: 'error', message });

/** An answer may need the alignments, for which the compiler is asked when all types are known. */
export type LateAnswer = (types: CTypes, pointerSize: number) => Answer;

export function answerOf(question: ObjectQuestion, index: number, object: ReadObject): LateAnswer {
  const number = object.bits(`mixmod_n${index}`);
  switch (question.kind) {
    case 'Defined':
      return () => ({ kind: 'boolean', is: number !== undefined, why: null });
    case 'SizeOf':
    case 'AlignOf':
      return () => (number === undefined ? ABSENT : { kind: 'bytes', count: Number(number) });
    case 'Struct':
    case 'SimpleType':
    case 'Enum':
    case 'FunctionSignature':
      return typeAnswer(question, object, index);
    default:
      return () => constantAnswer(question, object, index);
  }
}

type ConstantQuestion = Extract<
  ObjectQuestion,
  { readonly kind: `${string}Constant${string}` | 'IntegerFunctionResult' }
>;

const WANTED: { readonly [K in ConstantQuestion['kind']]: 'integer' | 'double' | 'string' } = {
  ConstantInteger: 'integer',
  DefinedConstantInteger: 'integer',
  DefinedConstantDouble: 'double',
  DefinedConstantString: 'string',
  IntegerFunctionResult: 'integer',
};

function constantAnswer(question: ConstantQuestion, object: ReadObject, index: number): Answer {
  const constant = readConstant(object, index);
  if (constant === undefined) return ABSENT;
  const text = textOf(question);
  if (constant.kind === 'no-constant') return refuse(`${text}: ${constant.reason}`);
  const wanted = WANTED[question.kind];
  if (constant.kind === wanted) return { kind: 'constant', constant };
  // Every integer of C is also a double.
  if (wanted === 'double' && constant.kind === 'integer')
    return {
      kind: 'constant',
      constant: { kind: 'double', value: Number(constant.value), size: 8 },
    };
  return refuse(
    `${text} is ${constant.kind === 'integer' ? 'an' : 'a'} ${constant.kind}, no ${wanted}`,
  );
}

function textOf(question: ConstantQuestion): string {
  if ('macro' in question) return question.macro;
  return 'expression' in question ? question.expression : question.name;
}

type TypeQuestion = Extract<
  ObjectQuestion,
  { readonly kind: 'Struct' | 'SimpleType' | 'Enum' | 'FunctionSignature' }
>;

function typeAnswer(question: TypeQuestion, object: ReadObject, index: number): LateAnswer {
  const entry = object.target(`mixmod_t${index}`);
  if (entry === undefined) return () => ABSENT;
  const type = object.types.read(entry);
  return (types, pointerSize) => {
    const bare = resolve(type, types);
    switch (question.kind) {
      case 'Struct':
        return structAnswer(question, type, types, pointerSize);
      case 'SimpleType':
        return simpleAnswer(question.name, type, types, pointerSize);
      case 'FunctionSignature': {
        const target = bare.kind === 'pointer' ? resolve(bare.to, types) : bare;
        return target.kind === 'function'
          ? { kind: 'signature', type: target }
          : refuse(`${question.name} is no function: its type is ${spell(type)}`);
      }
      case 'Enum': {
        const found = bare.kind === 'enum' ? types.enums[bare.name] : undefined;
        if (!found) return refuse(`${question.name} is no enum: its type is ${spell(type)}`);
        const { name, size, signed, members } = found;
        return { kind: 'enum', name, size, signed, members };
      }
    }
  };
}

function simpleAnswer(name: string, type: CType, types: CTypes, pointerSize: number): Answer {
  const bare = resolve(type, types);
  if (bare.kind === 'base')
    return {
      kind: 'simple-type',
      size: bare.size,
      signed: bare.signed,
      encoding: bare.encoding,
      type,
    };
  if (bare.kind === 'pointer')
    return { kind: 'simple-type', size: pointerSize, signed: false, encoding: 'pointer', type };
  const found = bare.kind === 'enum' ? types.enums[bare.name] : undefined;
  if (found)
    return { kind: 'simple-type', size: found.size, signed: found.signed, encoding: 'enum', type };
  const what = bare.kind === 'struct' ? (types.structs[bare.name]?.kind ?? 'struct') : bare.kind;
  return refuse(`${name} is no simple type: it is a ${what}`);
}
