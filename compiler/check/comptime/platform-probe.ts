// Entries of rffi_platform → their values, by questions to the C compiler. What is wrong is thrown, with the entry's name.
import type { Entry } from '../../../runtime/rffi_platform/entries.ts';
import { EntryErrors } from '../../../runtime/rffi_platform/entry-errors.ts';
import type { Probe } from '../../../runtime/rffi_platform/rffi_platform.ts';
import { describeType } from '../../../runtime/lltype/constructors.ts';
import { makeStruct } from '../../../runtime/lltype/struct.ts';
import { sizeOf } from '../../../runtime/lltype/layout.ts';
import type {
  ExternalCompilationInfo,
  LowLevelType,
  Primitive,
} from '../../../runtime/lltype/types.ts';
import type { Host } from '../../host.ts';
import type { TargetName } from '../../target/targets.ts';
import { toLowLevelType } from '../../platform/low-level-types.ts';
import { answersOnDisk } from '../../cache/platform-answers.ts';
import { probe } from '../../platform/probe.ts';
import type { Answer, Answers, FieldAnswer, Question } from '../../platform/questions.ts';

export const platformProbe =
  (host: Host, target: TargetName): Probe =>
  (entries, info) => {
    const result = probe(entries.map(questionOf), info, { host, target }, answersOnDisk);
    if (result.kind === 'no-compiler') throw new NoCompiler(result.message, result.missing);
    if (result.kind !== 'answers') throw new Error(result.message);
    const failures = new Map<number, string>();
    const answers = entries.map((entry, index) => {
      try {
        return valueOf(entry, result.answers[index], result);
      } catch (error) {
        if (!(error instanceof WrongAnswer)) throw error;
        failures.set(index, error.message);
        return null;
      }
    });
    if (failures.size > 0) throw new EntryErrors(failures);
    let noted = answered.get(host);
    if (!noted) answered.set(host, (noted = []));
    noted.push(...entries.map((entry, index) => ({ entry, answer: answers[index], info })));
    return answers;
  };

/** The machine's fault, not the declaration's. */
export class NoCompiler extends Error {
  readonly missing: { readonly tool: string; readonly install: string };

  constructor(message: string, missing: NoCompiler['missing']) {
    super(message);
    this.missing = missing;
  }
}

export interface PlatformAnswer {
  readonly entry: Entry;
  /** A number, text, boolean, the members of an enum, a low-level type, or null where C has nothing of the kind. */
  readonly answer: unknown;
  readonly info: ExternalCompilationInfo;
}

const answered = new WeakMap<Host, PlatformAnswer[]>();

/** What was asked with `host`, in order. */
export const platformAnswers = (host: Host): readonly PlatformAnswer[] => answered.get(host) ?? [];

/** What decided over the answers. */
export const probedInfos = (host: Host): readonly ExternalCompilationInfo[] =>
  platformAnswers(host).map(({ info }) => info);

function questionOf(entry: Entry): Question {
  switch (entry.kind) {
    case 'Struct': {
      const { name, fields, ifdef } = entry;
      return { kind: 'Struct', name, fields: fields.map(([one]) => one), ...(ifdef && { ifdef }) };
    }
    case 'SimpleType':
      return { kind: 'SimpleType', name: entry.name, ...(entry.ifdef && { ifdef: entry.ifdef }) };
    case 'ConstantInteger':
      return { kind: entry.kind, expression: entry.name };
    case 'DefinedConstantInteger':
    case 'DefinedConstantDouble':
    case 'Defined':
      return { kind: entry.kind, macro: entry.name };
    case 'DefinedConstantString': {
      const { name: macro, expression } = entry;
      return { kind: 'DefinedConstantString', macro, ...(expression && { expression }) };
    }
    case 'Has':
      return { kind: 'Has', expression: entry.name };
    case 'SizeOf':
    case 'AlignOf':
      return { kind: entry.kind, name: entry.name };
    case 'Enum':
    case 'IntegerFunctionResult':
    case 'Works':
      return entry;
  }
}

class WrongAnswer extends Error {}

function valueOf(entry: Entry, answer: Answer | undefined, all: Answers): unknown {
  const name = entry.kind === 'Works' ? 'the compilation info' : entry.name;
  const fail = (message: string): never => {
    throw new WrongAnswer(`${entry.kind} of ${name}: ${message}`);
  };
  if (!answer) return fail('it has no answer');
  switch (answer.kind) {
    case 'absent':
      return null;
    case 'error':
      return fail(answer.message);
    case 'boolean':
      return entry.kind === 'Works' && !answer.is
        ? fail(answer.why ?? 'it does not compile')
        : answer.is;
    case 'bytes':
      return answer.count;
    case 'constant':
      return numberOf(answer.constant.value);
    case 'enum':
      return Object.freeze(
        Object.fromEntries(answer.members.map((one) => [one.name, numberOf(one.value)])),
      );
    case 'simple-type':
      return entry.kind === 'SimpleType'
        ? agreed(entry.type, toType(answer.type, all), fail)
        : fail('no type');
    case 'struct':
      return entry.kind === 'Struct' ? structOf(entry, answer, all, fail) : fail('no structure');
    case 'signature':
      return fail('a signature is no value');
  }
}

type Fail = (message: string) => never;

const numberOf = (value: bigint | number | string): bigint | number | string =>
  typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;

const toType = (type: FieldAnswer['type'], { types }: Answers): LowLevelType | string => {
  const answer = toLowLevelType(type, types);
  return answer.kind === 'type' ? answer.type : answer.message;
};

/** The declared number; fails where C has one of another size, kind or sign. */
function agreed(declared: Primitive, actual: LowLevelType | string, fail: Fail): Primitive {
  if (typeof actual === 'string') return fail(actual);
  const fits = actual.kind === 'primitive' && actual.machine === declared.machine;
  const isChar = declared.name === 'Char' && actual.kind === 'primitive' && sizeOf(actual) === 1;
  return fits || isChar
    ? declared
    : fail(`it is ${describeType(actual)} in C, declared as ${declared.name}`);
}

/** With the wanted fields, where C has them. */
function structOf(
  { name, fields }: Extract<Entry, { kind: 'Struct' }>,
  answer: Extract<Answer, { kind: 'struct' }>,
  all: Answers,
  fail: Fail,
): LowLevelType {
  const offsets: number[] = [];
  const parts = fields.map(([field, declared]) => {
    const found = answer.fields.find((one) => one.name === field);
    if (!found) return fail(`it has no field ${field}`);
    const { bits, size } = found;
    const actual = toType(found.type, all);
    const isNumber =
      found.signed !== null || (typeof actual !== 'string' && actual.kind === 'primitive');
    if (declared.kind === 'primitive' && isNumber)
      agreed(declared, actual, (message) => fail(`field ${field}: ${message}`));
    else if (declared.kind !== 'array' && size !== null && sizeOf(declared) !== size)
      fail(
        `field ${field} has ${size} bytes in C, ${describeType(declared)} has ${sizeOf(declared)}`,
      );
    offsets.push(bits?.offset ?? found.offset);
    return [`c_${field}`, declared, ...(bits ? [bits.width] : [])];
  });
  const hints = { size: answer.size, fieldoffsets: offsets, align: answer.alignment };
  return makeStruct(name.replace(/^(?:struct|union)\s+/, ''), name, [...parts, { hints }]);
}
