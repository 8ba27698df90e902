// C texts → compilation infos, and what is read from them.
import { nodeHost } from '../../compiler/host.ts';
import { machinePlatform } from '../../compiler/toolchain/c-compiler.ts';
import { readDeclarations } from '../../compiler/platform/declarations.ts';
import type { Declarations } from '../../compiler/platform/declared.ts';
import { probe } from '../../compiler/platform/probe.ts';
import type { Answer, Answers, Question } from '../../compiler/platform/questions.ts';
import type { CEnumType, CStructType } from '../../compiler/platform/c-types.ts';
import { spell } from '../../compiler/platform/c-spelling.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { type CompilationOptions, compilationInfo } from '../../runtime/rffi/compilation-info.ts';

/** A text stands for a header of its own. */
export const infoOf = (header: string | CompilationOptions): ExternalCompilationInfo =>
  compilationInfo(typeof header === 'string' ? { post_include_bits: [header] } : header);

export function declarationsOf(
  header: string | CompilationOptions,
  ...names: readonly string[]
): Declarations {
  const result = readDeclarations({ info: infoOf(header), names }, machinePlatform(nodeHost));
  if (result.kind !== 'declarations') throw new Error(result.message);
  return result;
}

export function answersOf(
  header: string | CompilationOptions,
  ...questions: readonly Question[]
): Answers {
  const result = probe(questions, infoOf(header), machinePlatform(nodeHost));
  if (result.kind !== 'answers') throw new Error(result.message);
  return result;
}

export function answerOf(header: string | CompilationOptions, question: Question): Answer {
  const [answer] = answersOf(header, question).answers;
  if (!answer) throw new Error('no answer');
  return answer;
}

export function structOf({ types }: Declarations, name: string): CStructType {
  const struct = types.structs[name];
  if (!struct) throw new Error(`no ${name} among ${Object.keys(types.structs).join(', ')}`);
  return struct;
}

export function enumOf({ types }: Declarations, name: string): CEnumType {
  const found = types.enums[name];
  if (!found) throw new Error(`no ${name} among ${Object.keys(types.enums).join(', ')}`);
  return found;
}

/** `int open(const char *name, ...)`: one line for a function. */
export function prototypeOf({ functions }: Declarations, name: string): string {
  const found = functions.find((one) => one.name === name);
  if (!found) throw new Error(`no function ${name}`);
  const parameters = found.parameters.map((one) => spell(one.type, one.name ?? ''));
  const all = [...parameters, ...(found.variadic ? ['...'] : [])];
  return spell(found.result, `${name}(${all.join(', ')})`);
}

/** `0 int a`, `4:35+2 unsigned int b` for a bit-field. */
export const fieldsOf = ({ fields }: CStructType): readonly string[] =>
  fields.map(({ name, type, offset, bits }) => {
    const place = bits ? `${offset}:${bits.offset}+${bits.width}` : `${offset}`;
    return `${place} ${spell(type, name ?? '')}`;
  });

export function constantOf({ constants }: Declarations, name: string): unknown {
  return constants.find((one) => one.name === name)?.constant;
}

export function skippedOf({ skipped }: Declarations, name: string): string | undefined {
  return skipped.find((one) => one.name === name)?.reason;
}
