// `mixmod probe`: questions about C as JSON on standard input, answers as JSON: what `ctypes_configure` asks when its file does not know.
import { readFileSync } from 'node:fs';
import { answersOnDisk } from '../cache/platform-answers.ts';
import { nodeHost } from '../host.ts';
import { machinePlatform } from '../toolchain/c-compiler.ts';
import { probe } from '../platform/probe.ts';
import type { Answer, FieldAnswer, Question } from '../platform/questions.ts';
import { compilationInfo, type CompilationOptions } from '../../runtime/rffi/compilation-info.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { EXIT } from './exit-codes.ts';

interface Asked {
  readonly info: CompilationOptions;
  readonly questions: readonly Question[];
}

export function probeCommand(): number {
  let asked: { readonly info: ExternalCompilationInfo; readonly questions: readonly Question[] };
  try {
    const { info, questions } = JSON.parse(readFileSync(0, 'utf8')) as Asked;
    asked = { info: compilationInfo(info), questions };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.userError;
  }
  const result = probe(asked.questions, asked.info, machinePlatform(nodeHost), answersOnDisk);
  if (result.kind !== 'answers') {
    process.stderr.write(`${result.message}\n`);
    return result.kind === 'no-compiler' ? EXIT.toolMissing : EXIT.userError;
  }
  process.stdout.write(`${JSON.stringify(result.answers.map(asJson))}\n`);
  return EXIT.ok;
}

/** What does not depend on the compiler's own types. Integers beyond what JSON's numbers hold are texts: `{ "bigint": "…" }`. */
function asJson(answer: Answer): object {
  switch (answer.kind) {
    case 'struct': {
      const { size, alignment, union, fields } = answer;
      return { kind: 'struct', size, alignment, union, fields: fields.map(fieldAsJson) };
    }
    case 'simple-type': {
      const { size, signed, encoding } = answer;
      return { kind: 'simple-type', size, signed, isInteger: isInteger(encoding) };
    }
    case 'constant':
      return { kind: 'value', value: number(answer.constant.value) };
    case 'boolean':
      return { kind: 'value', value: answer.is, ...(answer.why !== null && { why: answer.why }) };
    case 'bytes':
      return { kind: 'value', value: answer.count };
    case 'enum':
      return {
        kind: 'value',
        value: Object.fromEntries(answer.members.map((one) => [one.name, number(one.value)])),
      };
    case 'absent':
      return { kind: 'value', value: null };
    case 'error':
      return answer;
    case 'signature':
      return { kind: 'error', message: 'a signature is no value' };
  }
}

const isInteger = (encoding: string): boolean =>
  ['signed', 'unsigned', 'char', 'enum'].includes(encoding);

const fieldAsJson = ({ name, offset, size, signed, bits }: FieldAnswer): object => ({
  name,
  offset,
  size,
  signed,
  ...(bits && { bits }),
});

function number(value: bigint | number | string): unknown {
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : { bigint: String(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { double: String(value) };
  return value;
}
